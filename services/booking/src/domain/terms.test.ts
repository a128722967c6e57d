import { expect, test } from 'vitest'
import { calculateHorizonDays, calculateTerms } from './terms.ts'

const haircut = {
  price: { amount: 4_500, currency: 'USD' as const },
  payment: 'online' as const,
  depositBasisPoints: 3_333,
}

test('a party pays for each of its seats, and the deposit is a share of the whole', () => {
  expect(calculateTerms(haircut, 3, true)).toEqual({
    price: { amount: 13_500, currency: 'USD' },
    deposit: { amount: 4_500, currency: 'USD' },
    payment: 'online',
  })
})

test('a deposit of a fixed amount is one for each seat, whatever the price', () => {
  const fixed = { ...haircut, depositAmount: { amount: 1_000, currency: 'USD' as const } }
  expect(calculateTerms(fixed, 1, true).deposit).toEqual({ amount: 1_000, currency: 'USD' })
  expect(calculateTerms(fixed, 3, true).deposit).toEqual({ amount: 3_000, currency: 'USD' })
  expect(calculateTerms(fixed, 1, false).deposit).toEqual({ amount: 0, currency: 'USD' })
})

test('a deposit that no card can be charged is paid at the venue with the rest', () => {
  const cheap = { ...haircut, price: { amount: 147, currency: 'USD' as const } }
  expect(calculateTerms(cheap, 1, true)).toMatchObject({ payment: 'at-venue', deposit: { amount: 0 } })
  expect(calculateTerms(cheap, 2, true)).toMatchObject({ payment: 'online', deposit: { amount: 98 } })
  const inDinars = { ...haircut, price: { amount: 4_450, currency: 'KWD' as const } }
  expect(calculateTerms(inDinars, 1, true).deposit).toEqual({ amount: 1_480, currency: 'KWD' }) // of 1.483, in tens
})

test('nothing payable is sold further ahead than money may be held', () => {
  const farAhead = { ...haircut, maxHorizonDays: 365 }
  expect(calculateHorizonDays(farAhead, true)).toBe(80)
  expect(calculateHorizonDays(farAhead, false)).toBe(365)
  expect(calculateHorizonDays({ ...farAhead, payment: 'at-venue' }, true)).toBe(365)
})
