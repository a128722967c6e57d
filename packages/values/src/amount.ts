import { exponents } from './currencies.ts'
import { numberFormat } from './number-format.ts'

/** An amount and how it is written. No schema is here, so that a page which only shows prices stays small. */
export type Currency = keyof typeof exponents
export type Money = { amount: number; currency: Currency }

/** Decimal places of a currency's minor unit, by ISO 4217. */
export const exponentOf = (of: Currency): number => exponents[of]

/** Always with the currency in view, in the reader's way of writing. */
export function format(money: Money, locale: string): string {
  return formatOf(money.currency)(locale).format(decimal(money) as Intl.StringNumericLiteral)
}

const formats = new Map<Currency, ReturnType<typeof numberFormat>>()

function formatOf(currency: Currency): (locale: string) => Intl.NumberFormat {
  const digits = exponentOf(currency)
  const options = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const
  const format = formats.get(currency) ?? numberFormat(options)
  formats.set(currency, format)
  return format
}

/** '45.00', '-0.05', '4500': the exact decimal text of an amount. */
export function decimal({ amount, currency }: Money): string {
  const digits = exponentOf(currency)
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const sign = amount < 0 ? '-' : ''
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`
}
