import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Business } from '../domain/catalogue.ts'
import * as bookings from './booking-repository.ts'
import * as businesses from './businesses.ts'
import type { Database } from './database.ts'
import * as services from './service-repository.ts'

type Db = Kysely<Database>
type Ids = { businessId: Id<'business'>; serviceId: Id<'service'> }
export type RequestedService = {
  business: Business
  service: Service | undefined
  /** The business can be paid online. */
  canCharge: boolean
}

/** A business with one of its services. */
export const find = async (db: Db, ids: Ids): Promise<RequestedService | undefined> =>
  toRequested((await select(ids, sql`array[]::text[]`).execute(db)).rows[0])

/** The same, and the holds that stand in the way of a booking there though their time is over. */
export async function findToBook(
  db: Db,
  { start, ...ids }: Ids & { start: Temporal.Instant },
  now: Temporal.Instant,
): Promise<(RequestedService & { expiredHolds: Id<'booking'>[] }) | undefined> {
  const range = { from: start, to: start.add(longest) }
  const expiredHolds = sql`array(${bookings.selectExpiredHolds(ids.businessId, range, now)})`
  const [row] = (await select(ids, expiredHolds).execute(db)).rows
  return row && { ...toRequested(row), expiredHolds: row.expired_holds }
}

const longest = { hours: 24 } // that a service lasts

type Row = {
  business: Selectable<Database['businesses']>
  service: Selectable<Database['services']> | null
  can_charge: boolean
  expired_holds: Id<'booking'>[]
}

const select = ({ businessId, serviceId }: Ids, expiredHolds: RawBuilder<unknown>): RawBuilder<Row> => sql`
  select to_json(b) as business, to_json(s) as service, coalesce(p.charges_enabled, false) as can_charge,
    ${expiredHolds} as expired_holds
  from businesses b
  left join services s on s.id = ${serviceId} and s.business_id = b.id
  left join payees p on p.business_id = b.id
  where b.id = ${businessId}`

function toRequested(row: Row): RequestedService
function toRequested(row: Row | undefined): RequestedService | undefined
function toRequested(row: Row | undefined): RequestedService | undefined {
  return (
    row && {
      business: businesses.fromRow(row.business),
      service: row.service ? services.fromRow(row.service) : undefined,
      canCharge: row.can_charge,
    }
  )
}
