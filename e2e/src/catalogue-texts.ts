import { expect, type Page } from '@playwright/test'
import { cookieNames } from '@buy-locals/contracts/cookies'
import { changeMe } from '@buy-locals/contracts/auth/operations'
import { countryChoices } from '@buy-locals/values/countries'
import { nameOfLocale, offeredLocales, pseudoLocale } from '@buy-locals/values/locale'
import { timeZoneChoices } from '@buy-locals/values/time-zones'
import type { Person } from './people.ts'
import { serverUrl } from './server-process.ts'
import { findTooWide } from './too-wide.ts'
import { widths } from './widths.ts'

/** What Intl writes is of no catalogue: names of months, days, zones, countries and units. */
const ofIntl = /\b((jan|febr)(uary)?|feb|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|(sept?|octo?|nov|dec)(em)?(ber)?|(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?|mountain time|at|mst|mdt|min|hr|mi)\b/gi // prettier-ignore

/** Sites and time zones have one name in all languages. */
const addresses = /\b[\w-]+\.(com|gov|org)\b|\b[A-Z]\w+(\/[\w -]+)+/g

/** Shows everything in English with accents, longer and in brackets, and checks a page: each text is of the catalogue or content of the API, every value of a text is there, and nothing is wider than the page. */
export async function readInPseudoLocale(page: Page, person?: Person): Promise<(path: string) => Promise<void>> {
  await person?.call(changeMe, { body: { locale: pseudoLocale } })
  await page.context().addCookies([{ name: cookieNames.locale, value: pseudoLocale, url: serverUrl() }])
  const reader = { locale: pseudoLocale }
  const named = [...countryChoices(reader), ...timeZoneChoices(reader, new Date().toISOString(), 'UTC')]
  const content = new Set([
    'Buy Locals',
    ...named.map(({ name }) => name),
    ...offeredLocales.map(nameOfLocale),
    nameOfLocale(pseudoLocale),
  ])
  await page.addInitScript(noteContent)
  return async (path) => {
    const texts = await page.evaluate(readTexts)
    // After the texts: more may have come between the two.
    collectStrings(await page.evaluate(shownContent), content)
    expect(texts.filter((text) => text.startsWith('⟦')).length, `${path} is in the pseudo-locale`).toBeGreaterThan(3)
    expect
      .soft(
        texts.filter((text) => text.includes('{{')),
        `${path} shows every value`,
      )
      .toEqual([])
    const foreign = texts.filter((text) => /\p{L}{3,}/u.test(withoutKnown(text, content)))
    expect.soft(foreign, `${path} shows only texts of the catalogue`).toEqual([])
    for (const size of Object.values(widths)) {
      await page.setViewportSize(size)
      expect.soft(await findTooWide(page), `${path}, ${size.width} wide`).toEqual([])
    }
  }
}

function collectStrings(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') found.add(value.trim())
  else if (value && typeof value === 'object') for (const part of Object.values(value)) collectStrings(part, found)
}

/** What is left of a text without what stands in brackets, what the API has said, and what Intl writes. */
function withoutKnown(text: string, content: ReadonlySet<string>): string {
  let rest = text
  for (let before = ''; rest !== before;) {
    before = rest
    rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, '')
  }
  if (!/\p{L}{3,}/u.test(rest)) return ''
  const isCode = /^[a-z-]+$/
  const longestFirst = [...content]
    .filter((written) => written.length > 1 && !isCode.test(written))
    .toSorted((a, b) => b.length - a.length)
  for (const written of longestFirst) rest = rest.replaceAll(written, '')
  return rest.replaceAll(ofIntl, '').replaceAll(addresses, '')
}

type Noting = { contentOfApi: unknown[] }

/** Runs before the page: what the API says is noted before the page can show it. */
function noteContent(): void {
  const contentOfApi: unknown[] = []
  Object.assign(globalThis, { contentOfApi })
  const { fetch } = globalThis
  globalThis.fetch = async (...request) => {
    const response = await fetch(...request)
    const isOfApi = new URL(response.url).pathname.startsWith('/v1/')
    if (isOfApi && response.headers.get('content-type')?.includes('json'))
      contentOfApi.push(await response.clone().json().catch(() => null)) // prettier-ignore
    return response
  }
}

/** Runs in the page: what its loaders and its calls of the API have read. */
function shownContent(): unknown[] {
  const { contentOfApi, __reactRouterDataRouter: router } = globalThis as unknown as Noting & {
    __reactRouterDataRouter?: { state: { loaderData: unknown } }
  }
  return [...contentOfApi, router?.state.loaderData]
}

/** Runs in the page: every text that is seen or read aloud. */
function readTexts(): string[] {
  const texts = [document.title]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement
    if (!element || element.closest('script, style, noscript, template, [aria-hidden="true"], .maplibregl-map'))
      continue
    // Countries and zones, as this browser names them.
    if (element instanceof HTMLOptionElement && /^[A-Z]{2}$|\//.test(element.value)) continue
    if (node instanceof Element) {
      const names = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-valuetext']
      texts.push(...names.map((name) => element.getAttribute(name) ?? ''))
    } else texts.push(node.textContent ?? '')
  }
  return texts.map((text) => text.trim()).filter(Boolean)
}
