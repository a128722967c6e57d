import type { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import { isBefore } from '@buy-locals/values/time'
import { providerOf, type Deps } from '../deps.ts'
import { closesAt } from '../domain/outcome.ts'
import { isOpen } from '../domain/payment.ts'
import { learnIntent } from '../learning.ts'
import * as bookings from '../persistence/bookings.ts'
import * as payments from '../persistence/payment-repository.ts'

/** Nobody shall pay for what is over. Who was faster with the card is believed. */
export async function closePayment(deps: Deps, paymentId: Id<'payment'>): Promise<Temporal.Instant | void> {
  const { db, clock } = deps
  const payment = await payments.find(db, paymentId)
  const booking = payment && (await bookings.find(db, payment.bookingId))
  if (!booking || !isOpen(payment)) return
  const at = closesAt(booking)
  if (!at) return
  if (isBefore(clock(), at)) return at
  const provider = providerOf(deps)
  // A crash may have left a payment whose intent was never noted; the same key finds it again.
  const intent = payment.intent ?? (await provider.createIntent({ ...payment, paymentId })).intent
  const seen = await provider.cancelIntent(intent)
  await learnIntent(deps, paymentId, seen)
  if (seen.status === 'awaiting' || seen.status === 'failed')
    throw new Problem('payment/provider', `The payment ${paymentId} could not be closed`)
}
