import type { Kysely } from 'kysely'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { payeeChanged } from '@buy-locals/contracts/payment/events'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Database } from './database.ts'

export async function project(
  db: Kysely<Database>,
  events: readonly Envelope<DataOf<typeof payeeChanged>>[],
): Promise<void> {
  const rows = events.map(({ data: { businessId, chargesEnabled }, sequence }) => ({
    ...{ business_id: businessId, charges_enabled: chargesEnabled, sequence },
  }))
  await upsertNewer(db, 'payees', ['business_id'], ...rows)
}
