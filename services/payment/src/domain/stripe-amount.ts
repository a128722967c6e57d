import { stepOf } from '@buy-locals/values/card-amounts'
import { exponentOf, share, type BasisPoints, type Currency, type Money } from '@buy-locals/values/money'

/** Decimals that Stripe writes, where they are not those of ISO 4217. */
const unusual: Partial<Record<Currency, number>> = { ISK: 2, UGX: 2, MGA: 0 }

const factorOf = (currency: Currency): number =>
  10 ** ((unusual[currency] ?? exponentOf(currency)) - exponentOf(currency))

/** Our minor units as Stripe counts them. */
export function toStripe({ amount, currency }: Money): { amount: number; currency: string } {
  if (amount % stepOf(currency) !== 0)
    throw new RangeError(`amount: Stripe moves ${currency} in steps of ${stepOf(currency)}`)
  return { amount: Math.round(amount * factorOf(currency)), currency: currency.toLowerCase() }
}

export function fromStripe(amount: number, code: string): Money {
  const currency = code.toUpperCase() as Currency
  const ours = amount / factorOf(currency)
  if (!Number.isSafeInteger(ours)) throw new RangeError(`amount: ${amount} ${code} is not whole in our units`)
  return { amount: ours, currency }
}

/** A share that can be moved: what is less than a step is rounded to the nearest, halves away from zero. */
export function movableShare(of: Money, points: BasisPoints): Money {
  const step = stepOf(of.currency)
  const steps = share({ ...of, amount: Math.trunc(of.amount / step) }, points)
  return { ...of, amount: steps.amount * step }
}
