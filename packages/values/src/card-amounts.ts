import type { Currency, Money } from './amount.ts'

/** What a card is charged at least, in minor units, where it is not 50: "Minimum and maximum charge amounts" of Stripe's documentation. */
// prettier-ignore
const smallest: Partial<Record<Currency, number>> = {
  AED: 200, CZK: 1_500, DKK: 250, GBP: 30, HKD: 400, HUF: 17_500, ISK: 1, MGA: 5_000, MXN: 1_000, MYR: 200, NOK: 300, PLN: 200,
  RON: 200, SEK: 300, THB: 1_000, UGX: 1,
}

/** Written with three decimals, settled in tens. */
const inTens: readonly Currency[] = ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']

/** What every amount that moves by card must be a multiple of, in minor units: ariary move whole, dinars in tens. */
export const stepOf = (currency: Currency): number => (inTens.includes(currency) ? 10 : currency === 'MGA' ? 100 : 1)

/** The most of an amount that a card can be charged: nothing, where that is less than the smallest charge. */
export function chargeable({ amount, currency }: Money): Money {
  const whole = amount - (amount % stepOf(currency))
  return { amount: whole < (smallest[currency] ?? 50) ? 0 : whole, currency }
}
