import { expect, test } from 'vitest'
import { toClaimDomain } from './claim-domain.ts'

const domainOf = (website: string | undefined, changes: object = {}) =>
  toClaimDomain({ website, claimed: false, status: 'published', ...changes })

test('a website of its own shows where a business has its mail', () => {
  expect(domainOf('https://www.joes-barbers.com/boise?x=1')).toBe('joes-barbers.com')
  expect(domainOf('http://shop.joes.co.uk')).toBe('joes.co.uk')
  expect(domainOf('https://JOES.com')).toBe('joes.com')
})

test('where anybody has a page or a mailbox nobody proves anything, nor at a public suffix or a number', () => {
  const others = ['https://facebook.com/joes', 'https://business.google.com/joes', 'https://joes.github.io', 'https://joes.wixsite.com/home', 'https://co.uk', 'https://github.io', 'https://gmail.com', 'https://mail.yahoo.co.jp', 'http://192.0.2.7', 'http://localhost', 'http://[::1]/', 'https://joes.internal', undefined] // prettier-ignore
  expect(others.map((website) => domainOf(website))).toEqual(others.map(() => undefined))
})

test('what somebody looks after, or is not on the site, cannot be claimed', () => {
  expect(domainOf('https://joes.com', { claimed: true })).toBeUndefined()
  expect(domainOf('https://joes.com', { status: 'suspended' })).toBeUndefined()
})
