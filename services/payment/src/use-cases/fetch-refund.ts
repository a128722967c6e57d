import { requireCardPayments, type Deps } from '../deps.ts'
import { applyRefund } from '../steps/apply-refund.ts'
import { lockPayment } from '../steps/lock-payment.ts'
import { findCapturedPayment } from '../steps/find-captured-payment.ts'

/** The provider says later what became of a refund, not in its response to the call that created it; and others refund in its dashboard. */
export async function fetchRefund(deps: Deps, reference: string): Promise<void> {
  const { db, clock } = deps
  const fetched = await requireCardPayments(deps).fetchRefund(reference)
  const paymentId = await findCapturedPayment(deps, fetched.paymentIntentId)
  if (!paymentId) return
  await db.transaction().execute(async (tx) => {
    const locked = await lockPayment(tx, paymentId)
    if (locked) await applyRefund(tx, clock(), locked, fetched)
  })
}
