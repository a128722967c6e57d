// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { claimBusiness, confirmClaim, readBusiness } from '@buy-locals/contracts/business/operations'
import { fill, press } from '@buy-locals/features/testing/acts'
import { aBusiness, aPerson } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { heading, startSite, text } from './support'

test('whoever claims a page gets a link by mail, or tells the operator how it can be checked', async () => {
  using site = await startSite()
  const business = aBusiness({ slug: 'fenwick', claimed: false, claimDomain: 'fenwick.example' })
  site.respond(readBusiness, business)
  site.respond(claimBusiness, { id: newId('claim'), businessId: business.id, status: 'mailed', createdAt: '2026-11-21T20:00:00Z' }) // prettier-ignore
  site.signIn(aPerson())
  site.open('/b/fenwick/claim')
  await heading('Claim Fenwick')
  press('Send to the market operator')
  expect(await screen.findByText('Explain how we can check that the business is yours')).toBeTruthy()
  fill('Email at fenwick.example', 'info@fenwick.example')
  press('Email me a link')
  await text('We sent a link to info@fenwick.example. Open it in this browser within two days.')
  expect(site.received(claimBusiness)).toMatchObject([{ body: { mailbox: 'info' } }])
})

test('a page that somebody looks after is not claimed, and nobody claims one without an account', async () => {
  using site = await startSite()
  site.respond(readBusiness, aBusiness({ slug: 'fenwick', claimed: false }))
  site.open('/b/fenwick/claim')
  await heading('Claim Fenwick')
  expect(screen.getByRole('link', { name: 'Sign in to continue' }).getAttribute('href')).toBe('/sign-in?to=/b/fenwick/claim') // prettier-ignore
})

test('the same page has an address that a phone shows in the browser, also where the app is installed', async () => {
  using site = await startSite()
  site.respond(readBusiness, aBusiness({ slug: 'fenwick', claimed: false }))
  site.open('/in-browser/b/fenwick/claim')
  await heading('Claim Fenwick')
})

test('whoever signs in to use a mailed link comes back to it', async () => {
  onTestFinished(() => void (window.location.hash = ''))
  window.location.hash = '#a-mailed-token'
  using site = await startSite()
  site.open('/claim')
  const link = await screen.findByRole('link', { name: 'Sign in to continue' })
  expect(link.getAttribute('href')).toBe('/sign-in?to=/claim')
  cleanup()
  window.location.hash = ''
  site.respond(confirmClaim, aBusiness({ name: 'Fenwick' }))
  site.signIn(aPerson())
  site.open('/claim')
  await heading('Claim your business')
  press('Claim the page')
  await heading('Fenwick is yours')
  expect(site.received(confirmClaim).map(({ body }) => body)).toEqual([{ token: 'a-mailed-token' }])
})
