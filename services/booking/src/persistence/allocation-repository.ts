import { sql, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { CalendarId } from '../domain/catalogue.ts'
import type { Database } from './database.ts'

type Tx = Transaction<Database>
type Instant = Temporal.Instant

export type Range = { from: Instant; to: Instant }

type Owner =
  | { booking_id: Id<'booking'>; expires_at?: Instant | undefined }
  | { group_session_id: Id<'groupSession'> }
  | { block_id: Id<'block'> }

/** Takes the time from all these calendars, or returns those that somebody else has taken; then the caller rolls back. */
export async function take(
  tx: Tx,
  calendarIds: readonly CalendarId[],
  { from, to }: Range,
  owner: Owner,
): Promise<CalendarId[]> {
  const none = { booking_id: null, group_session_id: null, block_id: null, expires_at: null }
  const during = sql<string>`tstzrange(${from}::timestamptz, ${to}::timestamptz)`
  const inserted = await tx
    .insertInto('allocations')
    .values(
      calendarIds
        .toSorted() // one order for everyone: no deadlock
        .map((calendar_id) => ({
          calendar_id,
          during,
          ...none,
          ...owner,
          expires_at: ('expires_at' in owner && owner.expires_at) || null,
        })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('calendar_id')
    .execute()
  const taken = new Set(inserted.map((row) => row.calendar_id))
  return calendarIds.filter((id) => !taken.has(id))
}

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
  return (await take(tx, calendarIds, first, { booking_id: bookingId })).length === 0
}

export async function release(
  tx: Tx,
  owner: { booking_id: string } | { group_session_id: string } | { block_id: string },
): Promise<void> {
  const [column, value] = Object.entries(owner)[0] ?? []
  await tx
    .updateTable('allocations')
    .set({ live: false })
    .where(column as 'booking_id', '=', value ?? '')
    .where('live', '=', true)
    .execute()
}

/** What was taken for a hold no longer expires. */
export async function confirm(tx: Tx, bookingId: Id<'booking'>): Promise<void> {
  await tx.updateTable('allocations').set({ expires_at: null }).where('booking_id', '=', bookingId).execute()
}
