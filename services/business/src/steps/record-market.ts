import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { marketChanged } from '@buy-locals/contracts/business/events'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { record } from '@buy-locals/service-kit/outbox'
import type { Database } from '../persistence/database.ts'

export const recordMarket = (tx: Transaction<Database>, now: Temporal.Instant, market: Market): Promise<void> =>
  record(tx, now, marketChanged, market.id, market.version, market)
