import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { paymentFailed, paymentSucceeded } from '@buy-locals/contracts/payment/events'
import { cancelJob } from '@buy-locals/service-kit/jobs'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import { toPaymentData } from '../domain/event-data.ts'
import { moveForward, type IntentState } from '../domain/payment.ts'
import { capturedPosting } from '../domain/posting.ts'
import { closeJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as ledger from '../persistence/ledger.ts'
import * as markets from '../persistence/markets.ts'
import * as payments from '../persistence/payment-repository.ts'
import { applyBooking } from './apply-booking.ts'
import { lockPayment } from './lock-payment.ts'

/** Moves a payment forward to the state that its PaymentIntent was fetched in. A state that is older than ours changes nothing. */
export async function applyIntent(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  paymentId: Id<'payment'>,
  intent: IntentState,
): Promise<void> {
  const locked = await lockPayment(tx, paymentId)
  const moved = locked && moveForward(locked.payment, intent)
  if (!moved) return
  if (moved.status !== 'succeeded') {
    await payments.update(tx, moved)
    if (moved.status === 'failed') await record(tx, now, paymentFailed, paymentId, moved.version, toPaymentData(moved))
    return
  }
  const market = await markets.find(tx, moved.marketId)
  const receiptNumber = await payments.takeReceiptNumber(tx, moved.marketId, market?.slug ?? '')
  const paid = { ...moved, receiptNumber, paidAt: moved.paidAt ?? now }
  await payments.update(tx, paid)
  await ledger.post(tx, now, paid, capturedPosting(paid))
  await record(tx, now, paymentSucceeded, paymentId, paid.version, toPaymentData(paid))
  await cancelJob(tx, closeJob, paymentId)
  await applyBooking(tx, now, locked.booking)
}
