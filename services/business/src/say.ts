import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { businessChanged, marketChanged } from '@buy-locals/contracts/business/events'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { record } from '@buy-locals/service-kit/outbox'
import { present, type Known } from './persistence/business-row.ts'
import type { Database } from './persistence/database.ts'

type Tx = Transaction<Database>

export const sayBusiness = (tx: Tx, at: Temporal.Instant, business: Known) =>
  record(tx, at, businessChanged, business.id, business.version, present(business))

export const sayMarket = (tx: Tx, at: Temporal.Instant, market: Market) =>
  record(tx, at, marketChanged, market.id, market.version, market)
