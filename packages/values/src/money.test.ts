import { expect, test } from 'vitest'
import fc from 'fast-check'
import { exponents } from './currencies.ts'
import { decimal, format, fromDecimal, readMoney, share, split, type Currency } from './money.ts'

const currencies = Object.keys(exponents) as Currency[]
const anyMoney = fc.record({ amount: fc.integer(), currency: fc.constantFrom(...currencies) })

test('splitting never loses or makes a cent, and no part is more than one unit from its fair share', () => {
  fc.assert(
    fc.property(anyMoney, fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 }), (whole, weights) => {
      const total = weights.reduce((a, b) => a + b, 0)
      fc.pre(total > 0)
      const parts = split(whole, weights)
      expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(whole.amount)
      parts.forEach((part, i) =>
        expect(Math.abs(part.amount - (whole.amount * (weights[i] ?? 0)) / total)).toBeLessThan(1),
      )
    }),
  )
})

test('a dollar in three is 34, 33 and 33 cents', () => {
  const parts = split({ amount: 100, currency: 'USD' }, [1, 1, 1])
  expect(parts.map((part) => part.amount)).toEqual([34, 33, 33])
})

test('weights that say nothing are refused', () => {
  expect(() => split({ amount: 1, currency: 'USD' }, [])).toThrow(RangeError)
  expect(() => split({ amount: 1, currency: 'USD' }, [0, 0])).toThrow(RangeError)
  expect(() => split({ amount: 1, currency: 'USD' }, [2, -1])).toThrow(RangeError)
})

test('half a cent rounds away from zero, for charges and refunds alike', () => {
  expect(share({ amount: 5, currency: 'USD' }, 1_000)).toEqual({ amount: 1, currency: 'USD' })
  expect(share({ amount: -5, currency: 'USD' }, 1_000)).toEqual({ amount: -1, currency: 'USD' })
  expect(share({ amount: 4, currency: 'USD' }, 1_000).amount).toBe(0)
})

test('every currency is written and read back exactly: no yen is multiplied by a hundred', () => {
  fc.assert(
    fc.property(anyMoney, (money) => {
      expect(fromDecimal(decimal(money), money.currency)).toEqual(money)
    }),
  )
  expect(decimal({ amount: 4500, currency: 'JPY' })).toBe('4500')
  expect(decimal({ amount: 4500, currency: 'USD' })).toBe('45.00')
  expect(decimal({ amount: 4500, currency: 'KWD' })).toBe('4.500')
  expect(fromDecimal('1.234', 'USD')).toBeUndefined()
})

test('money is shown with its currency and all its decimals', () => {
  expect(format({ amount: 4500, currency: 'USD' }, 'en-US')).toBe('$45.00')
  expect(format({ amount: 4500, currency: 'JPY' }, 'en-US')).toBe('¥4,500')
  expect(format({ amount: -5, currency: 'EUR' }, 'de-DE')).toBe('-0,05\u00a0€')
})

test('an amount is taken as people write it, and one that could be two is not guessed', () => {
  const read = (text: string) => readMoney(text, 'USD')?.amount
  for (const text of ['45', '$45', '45.00', '45,00', '$ 45', ' 45 ']) expect([text, read(text)]).toEqual([text, 4_500])
  for (const text of ['1234.50', '1,234.50', '$1,234.5', '1.234,50', '1 234,50', '1\u00a0234,50'])
    expect([text, read(text)]).toEqual([text, 123_450])
  expect(read('1,234')).toBe(123_400)
  for (const text of ['', '1.234', '12,34,5', 'ten', '45.001', '1,23,456'])
    expect([text, read(text)]).toEqual([text, undefined])
})
