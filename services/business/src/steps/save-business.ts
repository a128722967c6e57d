import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { businessChanged } from '@buy-locals/contracts/business/events'
import { record } from '@buy-locals/service-kit/outbox'
import { toPublicBusiness, type FullBusiness } from '../domain/business.ts'
import * as businesses from '../persistence/business-repository.ts'
import type { Database } from '../persistence/database.ts'
import { reindex } from '../persistence/search-index.ts'

type Tx = Transaction<Database>

/** A changed business is stored, found as it is now, and published in one commit. */
export async function saveBusiness(tx: Tx, now: Temporal.Instant, business: FullBusiness): Promise<void> {
  await businesses.update(tx, business)
  await reindex(tx, [business.id])
  await recordBusiness(tx, now, business)
}

export const recordBusiness = (tx: Tx, now: Temporal.Instant, business: FullBusiness): Promise<void> =>
  record(tx, now, businessChanged, business.id, business.version, toPublicBusiness(business))
