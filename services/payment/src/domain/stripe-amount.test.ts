import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chargeable, stepOf } from '@buy-locals/values/card-amounts'
import { exponents } from '@buy-locals/values/currencies'
import type { Currency } from '@buy-locals/values/money'
import { fromStripe, movableShare, toStripe } from './stripe-amount.ts'

const currencies = Object.keys(exponents) as Currency[]

test('yen are not multiplied by a hundred, krónur and shillings are, dinars move in tens', () => {
  expect(toStripe({ amount: 4500, currency: 'USD' })).toEqual({ amount: 4500, currency: 'usd' })
  expect(toStripe({ amount: 4500, currency: 'JPY' })).toEqual({ amount: 4500, currency: 'jpy' })
  expect(toStripe({ amount: 4500, currency: 'ISK' })).toEqual({ amount: 450_000, currency: 'isk' })
  expect(toStripe({ amount: 4500, currency: 'UGX' })).toEqual({ amount: 450_000, currency: 'ugx' })
  expect(toStripe({ amount: 4500, currency: 'KWD' })).toEqual({ amount: 4500, currency: 'kwd' })
  expect(toStripe({ amount: 4500, currency: 'MGA' })).toEqual({ amount: 45, currency: 'mga' })
  expect(() => toStripe({ amount: 4505, currency: 'KWD' })).toThrow(RangeError)
  expect(chargeable({ amount: 4505, currency: 'KWD' })).toEqual({ amount: 4500, currency: 'KWD' })
})

test('what goes to Stripe comes back the same in every currency', () => {
  fc.assert(
    fc.property(fc.constantFrom(...currencies), fc.integer({ min: 0, max: 9_999_999 }), (currency, steps) => {
      const money = { amount: steps * stepOf(currency), currency }
      const there = toStripe(money)
      expect(Number.isInteger(there.amount)).toBe(true)
      expect(fromStripe(there.amount, there.currency)).toEqual(money)
    }),
  )
})

test('a share is never more than the whole and can always be moved', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...currencies),
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.integer({ min: 0, max: 10_000 }),
      (currency, steps, points) => {
        const whole = { amount: steps * stepOf(currency), currency }
        const part = movableShare(whole, points)
        expect(part.amount % stepOf(currency)).toBe(0)
        expect(part.amount).toBeGreaterThanOrEqual(0)
        expect(part.amount).toBeLessThanOrEqual(whole.amount)
      },
    ),
  )
  expect(movableShare({ amount: 4500, currency: 'USD' }, 250)).toEqual({ amount: 113, currency: 'USD' })
})
