// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { changeMe } from '@buy-locals/contracts/auth/operations'
import { readBusiness, searchBusinesses } from '@buy-locals/contracts/business/operations'
import { translatorForFeatures } from '@buy-locals/features/i18n'
import { aBusiness, aPerson } from '@buy-locals/features/testing/examples'
import { findOtherGaps } from '@buy-locals/features/testing/gaps'
import { findOddEnds, listTexts } from '@buy-locals/features/testing/texts'
import { loadSiteI18n } from '../src/messages/site-i18n'
import { english } from '../src/messages/texts-en'
import { spanish } from '../src/messages/texts-es'
import { socialMeta } from '../src/site/page-meta'
import { heading, startSite, text } from './support'

afterEach(() => {
  document.cookie = 'bl_locale=; Path=/; Max-Age=0'
})

async function startInSpanish(options: Parameters<typeof startSite>[0] = {}) {
  await loadSiteI18n('es-US')
  return startSite({ ...options, locale: 'es-US' })
}

test('a text in Spanish has the values of the English one', () => {
  expect(findOtherGaps(english.site, spanish.site)).toEqual([])
  expect(findOtherGaps(english.features, spanish.features)).toEqual([])
})

test('what is wrong with a field is one sentence without a full stop, and English is spelled as Americans do', () => {
  expect([english, spanish].flatMap(({ site }) => findOddEnds(site.form))).toEqual([])
  expect(listTexts(english.site).filter((one) => /cancell(ed|ing)/i.test(one))).toEqual([])
})

test('Spanish counts as it is spoken, also by the million', async () => {
  const t = translatorForFeatures(await loadSiteI18n('es-US'))
  const counted = [0, 1, 2, 1_000_000].map((count) => t('find.found', { count }))
  expect(counted).toEqual(['0 negocios', '1 negocio', '2 negocios', '1,000,000 negocios'])
})

test('whoever reads Spanish finds businesses in Spanish', async () => {
  using site = await startInSpanish()
  site.respond(searchBusinesses, { items: [], facets: { category: [] } })
  site.open('/')
  await heading('Encuentra y reserva en negocios locales de Boise')
  await text(/^Sin resultados cerca de/)
  expect(document.body.textContent).not.toMatch(/businesses|Search/)
})

test('a language that could not be kept with the account is not chosen without a word', async () => {
  using site = await startSite({ me: aPerson() })
  site.respond(changeMe, unreachable)
  site.open('/terms')
  fireEvent.click(await screen.findByRole('link', { name: 'Español (EE. UU.)' }))
  await text('You’re offline. Check your connection, then try again.')
})

test('the language that is chosen in the footer is kept in this browser and with the account', async () => {
  using site = await startSite({ me: aPerson() })
  site.respond(readBusiness, aBusiness())
  site.respond(changeMe, aPerson())
  site.open('/terms')
  const languages = within(await screen.findByRole('group', { name: 'Language' }))
  expect(languages.getByRole('link', { current: true }).textContent).toBe('English (US)')
  const link = languages.getByRole('link', { name: 'Español (EE. UU.)' })
  expect([link.getAttribute('href'), link.getAttribute('lang')]).toEqual(['/terms?lang=es-US', 'es'])
  fireEvent.click(link)
  await waitFor(() => expect(site.received(changeMe).map(({ body }) => body)).toEqual([{ locale: 'es-US' }]))
  expect(document.cookie).toContain('bl_locale=es-US')
})

test('search engines are given a page in each language, and the one that names none for everybody else', () => {
  const meta = socialMeta({
    title: 'Fenwick',
    description: 'Cuts',
    url: 'https://x.example/b/fenwick',
    location: { search: '?lang=es-US' },
  })
  const links = meta.filter((tag) => 'hrefLang' in tag)
  expect(links.map(({ hrefLang, href }) => [hrefLang, href])).toEqual([
    ['en', 'https://x.example/b/fenwick?lang=en-US'],
    ['en-GB', 'https://x.example/b/fenwick?lang=en-GB'],
    ['es', 'https://x.example/b/fenwick?lang=es-US'],
    ['x-default', 'https://x.example/b/fenwick'],
  ])
  expect(meta).toContainEqual({ tagName: 'link', rel: 'canonical', href: 'https://x.example/b/fenwick?lang=es-US' })
})
