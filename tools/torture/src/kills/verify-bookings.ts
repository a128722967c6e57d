import { sql } from 'kysely'
import {
  bookingConfirmed,
  bookingExpired,
  bookingFinalized,
  bookingHeld,
  bookingPaymentUnusable,
} from '@buy-locals/contracts/booking/events'
import type { Running } from '@buy-locals/server/start'
import type { Id } from '@buy-locals/values/ids'
import { databaseOf, findDoubleBookings, findWrongAllocations } from '../database-checks.ts'
import { countBy, type Expect } from '../report.ts'
import { readBookingHistory, type Change } from './booking-history.ts'
import type { Attempt, History } from './history.ts'

type BookingRow = {
  id: string
  note: string | null
  status: string
  service_id: string
  start: string
  consumer_id: string
  group_session_id: string | null
  refund_share: number | null
  version: number
}

export const sessionsCancelled = 'sessions cancelled'

/** Everything that was shown to anybody is in the database, and nothing else is. */
export async function verifyBookings(
  running: Running,
  history: History,
  expect: Expect,
): Promise<Record<string, number>> {
  const { attempts } = history
  const { rows } = await sql<BookingRow>`
    select id, note, status, service_id, start_at::text as start, consumer_id, group_session_id, refund_share, version
    from bookings`.execute(databaseOf(running, 'booking'))
  const changes = await readBookingHistory(running)
  const byNote = Map.groupBy(rows, ({ note }) => note)
  for (const [note, same] of byNote) {
    expect(same.length === 1, `${note} became ${same.length} bookings`)
    expect(
      attempts.some((attempt) => attempt.note === note),
      `nobody requested the booking ${note}`,
    )
  }
  for (const attempt of attempts) {
    const row = byNote.get(attempt.note)?.[0]
    if (row) verifyAttempt(attempt, row, changes.get(row.id) ?? [], expect)
    else expect(!attempt.bookingId, `${attempt.note} was acknowledged as ${attempt.bookingId}, which is lost`)
  }
  for (const { id, status, group_session_id } of rows) {
    const isCancelled = history.sessionsCancelled.has(group_session_id as Id<'groupSession'>)
    expect(!isCancelled || ['cancelled', 'expired'].includes(status), `${id} is ${status} in a cancelled session`)
  }
  for (const finding of [...(await findDoubleBookings(running)), ...(await findWrongAllocations(running))])
    expect(false, finding)
  const actions = [...changes.values()].flat().map(({ action }) => action.replace(/^booking\.|\.v\d+$/g, ''))
  return {
    ...{ attempts: attempts.length, bookings: rows.length, ...countBy(actions) },
    [sessionsCancelled]: history.sessionsCancelled.size,
    ...countBy(rows.map(({ status }) => `ended ${status}`)),
  }
}

/** What happens by itself, each at most once. */
const automatic: string[] = [bookingHeld, bookingConfirmed, bookingExpired, bookingFinalized].map(({ type }) => type)

function verifyAttempt(attempt: Attempt, row: BookingRow, changes: Change[], expect: Expect): void {
  const { note, bookingId, person, service, starts, requested, shown } = attempt
  const isSame = (!bookingId || bookingId === row.id) && row.service_id === service.id && row.consumer_id === person.id
  expect(!attempt.isRefused, `${note} was refused and is booked`)
  expect(isSame, `${note} is not the booking that was acknowledged`)
  expect([...starts].some(isSameInstant(row.start)), `${row.id} is at ${row.start}, which nobody requested`)
  expect(row.status !== 'held', `${row.id} is held after its hold has expired`)
  const isLost = shown.some(({ status }) => status === 'confirmed') && row.status === 'expired'
  expect(!isLost, `${row.id} was confirmed and is ${row.status}`)

  expect(changes.length === row.version, `${row.id} has version ${row.version} after ${changes.length} changes`)
  for (const seen of shown) {
    const stored = changes[seen.version - 1]
    expect(isShownAs(seen, stored), `${row.id} was shown as ${JSON.stringify(seen)} and was ${JSON.stringify(stored)}`)
  }
  const last = { status: row.status, start: row.start, refundShare: row.refund_share ?? undefined }
  expect(isShownAs(last, changes.at(-1)), `${row.id} is ${JSON.stringify(last)}, not ${JSON.stringify(changes.at(-1))}`)
  for (const [action, times] of Object.entries(countBy(changes.map((change) => change.action)))) {
    const most = automatic.includes(action) ? 1 : requested.filter((type) => type === action).length
    expect(
      times <= most || action === bookingPaymentUnusable.type,
      `${row.id}: ${action} happened ${times} times and was requested ${most} times`,
    )
  }
}

type Shown = { status: string; start: string; refundShare?: number | undefined }

const isShownAs = (shown: Shown, change: Change | undefined): boolean =>
  change !== undefined &&
  shown.status === change.status &&
  (change.start === undefined || isSameInstant(shown.start)(change.start)) &&
  (change.start === undefined || shown.refundShare === change.refundShare)

const isSameInstant = (one: string) => (other: string) => Date.parse(one) === Date.parse(other)
