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

/** The calendars that somebody else has taken are returned; the caller rolls back. One that was started here has reserved the seats. */
type Joined = { id: Id<'groupSession'>; isStarted: boolean } | { lost: CalendarId[] }
type SessionTime = { staffId: Id<'staff'> | undefined; start: Instant; end: Instant }

/** Starts a session with these seats, which takes these calendars. Where they have one at this time already it is that one, and its seats are reserved last, by `reserveSeats`. */
export const start = (
  tx: Tx,
  service: Service,
  { staffId, start: start_at, end: end_at }: SessionTime,
  calendarIds: CalendarId[],
  seats: number,
): Promise<Joined> =>
  startOrFind(
    tx,
    {
      business_id: service.businessId,
      service_id: service.id,
      staff_id: staffId ?? null,
      start_at,
      end_at,
      buffer_before_minutes: service.bufferBeforeMinutes,
      buffer_after_minutes: service.bufferAfterMinutes,
      capacity: service.capacity,
    },
    calendarIds,
    seats,
  )

async function startOrFind(tx: Tx, row: NewRow, calendarIds: CalendarId[], seats: number): Promise<Joined> {
  if (seats > row.capacity) return { lost: calendarIds }
  const sorted = calendarIds.toSorted()
  const id = newId('groupSession')
  const range = {
    from: row.start_at.subtract({ minutes: row.buffer_before_minutes }),
    to: row.end_at.add({ minutes: row.buffer_after_minutes }),
  }
  const when = sql<boolean>`exists (select from started)`
  const { isStarted, taken } = await tx
    .with('started', (rows) =>
      rows
        .insertInto('group_sessions')
        .values({ ...row, id, calendar_ids: sorted, seats_taken: seats })
        .onConflict((conflict) => conflict.doNothing()) // group_sessions_once: somebody has started it
        .returning('id'),
    )
    .with('taken', () => sql`(${allocations.insertFree(calendarIds, range, { groupSessionId: id }, { when })})`)
    .selectNoFrom([when.as('isStarted'), sql<string[]>`array(select calendar_id from taken)`.as('taken')])
    .executeTakeFirstOrThrow()
  if (!isStarted) return findLive(tx, row, sorted)
  const lost = allocations.findLost(calendarIds, taken)
  return lost.length ? { lost } : { id, isStarted }
}

async function findLive(tx: Tx, { service_id, start_at, end_at }: NewRow, calendarIds: CalendarId[]): Promise<Joined> {
  const row = await tx
    .selectFrom('group_sessions')
    .select('id')
    .where('service_id', '=', service_id)
    .where('start_at', '=', start_at)
    .where('end_at', '=', end_at)
    .where(sql<boolean>`calendar_ids = ${calendarIds}::text[]`)
    .where('live', '=', sql.lit(true))
    .executeTakeFirst()
  return row ? { id: row.id as Id<'groupSession'>, isStarted: false } : { lost: [] } // it has just ended; the next attempt starts another
}

/** Undefined where not so many seats were left. The last statement of a booking but one, so that nobody waits long for the counter. */
export async function reserveSeats(
  tx: Tx,
  id: Id<'groupSession'>,
  seats: number,
): Promise<{ isFull: boolean } | undefined> {
  return tx
    .updateTable('group_sessions')
    .set({ seats_taken: sql`seats_taken + ${seats}::integer` })
    .where('id', '=', id)
    .where('live', '=', sql.lit(true))
    .where(sql<boolean>`seats_taken + ${seats}::integer <= capacity`)
    .returning(sql<boolean>`seats_taken = capacity`.as('isFull'))
    .executeTakeFirst()
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
export async function reopen(tx: Tx, id: Id<'groupSession'>, seats: number): Promise<Joined> {
  const {
    live,
    calendar_ids: calendarIds,
    seats_taken: _,
    id: __,
    ...row
  } = await tx.selectFrom('group_sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (live) return { id, isStarted: false }
  const service = tx.selectFrom('services').select('capacity').where('id', '=', row.service_id)
  const { capacity } = await service.executeTakeFirstOrThrow()
  return startOrFind(tx, { ...row, capacity }, calendarIds as CalendarId[], seats)
}

/** Sessions to come get more seats at once, and fewer as far as none is reserved. */
export async function resize(tx: Tx, serviceId: Id<'service'>, capacity: number, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('group_sessions')
    .set({ capacity: sql`greatest(seats_taken, ${capacity}::integer)` })
    .where('service_id', '=', serviceId)
    .where('live', '=', sql.lit(true))
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
