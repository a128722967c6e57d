import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import { requireCardPayments, type Deps } from '../deps.ts'
import { reversalPosting } from '../domain/posting.ts'
import type { Refund } from '../domain/refund.ts'
import * as clawBacks from '../persistence/claw-back-repository.ts'
import * as ledger from '../persistence/ledger.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'
import * as transfers from '../persistence/transfer-repository.ts'
import { lockPayment } from '../steps/lock-payment.ts'
import { postRefund } from '../steps/post-refund.ts'

/** The consumer is refunded first; then the money is clawed back, where the business has had it. */
export async function refundPayment(deps: Deps, refundId: Id<'refund'>): Promise<void> {
  const refund = await refunds.find(deps.db, refundId)
  if (refund?.status === 'requested') await refundConsumer(deps, refund)
  const clawBack = await clawBacks.find(deps.db, refundId)
  if (clawBack?.status === 'pending') await clawBackFromBusiness(deps, clawBack)
}

async function refundConsumer(deps: Deps, refund: Refund): Promise<void> {
  const { db, clock } = deps
  const { id: refundId, attempt, amount, paymentId } = refund
  const paymentIntentId = (await payments.find(db, paymentId))?.paymentIntentId ?? ''
  const result = await requireCardPayments(deps).refund({ refundId, attempt, paymentIntentId, amount })
  if (result.kind === 'refused') {
    await refunds.nextAttempt(db, refund)
    throw new Problem('payment/provider', `The refund ${refundId} was refused: ${result.reason}`)
  }
  await db.transaction().execute(async (tx) => {
    const locked = await lockPayment(tx, paymentId)
    if (locked) await postRefund(tx, clock(), locked.payment, refundId, result.reference)
  })
}

/** What cannot be had from the transfer is owed, and taken from the next release. */
async function clawBackFromBusiness(deps: Deps, { refundId, paymentId, amount }: clawBacks.ClawBack): Promise<void> {
  const { db, clock } = deps
  const transfer = await transfers.findByPayment(db, paymentId)
  if (!transfer?.doneAt) throw new Problem('payment/provider', `The transfer of ${paymentId} is still on its way`)
  const { reference } = transfer
  const result = reference
    ? await requireCardPayments(deps).reverseTransfer({ refundId, transfer: reference, amount })
    : undefined
  await db.transaction().execute(async (tx) => {
    const locked = await lockPayment(tx, paymentId)
    if (!locked) return
    if (result?.kind !== 'created') {
      await clawBacks.setOutcome(tx, refundId, { status: 'owed', reference: null })
      return
    }
    if (await clawBacks.setOutcome(tx, refundId, { status: 'reversed', reference: result.reference }))
      await ledger.post(tx, clock(), locked.payment, reversalPosting(refundId, amount))
  })
}
