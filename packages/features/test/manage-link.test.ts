import { expect, test } from 'vitest'
import { newId } from '@buy-locals/values/ids'
import { linksOfList, tokenOfLink } from '../src/booking/manage-link'

const token = 'a-token-that-only-the-guest-has'

test('the link of one booking brings its token; a place on the page is none', () => {
  expect(tokenOfLink(token)).toBe(token)
  for (const fragment of ['', 'messages-title', `${newId('booking')}.${token}`])
    expect(tokenOfLink(fragment)).toBeUndefined()
})

test('a mailed link brings the tokens of several bookings, of twenty at most', () => {
  const links = Array.from({ length: 25 }, () => [newId('booking'), token] as const)
  const fragment = links.map((link) => link.join('.')).join('~')
  expect(linksOfList(fragment)).toEqual(links.slice(0, 20))
  expect(linksOfList(token)).toEqual([])
})
