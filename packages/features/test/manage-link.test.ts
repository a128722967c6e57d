import { expect, test } from 'vitest'
import { Refusal } from '@buy-locals/api-client/refusal'
import { newId } from '@buy-locals/values/ids'
import { linksOfList, openLinks, tokenOfLink } from '../src/booking/manage-link'

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

test('of several links each is opened, one after the other; those that are refused come back', async () => {
  const links = [newId('booking'), newId('booking'), newId('booking')].map((id) => [id, token] as const)
  const [first, second, third] = links.map(([id]) => id)
  const opened: unknown[] = []
  const open = async (id: string) => {
    opened.push(id)
    if (id === second) throw new Refusal(404, {})
  }
  expect(await openLinks(links, open)).toEqual([second])
  expect(opened).toEqual([first, second, third])
})

test('where nothing answers no link counts as refused', async () => {
  const open = () => Promise.reject(new TypeError('Failed to fetch'))
  await expect(openLinks([[newId('booking'), token]], open)).rejects.toThrow('Failed to fetch')
})
