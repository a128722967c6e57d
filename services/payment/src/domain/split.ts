import { stepOf } from '@buy-locals/values/card-amounts'
import { negate, share, subtract, zero, type BasisPoints, type Money } from '@buy-locals/values/money'

/** What moves, the market's fee in it, and what that leaves to the business. */
export type Split = { gross: Money; fee: Money; net: Money }

/** A share that a card can move: rounded to the nearest step of the currency, halves away from zero. */
export function movableShare(whole: Money, points: BasisPoints): Money {
  const step = stepOf(whole.currency)
  const steps = share({ ...whole, amount: Math.trunc(whole.amount / step) }, points)
  return { ...whole, amount: steps.amount * step }
}

/** The market's fee is its share of what is not refunded. */
export function splitOf(gross: Money, feeBasisPoints: BasisPoints): Split {
  const fee = movableShare(gross, feeBasisPoints)
  return { gross, fee, net: subtract(gross, fee) }
}

/** What a refund takes from the business and from the fee, so that the fee stays that of what remains. */
export function splitOfRefund(remainingBefore: Money, refund: Money, feeBasisPoints: BasisPoints): Split {
  const before = splitOf(remainingBefore, feeBasisPoints)
  const after = splitOf(subtract(remainingBefore, refund), feeBasisPoints)
  const fee = subtract(before.fee, after.fee)
  return { gross: refund, fee, net: subtract(refund, fee) }
}

export const negateSplit = ({ gross, fee, net }: Split): Split => ({
  gross: negate(gross),
  fee: negate(fee),
  net: negate(net),
})

/** Of a movement that is not a part of any payment's split. */
export const emptySplit = ({ currency }: Money): Split => ({
  gross: zero(currency),
  fee: zero(currency),
  net: zero(currency),
})

export const remainingAfter = (captured: Money, refunds: readonly Money[]): Money => refunds.reduce(subtract, captured)

/** What a business owes is taken off what it gets, never more than there is. `amount` is what is sent. */
export function deductDebt(net: Money, debt: number): { amount: Money; recovered: Money } {
  const recovered = { ...net, amount: Math.min(Math.max(0, debt), net.amount) }
  return { amount: subtract(net, recovered), recovered }
}
