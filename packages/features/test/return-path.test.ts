import { expect, test } from 'vitest'
import { returnPath } from '../src/session/return-path'

test('whoever signs in goes on where they wanted to on this site, and nowhere else however it is written', () => {
  expect(returnPath('/bookings/bkg_1/pay?x=1#y')).toBe('/bookings/bkg_1/pay?x=1#y')
  const elsewhere = ['//evil.example', '/\\evil.example', '/\t/evil.example', '/\n\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/.//evil.example'] // prettier-ignore
  for (const to of elsewhere) expect([to, returnPath(to)]).toEqual([to, '/'])
  expect(returnPath(null)).toBe('/')
})
