import { sql } from 'kysely'
import { checkLedger } from '@buy-locals/payment/use-cases/check-ledger'
import type { Running } from '@buy-locals/server/start'
import { databaseOf } from '../database-checks.ts'
import type { Expect } from '../report.ts'
import type { StripeState } from '../stripe.ts'
import { policy } from '../test-market.ts'

type Row = {
  id: string
  status: string
  is_final: boolean
  payment: string
  refund_share: number | null
  complaint_decision: string | null
  used: string[]
}

/** Every captured charge pays for one booking, or is refunded: by the policy where it was used, else in full. What was refunded at Stripe or lost in a dispute counts towards it. */
export async function verifyMoney(
  running: Running,
  stripe: StripeState,
  expect: Expect,
): Promise<Record<string, number>> {
  const bookings = await readBookings(running)
  const charges = stripe.charges.filter(({ captured, amountCaptured }) => captured && amountCaptured > 0)
  const byBooking = Map.groupBy(charges, ({ metadata }) => metadata.bookingId ?? 'none')
  for (const [bookingId, paid] of byBooking) {
    const row = bookings.get(bookingId)
    if (!row) {
      expect(false, `${bookingId} was paid and does not exist`)
      continue
    }
    expect(row.used.length <= 1, `${bookingId} was paid ${row.used.length} times, and all payments were used`)
    for (const { id, amountCaptured, amountRefunded, metadata } of paid) {
      const due = refundDue(row, metadata.paymentId ?? '', amountCaptured)
      const { refunded, lost } = movedAtStripe(stripe, id)
      const ours = amountRefunded - refunded
      expect(
        ours <= due && ours >= Math.max(0, due - refunded - lost),
        `${id} of ${bookingId}, which is ${row.status}: ${ours} of ${amountCaptured} was refunded, not ${due}, besides ${refunded} at Stripe and ${lost} lost`,
      )
      const own = stripe.refunds.filter(({ charge, metadata }) => charge === id && metadata.refundId)
      const isUndisturbed = refunded === 0 && disputesOf(stripe, id).length === 0
      const expected = due > 0 ? 1 : 0
      expect(
        !isUndisturbed || own.length === expected,
        `${id} of ${bookingId} has ${own.length} refunds, not ${expected}`,
      )
    }
  }
  for (const row of bookings.values()) {
    const { id, status, payment } = row
    const needsPayment = payment === 'online' && ['confirmed', 'completed', 'no-show'].includes(status)
    expect(!needsPayment || byBooking.has(id), `${id} is ${status} and was not paid`)
    const transfers = stripe.transfers.filter(({ transferGroup }) => transferGroup === id)
    const paid = byBooking.get(id) ?? []
    const won = paid.flatMap((charge) => disputesOf(stripe, charge.id)).filter(({ status }) => status === 'won')
    expect(transfers.length <= 1 + won.length, `the money of ${id} was transferred ${transfers.length} times`)
    const isLeft = paid.some(
      (charge) => charge.amountCaptured > charge.amountRefunded + movedAtStripe(stripe, charge.id).lost,
    )
    expect(
      !isDecided(row) || !isLeft || transfers.length > 0,
      `${id} is ${status}, and what is left of its money was not transferred`,
    )
  }
  const ledger = await checkLedger(running.composed.payment)
  for (const fault of ledger.faults) expect(false, `ledger: ${fault}`)
  expect(ledger.entries > 0, 'the ledger has no entries')
  await verifyNothingIsPending(running, expect)
  await verifyInbox(running, expect)
  return {
    charges: charges.length,
    disputes: stripe.disputes.length,
    refundedAtStripe: stripe.refunds.filter(({ metadata }) => !metadata.refundId).length,
    refundedCharges: charges.filter(({ amountRefunded }) => amountRefunded > 0).length,
    transfers: stripe.transfers.length,
    ledgerEntries: ledger.entries,
  }
}

const disputesOf = ({ disputes }: StripeState, chargeId: string) => disputes.filter(({ charge }) => charge === chargeId)

/** What the dashboard has refunded of a charge, and what banks have kept. */
function movedAtStripe(stripe: StripeState, chargeId: string): { refunded: number; lost: number } {
  const sum = (parts: { amount: number }[]) => parts.reduce((total, { amount }) => total + amount, 0)
  const refunds = stripe.refunds.filter(({ charge, metadata }) => charge === chargeId && !metadata.refundId)
  const lost = disputesOf(stripe, chargeId).filter(({ status }) => status === 'lost')
  return { refunded: sum(refunds), lost: sum(lost) }
}

async function readBookings(running: Running): Promise<Map<string, Row>> {
  const { rows } = await sql<Row>`
    select id, status, is_final, payment, refund_share, complaint_decision,
      array(select payment_id from payments_handled h where h.booking_id = bookings.id and outcome = 'confirmed') as used
    from bookings`.execute(databaseOf(running, 'booking'))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Nothing can change any more whose the money is. */
const isDecided = ({ status, is_final, complaint_decision }: Row): boolean =>
  is_final || complaint_decision !== null || status === 'cancelled'

function refundDue(row: Row, paymentId: string, captured: number): number {
  const { status, refund_share, complaint_decision, used } = row
  if (status === 'expired' || !used.includes(paymentId)) return captured
  if (!isDecided(row)) return 0
  const isMissed = status === 'no-show' && complaint_decision !== 'refunded'
  return (captured * (isMissed ? policy.noShowRefundShare : (refund_share ?? 0))) / 10_000
}

/** No event is unpublished, no job fails, and the payment service knows every booking as it is. */
async function verifyNothingIsPending(running: Running, expect: Expect): Promise<void> {
  for (const [name, db] of running.composed.databases) {
    const { rows: events } = await sql<{ type: string; attempts: number }>`
      select type, attempts from outbox`.execute(db)
    for (const { type, attempts } of events)
      expect(false, `${name} has not published ${type} after ${attempts} attempts`)
    const { rows: jobs } = await sql<{ kind: string; key: string; last_error: string }>`
      select kind, key, last_error from jobs where last_error is not null`.execute(db)
    for (const { kind, key, last_error } of jobs) expect(false, `${name} fails at ${kind} ${key}: ${last_error}`)
  }
  const [bookings, projected] = await Promise.all([readStatuses(running, 'booking'), readStatuses(running, 'payment')])
  for (const [id, status] of bookings)
    expect(projected.get(id) === status, `${id} is ${status}, and ${projected.get(id)} in the payment service`)
}

/** What an event did and that it was handled are one commit. */
async function verifyInbox(running: Running, expect: Expect): Promise<void> {
  const { rows } = await sql<{ used: number; noted: number }>`
    select (select count(*)::int from payments_handled) as used,
      (select count(*)::int from inbox where consumer = 'booking.payments') as noted`.execute(
    databaseOf(running, 'booking'),
  )
  const [{ used, noted } = { used: 0, noted: 0 }] = rows
  expect(noted >= used, `of ${used} payments that were used ${noted} are noted as handled`)
}

async function readStatuses(running: Running, service: 'booking' | 'payment'): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; status: string }>`
    select id, status from bookings`.execute(databaseOf(running, service))
  return new Map(rows.map(({ id, status }) => [id, status]))
}
