import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepOf } from '@buy-locals/values/card-amounts'
import { exponents } from '@buy-locals/values/currencies'
import type { Currency } from '@buy-locals/values/money'
import { movableShare } from './split.ts'

const currencies = Object.keys(exponents) as Currency[]

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
