import { z } from 'zod'
import { exponentOf, type Currency, type Money } from './amount.ts'
import { exponents } from './currencies.ts'

export { decimal, exponentOf, format, type Currency, type Money } from './amount.ts'

/** One hundredth of a percent: 10 000 are the whole. */
export type BasisPoints = number

export const currency = z.enum(Object.keys(exponents) as [Currency, ...Currency[]])

/** An integer count of the currency's minor unit (cents, yen, fils). Refunds and debts are negative. */
export const money = z.object({ amount: z.int(), currency }).meta({ id: 'Money' })
export const price = z.object({ amount: z.int().min(0).max(99_999_999), currency }).meta({ id: 'Price' })
export const basisPoints = z.int().min(0).max(10_000)

export const zero = (of: Currency): Money => ({ amount: 0, currency: of })

export function add(a: Money, b: Money): Money {
  sameCurrency(a, b)
  return { amount: a.amount + b.amount, currency: a.currency }
}

export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b)
  return { amount: a.amount - b.amount, currency: a.currency }
}

/** Never -0, which JSON and comparisons tell from 0. */
export const negate = ({ amount, currency: of }: Money): Money => ({ amount: 0 - amount, currency: of })

export const times = (money: Money, count: number): Money => ({
  amount: toSafeNumber(BigInt(money.amount) * BigInt(count)),
  currency: money.currency,
})

/** The share of an amount in basis points, rounded half away from zero. */
export function share(money: Money, points: BasisPoints): Money {
  const product = BigInt(money.amount) * BigInt(points)
  const half = product < 0n ? -5_000n : 5_000n
  return { amount: toSafeNumber((product + half) / 10_000n), currency: money.currency }
}

/** Parts in proportion to the weights that add up to the whole exactly, by the largest remainder; of equal remainders the earlier wins.
 *  Throws RangeError on no weights, a negative or fractional one, or weights that are all zero. */
export function split(whole: Money, weights: readonly number[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (total <= 0n || weights.some((weight) => weight < 0))
    throw new RangeError('weights: at least one above zero, none below')
  const sign = whole.amount < 0 ? -1n : 1n
  const size = BigInt(whole.amount) * sign
  const parts = weights.map((weight, index) => {
    const product = size * BigInt(weight)
    return { index, floor: product / total, remainder: product % total }
  })
  let left = size - parts.reduce((sum, part) => sum + part.floor, 0n)
  for (const part of parts.toSorted((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)) {
    if (left === 0n) break
    part.floor += 1n
    left -= 1n
  }
  return parts.map((part) => ({ amount: toSafeNumber(part.floor * sign), currency: whole.currency }))
}

/** The inverse of `decimal`; undefined where the text is no amount of that currency. */
export function fromDecimal(text: string, of: Currency): Money | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(text.trim())
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = ''] = match
  const digits = exponentOf(of)
  if (fraction.length > digits) return undefined
  const amount = Number(whole + fraction.padEnd(digits, '0'))
  return { amount: sign && amount ? -amount : amount, currency: of }
}

/** An amount as people write it: "$45", "1,234.50", "45,5". Undefined where it can be read in two ways, or not at all. */
export function readMoney(text: string, of: Currency): Money | undefined {
  const plain = text.replaceAll(/[\s\p{Sc}']/gu, '')
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
    ? plain.replaceAll(',', '')
    : /^-?\d{1,3}(\.\d{3})+,\d+$/.test(plain)
      ? plain.replaceAll('.', '')
      : plain
  return fromDecimal(grouped.replace(',', '.'), of)
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`currency: ${a.currency} and ${b.currency} do not add up`)
}

function toSafeNumber(amount: bigint): number {
  const number = Number(amount)
  if (!Number.isSafeInteger(number)) throw new RangeError('amount: beyond what can be counted exactly')
  return number
}

const compare = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0)
