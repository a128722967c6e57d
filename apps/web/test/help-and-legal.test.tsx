// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aMarket } from '@buy-locals/features/testing/examples'
import { loadSiteI18n } from '../src/messages/site-i18n'
import { heading, startSite, text } from './support'

const ours = { title: 'Terms of this town', html: '<p>Be <strong>kind</strong>.</p>', version: 'a1' }

test('the help page names whom to contact in each market that says so', async () => {
  const contact = { email: 'help@boise.example', phone: '+12085550123' }
  using site = await startSite({ markets: [aMarket({ name: 'Boise', contact }), aMarket({ name: 'Nampa' })] })
  site.open('/help')
  await heading('Contact')
  expect(screen.getByRole('link', { name: '(208) 555-0123' }).getAttribute('href')).toBe('tel:+12085550123')
  expect(screen.getByRole('link', { name: 'help@boise.example' }).getAttribute('href')).toBe(
    'mailto:help@boise.example',
  )
  expect(screen.queryByText('Nampa')).toBeNull()
})

test('without any contact the help page leads to the businesses', async () => {
  using site = await startSite()
  site.open('/help')
  await text(/^Questions about a visit\?/)
})

test('terms of the operator stand in the place of ours, in the language of the reader where there are some', async () => {
  await loadSiteI18n('es-US')
  const legalTexts = new Map([['terms', ours], ['terms.es', { ...ours, title: 'Condiciones de esta ciudad' }]]) // prettier-ignore
  using site = await startSite({ legalTexts })
  site.open('/terms')
  await heading('Terms of this town')
  expect(screen.getByText('kind').tagName).toBe('STRONG')
  expect(screen.queryByText('Who does what')).toBeNull()
  using spanish = await startSite({ legalTexts, locale: 'es-US' })
  spanish.open('/terms')
  await heading('Condiciones de esta ciudad')
})

test('there is an imprint where the operator has written one, and a link to it', async () => {
  using site = await startSite({ legalTexts: new Map([['imprint', { ...ours, title: 'Imprint' }]]) })
  site.open('/imprint')
  await heading('Imprint')
  expect(screen.getByRole('link', { name: 'Imprint' }).getAttribute('href')).toBe('/imprint')
})

test('without one there is no link', async () => {
  using site = await startSite()
  site.open('/help')
  await heading('Help')
  expect(screen.queryByRole('link', { name: 'Imprint' })).toBeNull()
})

test('the privacy page names Google only where its map is shown, or addresses go there', async () => {
  using plain = await startSite()
  plain.open('/privacy')
  await heading('Cookies')
  expect(screen.queryByText(/Google/)).toBeNull()
  cleanup()
  using site = await startSite()
  site.visit.config.map = { style: '', hasStreets: true, googleKey: 'a public key' }
  site.open('/privacy')
  await heading('Google’s map')
  expect(screen.queryByRole('heading', { name: 'Addresses' })).toBeNull()
  cleanup()
  using withAddresses = await startSite()
  withAddresses.visit.config.places = { haveAddresses: true }
  withAddresses.open('/privacy')
  await heading('Addresses')
  expect(screen.getByRole('link', { name: /Google’s privacy policy/ })).toBeTruthy()
})
