import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chargeable, stepOf } from '@buy-locals/values/card-amounts'
import { exponents } from '@buy-locals/values/currencies'
import type { Currency } from '@buy-locals/values/money'
import { fromStripeAmount, toStripeAmount } from './stripe-amount.ts'

const currencies = Object.keys(exponents) as Currency[]

test('yen are not multiplied by a hundred, krónur and shillings are, dinars move in tens', () => {
  expect(toStripeAmount({ amount: 4500, currency: 'USD' })).toEqual({ amount: 4500, currency: 'usd' })
  expect(toStripeAmount({ amount: 4500, currency: 'JPY' })).toEqual({ amount: 4500, currency: 'jpy' })
  expect(toStripeAmount({ amount: 4500, currency: 'ISK' })).toEqual({ amount: 450_000, currency: 'isk' })
  expect(toStripeAmount({ amount: 4500, currency: 'UGX' })).toEqual({ amount: 450_000, currency: 'ugx' })
  expect(toStripeAmount({ amount: 4500, currency: 'KWD' })).toEqual({ amount: 4500, currency: 'kwd' })
  expect(toStripeAmount({ amount: 4500, currency: 'MGA' })).toEqual({ amount: 45, currency: 'mga' })
  expect(() => toStripeAmount({ amount: 4505, currency: 'KWD' })).toThrow(RangeError)
  expect(chargeable({ amount: 4505, currency: 'KWD' })).toEqual({ amount: 4500, currency: 'KWD' })
})

test('what goes to Stripe comes back the same in every currency', () => {
  fc.assert(
    fc.property(fc.constantFrom(...currencies), fc.integer({ min: 0, max: 9_999_999 }), (currency, steps) => {
      const money = { amount: steps * stepOf(currency), currency }
      const there = toStripeAmount(money)
      expect(Number.isInteger(there.amount)).toBe(true)
      expect(fromStripeAmount(there.amount, there.currency)).toEqual(money)
    }),
  )
})
