import { stepOf } from '@buy-locals/values/card-amounts'
import { exponentOf, type Currency, type Money } from '@buy-locals/values/money'

/** Currencies that Stripe writes with other decimals than ISO 4217. */
const stripeExponents: Partial<Record<Currency, number>> = { ISK: 2, UGX: 2, MGA: 0 }

const factorOf = (currency: Currency): number =>
  10 ** ((stripeExponents[currency] ?? exponentOf(currency)) - exponentOf(currency))

/** Our minor units as Stripe counts them. */
export function toStripeAmount({ amount, currency }: Money): { amount: number; currency: string } {
  if (amount % stepOf(currency) !== 0)
    throw new RangeError(`amount: Stripe moves ${currency} in steps of ${stepOf(currency)}`)
  return { amount: Math.round(amount * factorOf(currency)), currency: currency.toLowerCase() }
}

export function fromStripeAmount(amount: number, code: string): Money {
  const currency = toCurrency(code)
  const ours = amount / factorOf(currency)
  if (!Number.isSafeInteger(ours)) throw new RangeError(`amount: ${amount} ${code} is not whole in our units`)
  return { amount: ours, currency }
}

/** Stripe writes currencies in lower case. */
export const toCurrency = (code: string): Currency => code.toUpperCase() as Currency
