import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { cancelJob, schedule } from '@buy-locals/service-kit/jobs'
import { subtract } from '@buy-locals/values/money'
import { decideFunds, paymentClosesAt, type FundsDecision } from '../domain/funds-decision.ts'
import { isOpen, type Payment } from '../domain/payment.ts'
import { remainingAfter } from '../domain/split.ts'
import { closeJob, releaseJob } from '../jobs.ts'
import type { ProjectedBooking } from '../persistence/bookings.ts'
import type { Database } from '../persistence/database.ts'
import * as markets from '../persistence/markets.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'
import * as transfers from '../persistence/transfer-repository.ts'
import { requestRefund } from './request-refund.ts'

type Tx = Transaction<Database>
type Division = Extract<FundsDecision, { kind: 'divide' }>

/** Brings the payments of a booking in line with the booking's state. Repeated, or in another order, it ends the same. The booking is locked. */
export async function applyBooking(tx: Tx, now: Temporal.Instant, booking: ProjectedBooking): Promise<void> {
  for (const payment of await payments.listByBooking(tx, booking.id)) {
    if (isOpen(payment)) await scheduleClose(tx, booking, payment)
    else if (payment.status === 'succeeded')
      await applyDecision(tx, now, payment, await decideFundsInMarket(tx, booking, payment))
  }
}

export async function decideFundsInMarket(tx: Tx, booking: ProjectedBooking, payment: Payment): Promise<FundsDecision> {
  const market = await markets.find(tx, booking.marketId)
  if (!market) throw new Error(`Payment ${payment.id} was made in market ${booking.marketId}, which is not known`)
  return decideFunds(payment, booking, market.complaintHours)
}

async function scheduleClose(tx: Tx, booking: ProjectedBooking, { id: paymentId }: Payment): Promise<void> {
  const closesAt = paymentClosesAt(booking)
  if (closesAt) await schedule(tx, closeJob, paymentId, closesAt, { paymentId })
  else await cancelJob(tx, closeJob, paymentId)
}

async function applyDecision(tx: Tx, now: Temporal.Instant, payment: Payment, decision: FundsDecision): Promise<void> {
  const isReleased = (await transfers.findByPayment(tx, payment.id)) !== undefined
  if (decision.kind === 'wait' && !isReleased) await payments.update(tx, { ...payment, releaseAt: decision.until })
  if (decision.kind === 'freeze' && !isReleased) {
    await cancelJob(tx, releaseJob, payment.id)
    await payments.update(tx, { ...payment, funds: 'frozen', releaseAt: undefined })
  }
  if (decision.kind === 'divide') await divide(tx, now, payment, decision, isReleased)
}

async function divide(
  tx: Tx,
  now: Temporal.Instant,
  payment: Payment,
  { refund, reason, releaseAt }: Division,
  isReleased: boolean,
): Promise<void> {
  const { id: paymentId, captured } = payment
  const earlier = await refunds.listByPayment(tx, paymentId)
  const remaining = remainingAfter(captured, earlier.map(({ amount }) => amount)) // prettier-ignore
  const missing = subtract(refund, subtract(captured, remaining))
  if (missing.amount > 0) await requestRefund(tx, now, payment, { amount: missing, remaining, reason, isReleased })
  // Money that a bank has sent back stays frozen until somebody looks at it.
  if (isReleased || earlier.some(({ status }) => status === 'failed')) return
  if (remaining.amount > Math.max(0, missing.amount)) {
    await payments.update(tx, { ...payment, funds: 'held', releaseAt })
    await schedule(tx, releaseJob, paymentId, releaseAt, { paymentId })
  } else {
    await cancelJob(tx, releaseJob, paymentId)
    if (payment.funds === 'frozen') await payments.update(tx, { ...payment, funds: 'held', releaseAt: undefined })
  }
}
