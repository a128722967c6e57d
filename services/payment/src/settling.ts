import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { cancelJob, schedule } from '@buy-locals/service-kit/jobs'
import { newId } from '@buy-locals/values/ids'
import { subtract, type Money } from '@buy-locals/values/money'
import { closesAt, outcomeOf, type Outcome } from './domain/outcome.ts'
import { isOpen, type Payment } from './domain/payment.ts'
import { clawBackPosting } from './domain/posting.ts'
import { remainingAfter, splitOfRefund } from './domain/split.ts'
import { close, giveBack, release } from './jobs.ts'
import type { KnownBooking } from './persistence/bookings.ts'
import * as clawBacks from './persistence/claw-backs.ts'
import type { Database } from './persistence/database.ts'
import * as ledger from './persistence/ledger.ts'
import * as markets from './persistence/markets.ts'
import * as payments from './persistence/payment-repository.ts'
import * as refunds from './persistence/refund-repository.ts'
import * as transfers from './persistence/transfer-repository.ts'

type Tx = Transaction<Database>
type Divided = Extract<Outcome, { kind: 'divide' }>

/** Brings the payments of a booking in line with what is known of it. Said twice, or in another order, it ends the same. The booking is locked. */
export async function settle(tx: Tx, now: Temporal.Instant, booking: KnownBooking): Promise<void> {
  for (const payment of await payments.ofBooking(tx, booking.id)) {
    if (isOpen(payment)) await closeInTime(tx, booking, payment)
    else if (payment.status === 'succeeded') await follow(tx, now, payment, await outcome(tx, booking, payment))
  }
}

export async function outcome(tx: Tx, booking: KnownBooking, payment: Payment): Promise<Outcome> {
  const market = await markets.find(tx, booking.marketId)
  if (!market) throw new Error(`Payment ${payment.id} was made in market ${booking.marketId}, which is not known`)
  return outcomeOf(payment, booking, market.complaintHours)
}

async function closeInTime(tx: Tx, booking: KnownBooking, { id: paymentId }: Payment): Promise<void> {
  const at = closesAt(booking)
  if (at) await schedule(tx, close, paymentId, at, { paymentId })
  else await cancelJob(tx, close, paymentId)
}

async function follow(tx: Tx, now: Temporal.Instant, payment: Payment, becomes: Outcome): Promise<void> {
  const isSent = (await transfers.ofPayment(tx, payment.id)) !== undefined
  if (becomes.kind === 'wait' && becomes.until) await payments.update(tx, { ...payment, releaseAt: becomes.until })
  if (becomes.kind === 'freeze' && !isSent) {
    await cancelJob(tx, release, payment.id)
    await payments.update(tx, { ...payment, funds: 'frozen', releaseAt: undefined })
  }
  if (becomes.kind === 'divide') await divide(tx, now, payment, becomes, isSent)
}

async function divide(
  tx: Tx,
  now: Temporal.Instant,
  payment: Payment,
  becomes: Divided,
  isSent: boolean,
): Promise<void> {
  const { id: paymentId, captured } = payment
  const given = await refunds.ofPayment(tx, paymentId)
  const kept = remainingAfter(captured, given.map(({ amount }) => amount)) // prettier-ignore
  const missing = subtract(becomes.refund, subtract(captured, kept))
  if (missing.amount > 0) await refund(tx, now, payment, { amount: missing, kept, reason: becomes.reason, isSent })
  // Money that the bank sent back stays frozen for somebody to look at.
  if (isSent || given.some(({ status }) => status === 'failed')) return
  if (kept.amount > Math.max(0, missing.amount)) {
    await payments.update(tx, { ...payment, funds: 'held', releaseAt: becomes.releaseAt })
    await schedule(tx, release, paymentId, becomes.releaseAt, { paymentId })
  } else {
    await cancelJob(tx, release, paymentId)
    if (payment.funds === 'frozen') await payments.update(tx, { ...payment, funds: 'held', releaseAt: undefined })
  }
}

type Wanted = { amount: Money; kept: Money; reason: Divided['reason']; isSent: boolean }

/** What the business has had already is owed by it from here on. */
async function refund(
  tx: Tx,
  now: Temporal.Instant,
  payment: Payment,
  { amount, kept, reason, isSent }: Wanted,
): Promise<void> {
  const { id: paymentId, businessId, feeBasisPoints } = payment
  const refundId = newId('refund')
  const own = { id: refundId, paymentId, amount, reason, createdAt: now }
  await refunds.insert(tx, { ...own, status: 'wanted', attempt: 0, reference: undefined, doneAt: undefined })
  if (isSent) {
    await ledger.enter(tx, now, payment, clawBackPosting(payment, refundId, kept, amount))
    const { net } = splitOfRefund(kept, amount, feeBasisPoints)
    if (net.amount > 0) await clawBacks.insert(tx, { refundId, paymentId, businessId, amount: net })
  }
  await schedule(tx, giveBack, refundId, now, { refundId })
}
