import { id, type Id } from '@buy-locals/values/ids'
import { requireCardPayments, type Deps } from '../deps.ts'
import * as payments from '../persistence/payment-repository.ts'
import { applyIntent } from './apply-intent.ts'

/** Our payment of a PaymentIntent. That it was captured may not have been heard of before its refund or dispute. Undefined where it is not ours. */
export async function findCapturedPayment(deps: Deps, paymentIntentId: string): Promise<Id<'payment'> | undefined> {
  const { db, clock } = deps
  const payment = await payments.findByIntent(db, paymentIntentId)
  if (payment?.status === 'succeeded') return payment.id
  const intent = await requireCardPayments(deps).fetchIntent(paymentIntentId)
  const paymentId = id('payment').safeParse(intent.paymentId)
  if (!paymentId.success || !(await payments.find(db, paymentId.data))) return undefined
  await db.transaction().execute((tx) => applyIntent(tx, clock(), paymentId.data, intent))
  return intent.status === 'succeeded' ? paymentId.data : undefined
}
