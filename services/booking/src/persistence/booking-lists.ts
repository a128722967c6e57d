import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { OpenTime } from '@buy-locals/scheduling'
import { id, type Id } from '@buy-locals/values/ids'
import type { Booking } from '../domain/booking.ts'
import { fromRow } from './booking-repository.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Instant = Temporal.Instant
export type Customer = {
  name: string
  email?: string | undefined
  phone?: string | undefined
  hasAccount?: boolean
  isErased?: true
}

/** Shown where the name has not arrived yet, or has been erased. */
export const noName = '–'

type CustomerRow = {
  person_name: string | null
  email: string | null
  phone: string | null
  is_guest: boolean
  erased_at: Instant | null
}

const toCustomer = (row: CustomerRow): Customer => ({
  name: row.person_name ?? noName,
  email: row.email ?? undefined,
  phone: row.phone ?? undefined,
  hasAccount: !row.is_guest,
  ...(row.erased_at && { isErased: true as const }),
})

const selectWithCustomer = (db: Db) =>
  db
    .selectFrom('bookings')
    .leftJoin('people', 'people.id', 'bookings.consumer_id')
    .leftJoin('erased_people', 'erased_people.person_id', 'bookings.consumer_id')
    .selectAll('bookings')
    .select(['people.name as person_name', 'people.email', 'people.phone', 'erased_people.erased_at'])

/** Those of the bookings that are the business's. */
export async function listCustomerNames(
  db: Db,
  businessId: Id<'business'>,
  bookingIds: readonly Id<'booking'>[],
): Promise<{ bookingId: Id<'booking'>; name: string }[]> {
  const rows = await db
    .selectFrom('bookings')
    .leftJoin('people', 'people.id', 'bookings.consumer_id')
    .select(['bookings.id', 'people.name'])
    .where('bookings.id', '=', sql<string>`any(${bookingIds})`)
    .where('business_id', '=', businessId)
    .execute()
  return rows.map(({ id: bookingId, name }) => ({ bookingId: bookingId as Id<'booking'>, name: name ?? noName }))
}

const isResource = (calendarId: string): calendarId is Id<'resource'> => id('resource').safeParse(calendarId).success

export type BoardEntry = { booking: Booking; customer: Customer; resourceIds: Id<'resource'>[] }

const longestHours = 25 // a service lasts a day at most
const longestBufferHours = 4

/** Everything that takes up any of that time, unpaid and cancelled bookings too: a board shows what happened. */
export async function ofBusiness(
  db: Db,
  businessId: Id<'business'>,
  from: Instant,
  to: Instant,
): Promise<BoardEntry[]> {
  const rows = await selectWithCustomer(db)
    .leftJoin('group_sessions', 'group_sessions.id', 'bookings.group_session_id')
    .select(
      sql<string[]>`coalesce(group_sessions.calendar_ids, array(
        select calendar_id from allocations where booking_id = bookings.id and (live or bookings.status = 'completed')
          and (bookings.held_move is null or expires_at is null) order by allocations.id))`.as('calendar_ids'),
    )
    .where('bookings.business_id', '=', businessId)
    .where('bookings.start_at', '>', from.subtract({ hours: longestHours }))
    .where('bookings.start_at', '<', to)
    .where('bookings.end_at', '>', from)
    .orderBy('bookings.start_at')
    .orderBy('bookings.id')
    .execute()
  return rows.map((row) => ({
    booking: fromRow(row),
    customer: toCustomer(row),
    resourceIds: row.calendar_ids.filter(isResource),
  }))
}

/** Bookings whose move to any of that time is held until the difference is paid, with the calendars of the new time. */
export async function heldMovesOf(
  db: Db,
  { businessId, from, to, now }: { businessId: Id<'business'>; from: Instant; to: Instant; now: Instant },
): Promise<BoardEntry[]> {
  const rows = await selectWithCustomer(db)
    .where('bookings.business_id', '=', businessId)
    .where('bookings.held_move_expires_at', '>', now)
    .where(sql<boolean>`(bookings.held_move->>'start')::timestamptz < ${to}`)
    .where(sql<boolean>`(bookings.held_move->>'end')::timestamptz > ${from}`)
    .orderBy('bookings.id')
    .execute()
  return rows.map((row) => {
    const booking = fromRow(row)
    const resourceIds = (booking.heldMove?.calendarIds ?? []).filter(isResource)
    return { booking, customer: toCustomer(row), resourceIds }
  })
}

/** What is booked where these blocks are, or held for a move there, its buffers included. */
export async function bookedIn(
  db: Db,
  {
    businessId,
    blockIds,
    from,
    to,
  }: { businessId: Id<'business'>; blockIds: readonly Id<'block'>[]; from: Instant; to: Instant },
  limit: number,
): Promise<Omit<BoardEntry, 'resourceIds'>[]> {
  const rows = await selectWithCustomer(db)
    .where('bookings.business_id', '=', businessId)
    .where('bookings.status', 'in', [sql.lit('held'), sql.lit('pending'), sql.lit('confirmed'), sql.lit('completed')])
    .where((row) =>
      row.or([
        row.and([
          row('bookings.start_at', '>', from.subtract({ hours: longestHours + longestBufferHours })),
          row('bookings.start_at', '<', to.add({ hours: longestBufferHours })),
        ]),
        row('bookings.held_move_expires_at', 'is not', null),
      ]),
    )
    .where(
      sql<boolean>`exists (select from blocks b
        join allocations a on a.live and a.calendar_id = coalesce(b.staff_id, b.resource_id) and a.during && tstzrange(b.start_at, b.end_at)
        where b.id = any(${blockIds})
          and (a.booking_id = bookings.id or a.group_session_id = bookings.group_session_id))`,
    )
    .orderBy('bookings.start_at')
    .orderBy('bookings.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ booking: fromRow(row), customer: toCustomer(row) }))
}

/** Whose bookings: all of the business, or those that stand on one of its staff, services or resources. */
export type BookingFilter = {
  staffId?: Id<'staff'> | undefined
  serviceId?: Id<'service'> | undefined
  resourceId?: Id<'resource'> | undefined
}
type Outside = { businessId: Id<'business'>; of: BookingFilter; open: readonly OpenTime[]; now: Instant }

/** What is to come and does not lie within the open times, the next first; and how many there are. */
export async function outside(
  db: Db,
  { businessId, of: { staffId, serviceId, resourceId }, open, now }: Outside,
  limit: number,
): Promise<{ count: number; entries: Omit<BoardEntry, 'resourceIds'>[] }> {
  const ranges = `{${open.map(({ start, end }) => `[${start},${end})`).join(',')}}`
  let matching = db
    .selectFrom('bookings')
    .selectAll()
    .select(sql<number>`(count(*) over ())::integer`.as('count'))
    .where('business_id', '=', businessId)
    .where('status', 'in', [sql.lit('held'), sql.lit('pending'), sql.lit('confirmed')])
    .where('start_at', '>', now)
    .where(sql<boolean>`not ${ranges}::tstzmultirange @> tstzrange(start_at, end_at)`)
  if (staffId) matching = matching.where('staff_id', '=', staffId)
  if (serviceId) matching = matching.where('service_id', '=', serviceId)
  if (resourceId)
    matching = matching.where(
      sql<boolean>`exists (select from allocations a where a.live and a.calendar_id = ${resourceId}
        and (a.booking_id = bookings.id or a.group_session_id = bookings.group_session_id))`,
    )
  // Whose they are is looked up for those that are named, not for all that are counted.
  const rows = await db
    .selectFrom(matching.orderBy('start_at').orderBy('id').limit(limit).as('bookings'))
    .leftJoin('people', 'people.id', 'bookings.consumer_id')
    .leftJoin('erased_people', 'erased_people.person_id', 'bookings.consumer_id')
    .selectAll('bookings')
    .select(['people.name as person_name', 'people.email', 'people.phone', 'erased_people.erased_at'])
    .orderBy('start_at')
    .orderBy('bookings.id')
    .execute()
  return {
    count: rows[0]?.count ?? 0,
    entries: rows.map((row) => ({ booking: fromRow(row), customer: toCustomer(row) })),
  }
}

export type Complaint = Omit<BoardEntry, 'resourceIds'> & { id: string; businessName: string; text: string }

/** Complaints that wait for a decision of the market, the one that is due first before the others. */
export async function complaints(
  db: Db,
  marketId: Id<'market'>,
  limit: number,
  after: Id<'booking'> | undefined,
): Promise<Complaint[]> {
  const rows = await selectWithCustomer(db)
    .innerJoin('businesses', 'businesses.id', 'bookings.business_id')
    .select(['businesses.name as business_name', 'bookings.complaint_text as text'])
    .where('bookings.market_id', '=', marketId)
    .where('bookings.complained_at', 'is not', null)
    .where('bookings.complaint_decision', 'is', null)
    .where('bookings.status', '<>', sql.lit('cancelled')) // all of it is refunded, there is nothing to decide
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(bookings.complained_at, bookings.id) > (select last.complained_at, last.id from bookings as last where last.id = ${after})`,
      ),
    )
    .orderBy('bookings.complained_at')
    .orderBy('bookings.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    booking: fromRow(row),
    customer: toCustomer(row),
    businessName: row.business_name,
    text: row.text ?? '',
  }))
}

/** Where a page of somebody's bookings ended, and the instant that divides those to come from those that are over. */
export type Position = { asOf: Instant; isPast: boolean; start: Instant; id: Id<'booking'> }
type Page = { items: Booking[]; next: Position | undefined }

/** What is to come, the nearest first; then what is over, the latest first. */
export async function ofConsumer(
  db: Db,
  consumerId: Id<'person'>,
  now: Instant,
  limit: number,
  after?: Position,
): Promise<Page> {
  const asOf = after?.asOf ?? now
  const count = limit + 1
  const coming = after?.isPast ? [] : await selectPart(db, consumerId, { asOf, isPast: false }, count, after)
  const past =
    coming.length < count
      ? await selectPart(
          db,
          consumerId,
          { asOf, isPast: true },
          count - coming.length,
          after?.isPast ? after : undefined,
        )
      : []
  const items = [...coming, ...past].slice(0, limit)
  const last = items.at(-1)
  const isMore = coming.length + past.length > limit
  const next =
    isMore && last ? { asOf, isPast: items.length > coming.length, start: last.start, id: last.id } : undefined
  return { items, next }
}

async function selectPart(
  db: Db,
  consumerId: Id<'person'>,
  { asOf, isPast }: Pick<Position, 'asOf' | 'isPast'>,
  limit: number,
  after?: Position,
): Promise<Booking[]> {
  const [order, beyond] = isPast ? (['desc', '<'] as const) : (['asc', '>'] as const)
  let query = db
    .selectFrom('bookings')
    .selectAll()
    .where('consumer_id', '=', consumerId)
    .where('end_at', isPast ? '<=' : '>', asOf)
    // Says nothing new, but the index is by the start: without it all that is over is read to find what is to come.
    .where('start_at', isPast ? '<' : '>', isPast ? asOf : asOf.subtract({ hours: longestHours }))
  if (after)
    query = query.where(sql<boolean>`(start_at, id) ${sql.raw(beyond)} (${after.start}::timestamptz, ${after.id})`)
  const rows = await query.orderBy('start_at', order).orderBy('id', order).limit(limit).execute()
  return rows.map(fromRow)
}
