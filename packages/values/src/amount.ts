import { exponents } from './currencies.ts'

/** An amount and how it is written. No schema is here, so that a page which only shows prices stays small. */
export type Currency = keyof typeof exponents
export type Money = { amount: number; currency: Currency }

/** Decimal places of a currency's minor unit, by ISO 4217. */
export const exponentOf = (of: Currency): number => exponents[of]

/** Always with the currency in view, in the reader's way of writing. */
export function format(money: Money, locale: string): string {
  const digits = exponentOf(money.currency)
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(decimal(money) as Intl.StringNumericLiteral)
}

/** '45.00', '-0.05', '4500': the exact decimal text of an amount. */
export function decimal({ amount, currency }: Money): string {
  const digits = exponentOf(currency)
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const sign = amount < 0 ? '-' : ''
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`
}
