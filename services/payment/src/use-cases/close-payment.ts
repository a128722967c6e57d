import type { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import { isBefore } from '@buy-locals/values/time'
import { requireCardPayments, type Deps } from '../deps.ts'
import { paymentClosesAt } from '../domain/funds-decision.ts'
import { isOpen } from '../domain/payment.ts'
import * as bookings from '../persistence/bookings.ts'
import * as payments from '../persistence/payment-repository.ts'
import { applyIntent } from '../steps/apply-intent.ts'

/** Nobody can pay for a booking that is over. A card that was faster counts. */
export async function closePayment(deps: Deps, paymentId: Id<'payment'>): Promise<Temporal.Instant | void> {
  const { db, clock } = deps
  const payment = await payments.find(db, paymentId)
  const booking = payment && (await bookings.find(db, payment.bookingId))
  if (!booking || !isOpen(payment)) return
  const closesAt = paymentClosesAt(booking, payment)
  if (!closesAt) return
  if (isBefore(clock(), closesAt)) return closesAt
  const cardPayments = requireCardPayments(deps)
  // A crash may have left a payment without its intent; the same key finds it again.
  const intentId =
    payment.paymentIntentId ?? (await cardPayments.createIntent({ ...payment, paymentId })).paymentIntentId
  const intent = await cardPayments.cancelIntent(intentId)
  await db.transaction().execute((tx) => applyIntent(tx, clock(), paymentId, intent))
  if (isOpen(intent)) throw new Problem('payment/provider', `The payment ${paymentId} could not be closed`)
}
