import { id } from '@buy-locals/values/ids'
import { requireCardPayments, type Deps } from '../deps.ts'
import { applyIntent } from '../steps/apply-intent.ts'

/** Webhooks are not believed, because they can be old and come in any order: what they are about is fetched. */
export async function fetchPaymentIntent(deps: Deps, paymentIntentId: string): Promise<void> {
  const { db, clock } = deps
  const intent = await requireCardPayments(deps).fetchIntent(paymentIntentId)
  const paymentId = id('payment').safeParse(intent.paymentId)
  if (!paymentId.success) return
  await db.transaction().execute((tx) => applyIntent(tx, clock(), paymentId.data, intent))
}
