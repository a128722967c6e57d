import { expect, test } from 'vitest'
import { parseExpiry } from '../src/pay/test-card'

test('the date of a card is read as people write it', () => {
  expect(['12/34', '1234', '12 / 2034'].map(parseExpiry)).toEqual(Array(3).fill({ month: '12', year: '2034' }))
  expect(['13/34', '1/34', ''].map(parseExpiry)).toEqual([undefined, undefined, undefined])
})
