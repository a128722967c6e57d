import { expect, test } from 'vitest'
import { formatAddress } from './address.ts'

test.each([
  [
    { street: '312 S 3rd St', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' },
    '312 S 3rd St, Boise, ID 83702',
  ],
  [{ city: 'Boise', postcode: '83702', country: 'US' }, 'Boise, 83702'],
  [{ city: 'Boise', country: 'US' }, 'Boise'],
  [{ street: 'Calle Mayor 1', city: 'Madrid', postcode: '28013', country: 'ES' }, 'Calle Mayor 1, 28013 Madrid'],
])('an address is written as letters are addressed in its country', (address, line) => {
  expect(formatAddress(address)).toBe(line)
})
