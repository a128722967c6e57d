import { id, type Id } from '@buy-locals/values/ids'
import { requireCardPayments, type Deps } from '../deps.ts'
import * as disputes from '../persistence/dispute-repository.ts'
import * as payments from '../persistence/payment-repository.ts'
import { applyDispute } from './apply-dispute.ts'
import { applyIntent } from './apply-intent.ts'
import { applyRefund } from './apply-refund.ts'
import { lockPayment } from './lock-payment.ts'

/** Webhooks are not believed, because they can be old and come in any order: what they are about is fetched, with the refunds and disputes of which we may not have heard. */
export async function fetchPaymentIntent(deps: Deps, paymentIntentId: string): Promise<void> {
  const { db, clock } = deps
  const intent = await requireCardPayments(deps).fetchIntent(paymentIntentId)
  const paymentId = id('payment').safeParse(intent.paymentId)
  if (!paymentId.success) return
  await db.transaction().execute((tx) => applyIntent(tx, clock(), paymentId.data, intent))
  const payment = await payments.find(db, paymentId.data)
  if (!payment || payment.status !== 'succeeded') return
  const hasUnknownRefunds = intent.refunded.amount !== payment.refunded.amount
  if (hasUnknownRefunds || intent.isDisputed) await fetchMovements(deps, payment.id, paymentIntentId)
}

/** Every refund and dispute that the provider has of a payment. */
export async function fetchMovements(deps: Deps, paymentId: Id<'payment'>, paymentIntentId: string): Promise<void> {
  const { db, clock } = deps
  const provider = requireCardPayments(deps)
  const before = await disputes.listByPayment(db, paymentId)
  const [fetchedRefunds, fetchedDisputes] = [await provider.listRefunds(paymentIntentId), await provider.listDisputes(paymentIntentId)] // prettier-ignore
  for (const refund of fetchedRefunds) {
    await db.transaction().execute(async (tx) => {
      const locked = await lockPayment(tx, paymentId)
      if (locked) await applyRefund(tx, clock(), locked, refund)
    })
  }
  for (const dispute of fetchedDisputes) {
    const earlier = before.find(({ reference }) => reference === dispute.reference)
    await db.transaction().execute(async (tx) => {
      const locked = await lockPayment(tx, paymentId)
      if (locked) await applyDispute(tx, clock(), locked, earlier, dispute)
    })
  }
}
