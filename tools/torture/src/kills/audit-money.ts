import { sql } from 'kysely'
import { checkLedger } from '@buy-locals/payment/use-cases/check-ledger'
import type { Running } from '@buy-locals/server/start'
import type { Expect } from '../report.ts'
import type { Books } from '../stripe.ts'
import { policy } from '../town.ts'

type Row = {
  id: string
  status: string
  payment: string
  refund_share: number | null
  unusable: string[]
  used: string[]
}

/** What Stripe has taken belongs to one booking that stands, or is given back as was agreed, or altogether. */
export async function auditMoney(running: Running, books: Books, expect: Expect): Promise<Record<string, number>> {
  const bookings = await bookingsOf(running)
  const charges = books.charges.filter(({ captured, amountCaptured }) => captured && amountCaptured > 0)
  const byBooking = Map.groupBy(charges, ({ metadata }) => metadata.bookingId ?? 'none')
  for (const [bookingId, paid] of byBooking) {
    const row = bookings.get(bookingId)
    if (!row) {
      expect(false, `${bookingId} was paid and does not exist`)
      continue
    }
    expect(row.used.length <= 1, `${bookingId} was paid ${row.used.length} times, and all were kept`)
    for (const charge of paid) {
      const due = refundDue(row, charge.metadata.paymentId ?? '', charge.amountCaptured)
      const words = `${charge.id} of ${bookingId}, which is ${row.status}: ${charge.amountRefunded} of ${charge.amountCaptured} was given back, not ${due}`
      expect(charge.amountRefunded === due, words)
    }
  }
  for (const { id, status, payment } of bookings.values()) {
    const needsMoney = payment === 'online' && ['confirmed', 'completed', 'no-show'].includes(status)
    expect(!needsMoney || byBooking.has(id), `${id} is ${status}, and nobody paid for it`)
    const sent = books.transfers.filter(({ transferGroup }) => transferGroup === id)
    expect(sent.length <= 1, `the money of ${id} was sent to the business ${sent.length} times`)
    expect(
      payment !== 'online' || status !== 'completed' || sent.length === 1,
      `${id} is completed, and its money was not sent`,
    )
  }
  const ledger = await checkLedger(running.composed.payment)
  for (const words of ledger.faults) expect(false, `ledger: ${words}`)
  expect(ledger.entries > 0, 'the ledger has no entries')
  await nothingLeft(running, expect)
  const given = charges.filter(({ amountRefunded }) => amountRefunded > 0).length
  return {
    charges: charges.length,
    refundedCharges: given,
    transfers: books.transfers.length,
    ledgerEntries: ledger.entries,
  }
}

async function bookingsOf({ composed }: Running): Promise<Map<string, Row>> {
  const db = composed.databases.get('booking')
  if (!db) throw new Error('There is no database of the booking service')
  const { rows } = await sql<Row>`
    select id, status, payment, refund_share,
      array(select payment_id from payments_handled h where h.booking_id = bookings.id and outcome = 'unusable') as unusable,
      array(select payment_id from payments_handled h where h.booking_id = bookings.id and outcome = 'confirmed') as used
    from bookings`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

function refundDue({ status, refund_share, used }: Row, paymentId: string, captured: number): number {
  if (!used.includes(paymentId)) return captured
  if (status === 'confirmed' || status === 'completed') return 0
  const share = status === 'no-show' ? policy.noShowRefundShare : status === 'cancelled' ? (refund_share ?? 0) : 10_000
  return (captured * share) / 10_000
}

/** Nothing waits to be said or done that should have been. */
async function nothingLeft({ composed }: Running, expect: Expect): Promise<void> {
  for (const [name, db] of composed.databases) {
    const { rows: unsaid } = await sql<{ type: string; attempts: number }>`select type, attempts from outbox`.execute(
      db,
    )
    for (const { type, attempts } of unsaid) expect(false, `${name} has not said ${type} after ${attempts} attempts`)
    const { rows: failing } = await sql<{ kind: string; key: string; last_error: string }>`
      select kind, key, last_error from jobs where last_error is not null`.execute(db)
    for (const { kind, key, last_error } of failing) expect(false, `${name} fails at ${kind} ${key}: ${last_error}`)
  }
  const [bookings, copies] = await Promise.all([statuses(composed, 'booking'), statuses(composed, 'payment')])
  for (const [id, status] of bookings)
    expect(copies.get(id) === status, `${id} is ${status}, and payment takes it for ${copies.get(id)}`)
}

async function statuses(composed: Running['composed'], of: 'booking' | 'payment'): Promise<Map<string, string>> {
  const db = composed.databases.get(of)
  if (!db) throw new Error(`There is no database of ${of}`)
  const { rows } = await sql<{ id: string; status: string }>`select id, status from bookings`.execute(db)
  return new Map(rows.map(({ id, status }) => [id, status]))
}
