import { sql } from 'kysely'
import type { Running } from '@buy-locals/server/start'
import { doubles } from '../races/doubles.ts'
import { countBy, type Expect } from '../report.ts'
import type { Intention, Memory } from './memory.ts'

export type BookingRow = {
  id: string
  note: string | null
  status: string
  service_id: string
  start: string
  consumer_id: string
  refund_share: number | null
}

/** Everything that was answered is still so, and nothing is there that nobody asked for. */
export async function auditBookings(running: Running, memory: Memory, expect: Expect): Promise<Record<string, number>> {
  const db = running.composed.databases.get('booking')
  if (!db) throw new Error('There is no database of the booking service')
  const { rows } = await sql<BookingRow>`
    select id, note, status, service_id, to_char(start_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as start, consumer_id, refund_share
    from bookings`.execute(db)
  const byNote = Map.groupBy(rows, ({ note }) => note)
  for (const [note, same] of byNote) {
    expect(same.length === 1, `${note} became ${same.length} bookings`)
    expect(
      memory.intentions.some((intention) => intention.note === note),
      `nobody asked for a booking called ${note}`,
    )
  }
  for (const intention of memory.intentions) {
    const row = byNote.get(intention.note)?.[0]
    if (row) judge(intention, row, expect)
    else expect(!intention.bookingId, `${intention.note} was answered with ${intention.bookingId}, which is lost`)
  }
  for (const words of await doubles(running)) expect(false, words)
  return { intentions: memory.intentions.length, bookings: rows.length, ...countBy(rows.map(({ status }) => status)) }
}

function judge(intention: Intention, row: BookingRow, expect: Expect): void {
  const { note, bookingId, person, service, start, seen, asked, answered } = intention
  const isSame =
    (!bookingId || bookingId === row.id) &&
    row.service_id === service.id &&
    row.start === start &&
    row.consumer_id === person.id
  expect(!intention.isRefused, `${note} was answered with a refusal and is booked`)
  expect(isSame, `${note} is not the booking that was answered`)
  expect(row.status !== 'held', `${row.id} is still held long after its time`)
  const isLost = seen.has('confirmed') && (row.status === 'held' || row.status === 'expired')
  expect(!isLost, `${row.id} was confirmed and is ${row.status}`)
  if (answered) {
    expect(row.status === answered.change, `${row.id} was answered to be ${answered.change} and is ${row.status}`)
    const share = row.refund_share ?? undefined
    expect(share === answered.refundShare, `${row.id} was answered a share of ${answered.refundShare} and has ${share}`)
  }
  for (const change of ['cancelled', 'completed', 'no-show'] as const) {
    expect(row.status !== change || asked.has(change), `${row.id} is ${change}, which nobody asked for`)
  }
}
