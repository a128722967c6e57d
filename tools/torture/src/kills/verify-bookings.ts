import { sql } from 'kysely'
import type { Running } from '@buy-locals/server/start'
import { databaseOf, findDoubleBookings } from '../database-checks.ts'
import { countBy, type Expect } from '../report.ts'
import type { Attempt, History } from './history.ts'

type BookingRow = {
  id: string
  note: string | null
  status: string
  service_id: string
  start: string
  consumer_id: string
  refund_share: number | null
}

/** Everything that was acknowledged is in the database, and nothing else is. */
export async function verifyBookings(
  running: Running,
  { attempts }: History,
  expect: Expect,
): Promise<Record<string, number>> {
  const { rows } = await sql<BookingRow>`
    select id, note, status, service_id, to_char(start_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as start, consumer_id, refund_share
    from bookings`.execute(databaseOf(running, 'booking'))
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
    if (row) verifyAttempt(attempt, row, expect)
    else expect(!attempt.bookingId, `${attempt.note} was acknowledged as ${attempt.bookingId}, which is lost`)
  }
  for (const finding of await findDoubleBookings(running)) expect(false, finding)
  return { attempts: attempts.length, bookings: rows.length, ...countBy(rows.map(({ status }) => status)) }
}

function verifyAttempt(attempt: Attempt, row: BookingRow, expect: Expect): void {
  const { note, bookingId, person, service, start, statusesSeen, changesRequested, acknowledged } = attempt
  const isSame =
    (!bookingId || bookingId === row.id) &&
    row.service_id === service.id &&
    row.start === start &&
    row.consumer_id === person.id
  expect(!attempt.isRefused, `${note} was refused and is booked`)
  expect(isSame, `${note} is not the booking that was acknowledged`)
  expect(row.status !== 'held', `${row.id} is held after its hold has expired`)
  const isLost = statusesSeen.has('confirmed') && (row.status === 'held' || row.status === 'expired')
  expect(!isLost, `${row.id} was confirmed and is ${row.status}`)
  if (acknowledged) {
    const { change, refundShare } = acknowledged
    const share = row.refund_share ?? undefined
    expect(row.status === change, `${row.id} was acknowledged as ${change} and is ${row.status}`)
    expect(share === refundShare, `${row.id} was acknowledged with a refund share of ${refundShare} and has ${share}`)
  }
  for (const change of ['cancelled', 'completed', 'no-show'] as const) {
    expect(row.status !== change || changesRequested.has(change), `${row.id} is ${change}, which nobody requested`)
  }
}
