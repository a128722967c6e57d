import type { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import { requireCardPayments, type Deps } from '../deps.ts'
import { isUnrepeatable, positionOf } from '../domain/funds-plan.ts'
import type { Refund } from '../domain/refund.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'
import { applyPayment } from '../steps/apply-payment.ts'
import { lockPayment } from '../steps/lock-payment.ts'
import { recordChange } from '../steps/record-change.ts'
import { recordRefusal, refusalsUntilNotified } from '../steps/record-refusal.ts'
import { postRefund } from '../steps/post-refund.ts'
import { readMovements } from '../steps/read-movements.ts'
import { clawBack } from '../steps/claw-back.ts'
import { fetchMovements } from '../steps/fetch-payment-intent.ts'

/** The consumer is refunded first; then the money is clawed back, where the business has had it. */
export async function refundPayment(deps: Deps, refundId: Id<'refund'>): Promise<Temporal.Instant | void> {
  const refund = await refunds.find(deps.db, refundId)
  if (refund?.status === 'requested') await refundConsumer(deps, refund)
  return clawBack(deps, refundId)
}

async function refundConsumer(deps: Deps, refund: Refund): Promise<void> {
  const { db, clock } = deps
  const { id: refundId, attempt, amount, paymentId } = refund
  const paymentIntentId = (await payments.find(db, paymentId))?.paymentIntentId ?? ''
  const result = await requireCardPayments(deps).refund({ refundId, attempt, paymentIntentId, amount })
  if (result.kind === 'refused') {
    await fetchMovements(deps, paymentId, paymentIntentId)
    return handleRefusal(deps, refund, result.reason)
  }
  await db.transaction().execute(async (tx) => {
    const locked = await lockPayment(tx, paymentId)
    if (locked) await postRefund(tx, clock(), locked.payment, refund, result.reference)
  })
}

/** What the provider has refunded, or a bank has taken, is not there to be refunded: the refund ends, and what is still due is decided anew. */
async function handleRefusal(deps: Deps, { id, attempt, amount, paymentId }: Refund, reason: string): Promise<void> {
  const { db, clock } = deps
  const now = clock()
  const isOver = await db.transaction().execute(async (tx) => {
    const locked = await lockPayment(tx, paymentId)
    const refund = await refunds.find(tx, id)
    if (!locked || refund?.status !== 'requested') return true
    const { refunds: all, ...movements } = await readMovements(tx, locked.payment)
    const others = all.filter((other) => other.id !== id)
    const { remaining } = positionOf(locked.payment, { ...movements, refunds: others })
    const isExplained =
      remaining.amount < refund.amount.amount || movements.disputes.some(({ status }) => status === 'open')
    if (!isExplained && !isUnrepeatable(reason)) return false
    await refunds.setOutcome(tx, { id, status: isExplained ? 'cancelled' : 'failed' }, now)
    if (isExplained)
      await recordChange(tx, now, locked.payment, await applyPayment(tx, now, locked.booking, locked.payment))
    else await recordRefusal(tx, now, locked, { id, kind: 'refund', amount: refund.amount })
    return true
  })
  if (isOver) return
  await db.transaction().execute(async (tx) => {
    const locked = await lockPayment(tx, paymentId)
    const isCounted = await refunds.nextAttempt(tx, { id, attempt })
    if (locked && isCounted && attempt + 1 === refusalsUntilNotified)
      await recordRefusal(tx, now, locked, { id, kind: 'refund', amount })
  })
  throw new Problem('payment/provider', `The refund ${id} was refused: ${reason}`)
}
