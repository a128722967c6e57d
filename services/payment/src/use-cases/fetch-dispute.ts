import { requireCardPayments, type Deps } from '../deps.ts'
import * as disputes from '../persistence/dispute-repository.ts'
import { applyDispute } from '../steps/apply-dispute.ts'
import { lockPayment } from '../steps/lock-payment.ts'
import { findCapturedPayment } from '../steps/find-captured-payment.ts'

/** A cardholder's bank has opened a dispute, moved its money or decided it. */
export async function fetchDispute(deps: Deps, reference: string): Promise<void> {
  const { db, clock } = deps
  const before = await disputes.findByReference(db, reference)
  const fetched = await requireCardPayments(deps).fetchDispute(reference)
  const paymentId = await findCapturedPayment(deps, fetched.paymentIntentId)
  if (!paymentId) return
  await db.transaction().execute(async (tx) => {
    const locked = await lockPayment(tx, paymentId)
    if (locked) await applyDispute(tx, clock(), locked, before, fetched)
  })
}
