import { sql, type Kysely, type RawBuilder, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Booking } from '../domain/booking.ts'
import { selectOfRequest, type CountedRequest, type RequestCounts } from './booking-counts.ts'
import { fromRow } from './booking-repository.ts'
import type { Database } from './database.ts'

type Instant = Temporal.Instant
type Range = { from: Instant; to: Instant }
type Own = { consumerId: Id<'person'> | undefined; bookingIds: readonly Id<'booking'>[] }
type Row = RequestCounts & (Selectable<Database['bookings']> | { id: null })

const longestHours = 25 // a service lasts a day at most

/** Bookings of this person, or with these ids, that take up any of this time, and what counts towards the limits of the next. A hold that has expired does not. Locked, so that none is paid or expires meanwhile. */
export async function lockLive(
  tx: Transaction<Database>,
  own: Own,
  range: Range,
  counted: CountedRequest,
  now: Instant,
): Promise<{ own: Booking[]; counts: RequestCounts }> {
  const { rows } = await sql<Row>`
    select counts.*, own.* from (${selectOfRequest(counted, now)}) as counts left join lateral (
      select * from bookings where ${isLive(own, range, now)} order by id for update
    ) as own on true`.execute(tx)
  const [counts] = rows
  if (!counts) throw new Error('What counts is one row at least')
  return { own: rows.flatMap((row) => (row.id === null ? [] : fromRow(row))), counts }
}

/** The same without a lock, of what is decided under one. */
export async function hasLive(db: Kysely<Database>, own: Own, range: Range, now: Instant): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from bookings where ${isLive(own, range, now)}) as has`.execute(db)
  return rows[0]?.has ?? false
}

/** What is held unpaid of one service. */
export async function findHolds(
  db: Kysely<Database>,
  { consumerId, bookingIds }: Own,
  serviceId: Id<'service'>,
  now: Instant,
): Promise<Booking[]> {
  const rows = await db
    .selectFrom('bookings')
    .selectAll()
    .where((row) =>
      row.or([row('consumer_id', '=', consumerId ?? null), row('id', '=', row.fn.any(row.val([...bookingIds])))]),
    )
    .where('status', '=', sql.lit('held'))
    .where('service_id', '=', serviceId)
    .where('hold_expires_at', '>', now)
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** By their ids: PostgreSQL may believe that fewer bookings are at that time than one person has. */
const isLive = ({ consumerId, bookingIds }: Own, { from, to }: Range, now: Instant): RawBuilder<boolean> => sql`
  id = any(array(
    select id from bookings
    where consumer_id = ${consumerId ?? null}
      and start_at > ${from.subtract({ hours: longestHours })} and start_at < ${to}
    union all select unnest(${bookingIds}::text[])))
  and status in ('held', 'pending', 'confirmed') and (hold_expires_at is null or hold_expires_at > ${now})
  and tstzrange(start_at, end_at) && tstzrange(${from}, ${to})`
