import { expect, test } from 'vitest'
import { readCard, usualTestCard } from '../src/pay/test-card'

const readUntil = (expiry: string) => readCard({ ...usualTestCard, expiry })

test('a card is read as people write it', () => {
  const card = { number: '4242424242424242', month: '12', year: '2034', cvc: '123' }
  expect(['12/34', '1234', '12 / 2034'].map(readUntil)).toEqual([card, card, card])
})

test('a card that cannot be right is none', () => {
  expect(['13/34', '1/34', ''].map(readUntil)).toEqual([undefined, undefined, undefined])
  expect(readCard({ ...usualTestCard, number: '4242' })).toBeUndefined()
  expect(readCard({ ...usualTestCard, cvc: '12' })).toBeUndefined()
})
