import { sql, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { newId, type Id } from '@buy-locals/values/ids'
import type { CalendarId } from '../domain/catalogue.ts'
import * as allocations from './allocation-repository.ts'
import type { Database } from './database.ts'

type Tx = Transaction<Database>
type SessionTime = Omit<Selectable<Database['group_sessions']>, 'id' | 'calendar_ids' | 'seats_taken' | 'live'>

/** The calendars that somebody else has taken are named; the caller rolls back. */
type Joined = { id: Id<'groupSession'> } | { lost: CalendarId[] }

/** The session that these calendars have at this time, or else one that starts here and takes them. Its seats are reserved last, by `reserveSeats`. */
export async function join(tx: Tx, time: SessionTime, calendarIds: CalendarId[]): Promise<Joined> {
  const sorted = calendarIds.toSorted()
  const id = newId('groupSession')
  const inserted = await tx
    .insertInto('group_sessions')
    .values({ ...time, id, calendar_ids: sorted })
    .onConflict((conflict) => conflict.doNothing()) // group_sessions_once: somebody has started it
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return findLive(tx, time, sorted)
  const range = {
    from: time.start_at.subtract({ minutes: time.buffer_before_minutes }),
    to: time.end_at.add({ minutes: time.buffer_after_minutes }),
  }
  const lost = await allocations.take(tx, calendarIds, range, { group_session_id: id })
  return lost.length ? { lost } : { id }
}

async function findLive(
  tx: Tx,
  { service_id, start_at, end_at }: SessionTime,
  calendarIds: CalendarId[],
): Promise<Joined> {
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
  if (!live) await allocations.release(tx, { group_session_id: id })
}

/** A session that has ended with its last booking starts again where its calendars are still free. */
export async function reopen(tx: Tx, id: Id<'groupSession'>): Promise<Joined> {
  const {
    live,
    calendar_ids: calendarIds,
    seats_taken: _,
    id: __,
    ...time
  } = await tx.selectFrom('group_sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (live) return { id }
  const service = tx.selectFrom('services').select('capacity').where('id', '=', time.service_id)
  const { capacity } = await service.executeTakeFirstOrThrow()
  return join(tx, { ...time, capacity }, calendarIds as CalendarId[])
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
