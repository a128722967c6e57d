import type { Temporal } from 'temporal-polyfill'
import type { FundsStatus } from '@buy-locals/contracts/payment/shapes'
import { stepOf } from '@buy-locals/values/card-amounts'
import type { Money } from '@buy-locals/values/money'
import { isUndecided, type Dispute } from './dispute.ts'
import type { FundsDecision } from './funds-decision.ts'
import type { Payment } from './payment.ts'
import { countsAsRefunded, type Refund, type RefundReason } from './refund.ts'

/** What has happened to the money of one payment so far. */
export type Movements = {
  refunds: readonly Refund[]
  disputes: readonly Dispute[]
  transfers: readonly { doneAt: Temporal.Instant | undefined }[]
  /** What the ledger holds of it for nobody yet. */
  held: Money
}

export type Position = {
  /** Neither refunded nor taken by a bank. What is only requested counts as refunded. */
  remaining: Money
  /** Held, and not about to be refunded. */
  available: Money
  /** What the business had of it, or has on its way, with the fee in it. */
  released: Money
}

type Captured = Pick<Payment, 'captured'>

export function positionOf({ captured }: Captured, { refunds, disputes, held }: Movements): Position {
  const money = (amount: number): Money => ({ amount, currency: captured.currency })
  const live = refunds.filter(countsAsRefunded)
  const requested = sum(live.filter(({ status }) => status === 'requested'))
  const remaining = Math.max(0, captured.amount - sum(live) - sumWithdrawn(disputes))
  const available = Math.max(0, held.amount - requested)
  return {
    remaining: money(remaining),
    available: money(available),
    released: money(Math.max(0, remaining - available)),
  }
}

export type FundsPlan = {
  funds: FundsStatus
  /** `clawBack` is what of it the business has had already. */
  refund?: { amount: Money; reason: RefundReason; clawBack: Money }
  release?: { at: Temporal.Instant; gross: Money }
  releaseAt?: Temporal.Instant | undefined
}

/** What is to be done with the money of a payment, by what was decided and by what happened to it, here and at the provider. */
export function planFunds(payment: Payment, movements: Movements, decision: FundsDecision): FundsPlan {
  const { refunds, disputes, transfers } = movements
  const { remaining, available, released } = positionOf(payment, movements)
  const money = (amount: number): Money => ({ amount, currency: payment.captured.currency })
  const isUnderDispute = disputes.some(isUndecided)
  const canRefund = !disputes.some(({ status }) => status === 'open')
  const returned = sum(refunds.filter(({ status }) => status !== 'cancelled')) + sumWithdrawn(disputes)
  const due = canRefund ? decision.refund.amount - returned : 0
  const missing = inSteps(Math.min(Math.max(0, due), remaining.amount), payment.captured)
  const clawBack = Math.max(0, missing - available.amount)
  const left = available.amount - (missing - clawBack)
  const isBlocked = isUnderDispute || hasUnresolvedRefund(refunds)
  const release =
    decision.kind === 'divide' && !isBlocked && left > 0 ? { at: decision.releaseAt, gross: money(left) } : undefined
  const isUnderWay = transfers.some(({ doneAt }) => doneAt === undefined)
  const funds = (): FundsStatus => {
    if (payment.refunded.amount === payment.captured.amount) return 'refunded'
    if (isUnderDispute) return 'disputed'
    if (sumWithdrawn(disputes) > 0 && remaining.amount === 0) return 'lost'
    if (left > 0 && (hasUnresolvedRefund(refunds) || decision.kind === 'freeze')) return 'frozen'
    return left > 0 || isUnderWay || released.amount - clawBack <= 0 ? 'held' : 'released'
  }
  return {
    funds: funds(),
    ...(missing > 0 && { refund: { amount: money(missing), reason: decision.reason, clawBack: money(clawBack) } }),
    ...(release && { release }),
    releaseAt: release?.at ?? (decision.kind === 'wait' && !isBlocked && left > 0 ? decision.until : undefined),
  }
}

/** The provider's refusals of a refund that no repetition changes. */
export const isUnrepeatable = (code: string): boolean =>
  ['charge_already_refunded', 'charge_disputed', 'charge_expired_for_refund', 'refund_disputed_payment'].includes(code)

/** A bank has sent a refund back, and nobody has refunded it in another way since: somebody has to look at it. */
function hasUnresolvedRefund(refunds: readonly Refund[]): boolean {
  const failed = refunds.filter(({ status }) => status === 'failed')
  const made = refunds.filter((refund) => refund.reason === 'provider' && countsAsRefunded(refund))
  return sum(failed) > sum(made)
}

const inSteps = (amount: number, { currency }: Money): number => amount - (amount % stepOf(currency))

const sum = (parts: readonly { amount: Money }[]): number =>
  parts.reduce((total, { amount }) => total + amount.amount, 0)

const sumWithdrawn = (disputes: readonly Dispute[]): number =>
  disputes.reduce((total, { withdrawn }) => total + withdrawn.amount, 0)
