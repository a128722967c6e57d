import { expect, test } from 'vitest'
import { formatPhone, readPhone } from './phone.ts'

test('a phone number is taken as people write it where they are, and shown so', () => {
  for (const text of [
    '(208) 555-0123',
    '208-555-0123',
    '208.555.0123',
    '2085550123',
    '1 208 555 0123',
    '+1 (208) 555-0123',
    'tel: 208 555 0123',
  ])
    expect([text, readPhone(text, 'US')]).toEqual([text, '+12085550123'])
  expect(readPhone('020 7946 0958', 'GB')).toBe('+442079460958')
  expect(readPhone('+44 20 7946 0958', 'US')).toBe('+442079460958')
  expect(formatPhone('+12085550123', 'US')).toBe('(208) 555-0123')
  expect(formatPhone('+12085550123')).toBe('(208) 555-0123')
  expect(formatPhone('+442079460958', 'US')).toBe('+44 20 7946 0958')
})

test('what is no phone number is not taken for one, and one that nobody can read stays as it is', () => {
  for (const text of ['', '555-0123', 'call me', '208 555 0123 ext. 7', '+999 1', '2085550123456789'])
    expect([text, readPhone(text, 'US')]).toEqual([text, undefined])
  expect(formatPhone('+0')).toBe('+0')
})
