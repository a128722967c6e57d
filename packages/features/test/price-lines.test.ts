import { expect, test } from 'vitest'
import type { Money } from '@buy-locals/values/money'
import { priceLines } from '../src/booking/price-lines'
import { english } from '../src/testing/english'

const usd = (amount: number): Money => ({ amount, currency: 'USD' })
const free = { price: usd(0), deposit: usd(0), payment: 'none' } as const
const atVenue = { price: usd(4500), deposit: usd(0), payment: 'at-venue' } as const
const inFull = { price: usd(4500), deposit: usd(4500), payment: 'online' } as const
const byDeposit = { price: usd(4500), deposit: usd(1000), payment: 'online' } as const

const lines = (...[cost, stage]: [Parameters<typeof priceLines>[1], Parameters<typeof priceLines>[2]]) =>
  priceLines(english, cost, stage).map(({ label, value, total }) => `${label}: ${value}${total ? ', the sum' : ''}`)

test('what costs nothing is free', () => {
  expect(lines(free, 'quote')).toEqual(['Total: Free'])
})

test('what is paid at the appointment is due there', () => {
  expect(lines(atVenue, 'quote')).toEqual(['Total: $45.00', 'Due at appointment: $45.00, the sum'])
})

test('of what is paid online only the rest is due at the appointment', () => {
  expect(lines(inFull, 'quote')).toEqual(['Total: $45.00', 'Due now: $45.00, the sum'])
  expect(lines(byDeposit, 'quote')).toEqual(['Total: $45.00', 'Due at appointment: $35.00', 'Due now: $10.00, the sum'])
})

test('of a booking the price says what is paid and what is not', () => {
  expect(lines(byDeposit, 'unpaid').at(-1)).toBe('Due online: $10.00, the sum')
  expect(lines(byDeposit, 'paid')).toEqual([
    'Price: $45.00',
    'Due at appointment: $35.00',
    'Paid online: $10.00, the sum',
  ])
})
