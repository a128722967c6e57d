import { negate, type Money } from '@buy-locals/values/money'
import type { Payment } from './payment.ts'
import { emptySplit, negateSplit, splitOf, splitOfRefund, type Split } from './split.ts'

export type AccountKind = 'stripe' | 'held' | 'business' | 'debt' | 'fee'
export type PostingKind = 'payment' | 'refund' | 'refund-failed' | 'release' | 'transfer' | 'claw-back' | 'reversal'

/** One movement of money: a debit is positive, a credit negative, and they sum to zero. */
export type Posting = {
  kind: PostingKind
  /** The payment, refund or transfer it is about. */
  subject: string
  split: Split
  entries: { account: AccountKind; amount: Money }[]
}

type Of = Pick<Payment, 'id' | 'captured' | 'feeBasisPoints'>

export const capturedPosting = ({ id, captured, feeBasisPoints }: Of): Posting => ({
  kind: 'payment',
  subject: id,
  split: splitOf(captured, feeBasisPoints),
  entries: entries(['stripe', captured], ['held', negate(captured)]),
})

/** `kept`: what had not been given back before. */
export function refundPosting(of: Of, subject: string, kept: Money, refund: Money): Posting {
  const split = negateSplit(splitOfRefund(kept, refund, of.feeBasisPoints))
  return { kind: 'refund', subject, split, entries: entries(['held', refund], ['stripe', negate(refund)]) }
}

export function refundFailedPosting(of: Of, subject: string, kept: Money, refund: Money): Posting {
  const split = splitOfRefund(kept, refund, of.feeBasisPoints)
  return { kind: 'refund-failed', subject, split, entries: entries(['stripe', refund], ['held', negate(refund)]) }
}

/** All that is still held becomes the business's, less the fee; debts are taken off first. */
export function releasePosting(subject: string, split: Split, recovered: Money): Posting {
  const { gross, fee, net } = split
  const own = entries(['held', gross], ['fee', negate(fee)], ['business', negate(net)])
  return {
    kind: 'release',
    subject,
    split,
    entries: [...own, ...entries(['business', recovered], ['debt', negate(recovered)])],
  }
}

export const transferPosting = (subject: string, amount: Money): Posting => ({
  kind: 'transfer',
  subject,
  split: emptySplit(amount),
  entries: entries(['business', amount], ['stripe', negate(amount)]),
})

/** What the business and the market have had already is owed by them, so that it can be given back. */
export function clawBackPosting(of: Of, subject: string, kept: Money, refund: Money): Posting {
  const split = splitOfRefund(kept, refund, of.feeBasisPoints)
  return {
    kind: 'claw-back',
    subject,
    split: negateSplit(split),
    entries: entries(['fee', split.fee], ['debt', split.net], ['held', negate(split.gross)]),
  }
}

export const reversalPosting = (subject: string, amount: Money): Posting => ({
  kind: 'reversal',
  subject,
  split: emptySplit(amount),
  entries: entries(['stripe', amount], ['debt', negate(amount)]),
})

const entries = (...given: [AccountKind, Money][]): Posting['entries'] =>
  given.filter(([, { amount }]) => amount !== 0).map(([account, amount]) => ({ account, amount }))
