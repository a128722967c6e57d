import { add, negate, subtract, type Money } from '@buy-locals/values/money'
import type { Payment } from './payment.ts'
import { emptySplit, negateSplit, splitOf, splitOfRefund, type Split } from './split.ts'

/** `loss` is what a bank took of a payment although neither we nor the business had it any more. */
export type AccountKind = 'stripe' | 'held' | 'business' | 'debt' | 'fee' | 'loss'
export type PostingKind =
  | 'payment'
  | 'refund'
  | 'refund-failed'
  | 'release'
  | 'transfer'
  | 'claw-back'
  | 'reversal'
  | 'dispute'
  | 'dispute-reinstated'

/** One transaction of the ledger: a debit is positive, a credit negative, and they sum to zero. */
export type Posting = {
  kind: PostingKind
  /** The id of the payment, refund or transfer it is about. */
  subject: string
  split: Split
  entries: { account: AccountKind; amount: Money }[]
}

type Captured = Pick<Payment, 'id' | 'captured' | 'feeBasisPoints'>

export const capturedPosting = ({ id, captured, feeBasisPoints }: Captured): Posting => ({
  kind: 'payment',
  subject: id,
  split: splitOf(captured, feeBasisPoints),
  entries: entries(['stripe', captured], ['held', negate(captured)]),
})

/** `before` is what remained before this refund. */
export function refundPosting(payment: Captured, refundId: string, before: Money, refund: Money): Posting {
  return {
    kind: 'refund',
    subject: refundId,
    split: negateSplit(splitOfRefund(before, refund, payment.feeBasisPoints)),
    entries: entries(['held', refund], ['stripe', negate(refund)]),
  }
}

export function refundFailedPosting(payment: Captured, refundId: string, before: Money, refund: Money): Posting {
  return {
    kind: 'refund-failed',
    subject: refundId,
    split: splitOfRefund(before, refund, payment.feeBasisPoints),
    entries: entries(['stripe', refund], ['held', negate(refund)]),
  }
}

/** All that is still held becomes the business's, less the fee; what it owes is taken off first. */
export function releasePosting(transferId: string, split: Split, recovered: Money): Posting {
  const { gross, fee, net } = split
  return {
    kind: 'release',
    subject: transferId,
    split,
    entries: [
      ...entries(['held', gross], ['fee', negate(fee)], ['business', negate(net)]),
      ...entries(['business', recovered], ['debt', negate(recovered)]),
    ],
  }
}

export const transferPosting = (transferId: string, amount: Money): Posting => ({
  kind: 'transfer',
  subject: transferId,
  split: emptySplit(amount),
  entries: entries(['business', amount], ['stripe', negate(amount)]),
})

/** What the business and the market have had already is owed by them, so that it can be refunded. `released` is what they had. */
export function clawBackPosting(payment: Captured, subject: string, released: Money, amount: Money): Posting {
  const split = splitOfRefund(released, amount, payment.feeBasisPoints)
  return {
    kind: 'claw-back',
    subject,
    split: negateSplit(split),
    entries: entries(['fee', split.fee], ['debt', split.net], ['held', negate(split.gross)]),
  }
}

export const reversalPosting = (clawBackId: string, amount: Money): Posting => ({
  kind: 'reversal',
  subject: clawBackId,
  split: emptySplit(amount),
  entries: entries(['stripe', amount], ['debt', negate(amount)]),
})

/** A bank takes money back for its cardholder: from what is held; `loss` is what nobody has any more. */
export function disputePosting(payment: Captured, subject: string, before: Money, taken: Money, loss: Money): Posting {
  const ofPayment = subtract(taken, loss)
  return {
    kind: 'dispute',
    subject,
    split: negateSplit(splitOfRefund(before, ofPayment, payment.feeBasisPoints)),
    entries: entries(['held', ofPayment], ['loss', loss], ['stripe', negate(taken)]),
  }
}

/** The bank has returned it back: it is held again. `before` is what remained without it. */
export function reinstatedPosting(
  payment: Captured,
  subject: string,
  before: Money,
  returned: Money,
  loss: Money,
): Posting {
  const ofPayment = subtract(returned, loss)
  return {
    kind: 'dispute-reinstated',
    subject,
    split: splitOfRefund(add(before, ofPayment), ofPayment, payment.feeBasisPoints),
    entries: entries(['stripe', returned], ['held', negate(ofPayment)], ['loss', negate(loss)]),
  }
}

const entries = (...all: [AccountKind, Money][]): Posting['entries'] =>
  all.filter(([, { amount }]) => amount !== 0).map(([account, amount]) => ({ account, amount }))
