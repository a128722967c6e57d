import { sql, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import { newId, type Id } from '@buy-locals/values/ids'
import type { CalendarId } from '../domain/catalogue.ts'
import * as allocations from './allocation-repository.ts'
import type { Database } from './database.ts'

type Tx = Transaction<Database>
type Instant = Temporal.Instant
type NewRow = Omit<Selectable<Database['group_sessions']>, 'id' | 'calendar_ids' | 'seats_taken' | 'live'>

/** The calendars that somebody else has taken are returned; the caller rolls back. */
type Joined = { id: Id<'groupSession'> } | { lost: CalendarId[] }
type SessionTime = { staffId: Id<'staff'> | undefined; start: Instant; end: Instant }

/** The session of a service that these calendars have at this time, or else one that starts here and takes them. Its seats are reserved last, by `reserveSeats`. */
export const join = (
  tx: Tx,
  service: Service,
  { staffId, start, end }: SessionTime,
  calendarIds: CalendarId[],
): Promise<Joined> =>
  joinOrInsert(
    tx,
    {
      business_id: service.businessId,
      service_id: service.id,
      staff_id: staffId ?? null,
      start_at: start,
      end_at: end,
      buffer_before_minutes: service.bufferBeforeMinutes,
      buffer_after_minutes: service.bufferAfterMinutes,
      capacity: service.capacity,
    },
    calendarIds,
  )

async function joinOrInsert(tx: Tx, row: NewRow, calendarIds: CalendarId[]): Promise<Joined> {
  const sorted = calendarIds.toSorted()
  const id = newId('groupSession')
  const inserted = await tx
    .insertInto('group_sessions')
    .values({ ...row, id, calendar_ids: sorted })
    .onConflict((conflict) => conflict.doNothing()) // group_sessions_once: somebody has started it
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return findLive(tx, row, sorted)
  const range = {
    from: row.start_at.subtract({ minutes: row.buffer_before_minutes }),
    to: row.end_at.add({ minutes: row.buffer_after_minutes }),
  }
  const lost = await allocations.take(tx, calendarIds, range, { groupSessionId: id })
  return lost.length ? { lost } : { id }
}

async function findLive(tx: Tx, { service_id, start_at, end_at }: NewRow, calendarIds: CalendarId[]): Promise<Joined> {
  const row = await tx
    .selectFrom('group_sessions')
    .select('id')
    .where('service_id', '=', service_id)
    .where('start_at', '=', start_at)
    .where('end_at', '=', end_at)
    .where(sql<boolean>`calendar_ids = ${calendarIds}::text[]`)
    .where('live', '=', true)
    .executeTakeFirst()
  return row ? { id: row.id as Id<'groupSession'> } : { lost: [] } // it has just ended; the next attempt starts another
}

/** Whether so many seats were left. The last statement of a booking but one, so that nobody waits long for the counter. */
export async function reserveSeats(tx: Tx, id: Id<'groupSession'>, seats: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('group_sessions')
    .set({ seats_taken: sql`seats_taken + ${seats}::integer` })
    .where('id', '=', id)
    .where('live', '=', true)
    .where(sql<boolean>`seats_taken + ${seats}::integer <= capacity`)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** A session without bookings ends, and its calendars are free again. Seats beyond what the service has by now go with whoever had them. */
export async function releaseSeats(tx: Tx, id: Id<'groupSession'>, seats: number): Promise<void> {
  const { live } = await tx
    .updateTable('group_sessions')
    .set({
      seats_taken: sql`seats_taken - ${seats}::integer`,
      live: sql`seats_taken > ${seats}::integer`,
      capacity: sql`least(capacity, greatest(seats_taken - ${seats}::integer, 1, (select capacity from services where id = service_id)))`,
    })
    .where('id', '=', id)
    .returning('live')
    .executeTakeFirstOrThrow()
  if (!live) await allocations.release(tx, { groupSessionId: id })
}

/** A session that has ended with its last booking starts again where its calendars are still free. */
export async function reopen(tx: Tx, id: Id<'groupSession'>): Promise<Joined> {
  const {
    live,
    calendar_ids: calendarIds,
    seats_taken: _,
    id: __,
    ...row
  } = await tx.selectFrom('group_sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (live) return { id }
  const service = tx.selectFrom('services').select('capacity').where('id', '=', row.service_id)
  const { capacity } = await service.executeTakeFirstOrThrow()
  return joinOrInsert(tx, { ...row, capacity }, calendarIds as CalendarId[])
}

/** Sessions to come get more seats at once, and fewer as far as none is reserved. */
export async function resize(tx: Tx, serviceId: Id<'service'>, capacity: number, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('group_sessions')
    .set({ capacity: sql`greatest(seats_taken, ${capacity}::integer)` })
    .where('service_id', '=', serviceId)
    .where('live', '=', true)
    .where('start_at', '>', now)
    .execute()
}

/** A session of this business, whether or not it still takes place. */
export async function find(
  tx: Tx,
  businessId: Id<'business'>,
  id: Id<'groupSession'>,
): Promise<{ live: boolean; calendarIds: CalendarId[]; start: Instant; end: Instant } | undefined> {
  const row = await tx
    .selectFrom('group_sessions')
    .select(['live', 'calendar_ids', 'start_at', 'end_at'])
    .where('id', '=', id)
    .where('business_id', '=', businessId)
    .executeTakeFirst()
  return row && { live: row.live, calendarIds: row.calendar_ids as CalendarId[], start: row.start_at, end: row.end_at }
}
