import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { CalendarId } from '../domain/catalogue.ts'
import type { Database } from './database.ts'

type Tx = Transaction<Database>
type Instant = Temporal.Instant

export type Range = { from: Instant; to: Instant }

/** Until the end of the transaction, nobody takes or moves time of these calendars. Function scans keep the order of the array: one order for everyone, no deadlock. */
export async function lockCalendars(tx: Tx, ids: readonly string[]): Promise<void> {
  const sorted = [...new Set(ids)].toSorted()
  await sql`select pg_advisory_xact_lock(${calendarLock}) from unnest(${sorted}::text[]) as calendars(id)`.execute(tx)
}

const calendarLock = sql`hashtextextended('calendar ' || id, 0)`

type Owner = { bookingId: Id<'booking'> } | { groupSessionId: Id<'groupSession'> } | { blockId: Id<'block'> }

/** Takes the time from all these calendars, or returns those that somebody else has taken; then the caller rolls back. */
export async function take(
  tx: Tx,
  calendarIds: readonly CalendarId[],
  range: Range,
  owner: Owner,
  expiresAt?: Instant,
): Promise<CalendarId[]> {
  const { rows } = await sql<{ calendar_id: string }>`${insertFree(calendarIds, range, owner, { expiresAt })}`.execute(
    tx,
  )
  return findLost(calendarIds, rows.map((row) => row.calendar_id)) // prettier-ignore
}

export const findLost = (calendarIds: readonly CalendarId[], taken: readonly string[]): CalendarId[] =>
  calendarIds.filter((id) => !taken.includes(id))

/**
 * Inserts what is free and returns its calendars. Whoever takes time first waits for those who move it, and not for each
 * other: all their calendars are shared before a row is inserted. One order for everyone: no deadlock.
 */
export function insertFree(
  calendarIds: readonly CalendarId[],
  { from, to }: Range,
  owner: Owner,
  { expiresAt, when = sql`true` }: { expiresAt?: Instant | undefined; when?: RawBuilder<boolean> } = {},
): RawBuilder<{ calendar_id: string }> {
  const { booking_id, group_session_id, block_id } = toOwnerColumns(owner)
  const calendars = sql`unnest(${calendarIds.toSorted()}::text[]) as calendars(id)`
  return sql`
    with shared as materialized (
      select pg_advisory_xact_lock_shared(${calendarLock}) from ${calendars} where ${when}
    )
    insert into allocations (calendar_id, during, booking_id, group_session_id, block_id, expires_at)
    select id, tstzrange(${from}::timestamptz, ${to}::timestamptz), ${booking_id}, ${group_session_id}, ${block_id}, ${expiresAt ?? null}::timestamptz
    from ${calendars} where (select count(*) from shared) > 0
    on conflict do nothing
    returning calendar_id`
}

/** Takes for a block what nobody else has taken of this time; what others take at the same instant is left to them. */
export async function takeRest(tx: Tx, calendarId: string, { from, to }: Range, blockId: Id<'block'>): Promise<void> {
  const range = sql`tstzrange(${from}::timestamptz, ${to}::timestamptz)`
  const insertGaps = sql`
    insert into allocations (calendar_id, during, block_id)
    select ${calendarId}, gap, ${blockId} from unnest(tstzmultirange(${range}) - coalesce(
      (select range_agg(during) from allocations where live and calendar_id = ${calendarId} and during && ${range}),
      '{}'::tstzmultirange)) as gap
    on conflict do nothing`
  // A gap that somebody has just booked into is left out whole, so it is looked at again.
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const { numAffectedRows } = await insertGaps.execute(tx)
    if (!numAffectedRows) return
  }
}

const maxAttempts = 5

/** Takes what a booking once had; false where somebody else has some of it now, and then the caller rolls back. */
export async function retake(tx: Tx, bookingId: Id<'booking'>): Promise<boolean> {
  const rows = await tx
    .selectFrom('allocations')
    .select(['calendar_id', sql<Instant>`lower(during)`.as('from'), sql<Instant>`upper(during)`.as('to')])
    .distinct()
    .where('booking_id', '=', bookingId)
    .execute()
  const [first] = rows
  if (!first) return false
  const calendarIds = rows.map((row) => row.calendar_id as CalendarId)
  return (await take(tx, calendarIds, first, { bookingId })).length === 0
}

export async function release(tx: Tx, owner: Exclude<Owner, { blockId: string }>): Promise<void> {
  const [column, id] =
    'bookingId' in owner
      ? (['booking_id', owner.bookingId] as const)
      : (['group_session_id', owner.groupSessionId] as const)
  await tx
    .updateTable('allocations')
    .set({ live: false })
    .where(column, '=', id)
    .where('live', '=', sql.lit(true))
    .execute()
}

/** A booking that moves leaves nothing of its old time behind. */
export async function remove(tx: Tx, bookingId: Id<'booking'>): Promise<void> {
  await tx.deleteFrom('allocations').where('booking_id', '=', bookingId).execute()
}

/** What a booking has taken: one time of several calendars. */
export async function timeOf(tx: Tx, bookingId: Id<'booking'>): Promise<Range & { calendarIds: CalendarId[] }> {
  const rows = await tx
    .selectFrom('allocations')
    .select(['calendar_id', sql<Instant>`lower(during)`.as('from'), sql<Instant>`upper(during)`.as('to')])
    .where('booking_id', '=', bookingId)
    .where('live', '=', sql.lit(true))
    .execute()
  const [first] = rows
  if (!first) throw new Error(`Booking ${bookingId} has no time`)
  return { from: first.from, to: first.to, calendarIds: rows.map((row) => row.calendar_id as CalendarId) }
}

/** Holds a second time for a booking: what of it is not its own already. False where somebody else has some of it; then the caller rolls back. */
export async function takeBeside(
  tx: Tx,
  { calendarIds, from, to }: Range & { calendarIds: readonly CalendarId[] },
  bookingId: Id<'booking'>,
  expiresAt: Instant,
): Promise<boolean> {
  const sorted = calendarIds.toSorted()
  const range = sql`tstzrange(${from}::timestamptz, ${to}::timestamptz)`
  const own = sql`select range_agg(during) from allocations where booking_id = ${bookingId} and live and calendar_id = calendars.id`
  await sql`
    insert into allocations (calendar_id, during, booking_id, expires_at)
    select calendars.id, gap, ${bookingId}, ${expiresAt}::timestamptz
    from unnest(${sorted}::text[]) as calendars(id), unnest(tstzmultirange(${range}) - coalesce((${own}), '{}'::tstzmultirange)) as gap
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${sorted}::text[]) as calendars(id) where (${own}) @> ${range}`.execute(tx)
  return rows.length === sorted.length
}

/** Of the two times of a booking, the one that was held beside its own. */
export async function removeHeld(tx: Tx, bookingId: Id<'booking'>): Promise<void> {
  await tx.deleteFrom('allocations').where('booking_id', '=', bookingId).where('expires_at', 'is not', null).execute()
}

/** The calendars that a booking, or the group session it has joined, has taken. */
export async function calendarsOf(
  tx: Tx,
  { id, groupSessionId }: { id: Id<'booking'>; groupSessionId?: Id<'groupSession'> | undefined },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('allocations')
    .select('calendar_id')
    .where((row) => row.or([row('booking_id', '=', id), row('group_session_id', '=', groupSessionId ?? null)]))
    .execute()
  return rows.map((row) => row.calendar_id)
}

/** What was taken for a hold no longer expires. */
export async function confirm(tx: Tx, bookingId: Id<'booking'>): Promise<void> {
  await tx.updateTable('allocations').set({ expires_at: null }).where('booking_id', '=', bookingId).execute()
}

const toOwnerColumns = (owner: Owner) => ({
  booking_id: 'bookingId' in owner ? owner.bookingId : null,
  group_session_id: 'groupSessionId' in owner ? owner.groupSessionId : null,
  block_id: 'blockId' in owner ? owner.blockId : null,
})
