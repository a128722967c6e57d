import { expect, test } from 'vitest'
import { searchPath, parseSearch } from '../src/home/search'
import { pageAddress } from '../src/server/page-address'
import { findBounds } from '@buy-locals/features/place/bounds'
import { cachedFormat, countCachedFormats } from '@buy-locals/values/date-format'
import { negotiateLocale } from '@buy-locals/values/locale'
import { findNearest } from '@buy-locals/features/place/distance'

const read = (text: string) => parseSearch(new URLSearchParams(text))

test('the address of a search holds every filter, and reading it gives the same search', () => {
  const search = {
    near: { lat: 43.615, lon: -116.2 },
    place: 'Boise, Idaho',
    radius: 5000,
    q: 'hair & beard',
    category: 'hair' as const,
    open: true,
    on: '2026-11-24',
    part: 'afternoon' as const,
    rated: true,
    sort: 'distance' as const,
  }
  const address = searchPath(search)
  expect(parseSearch(new URL(address, 'http://x').searchParams)).toEqual(search)
  const readByPages = new URL(pageAddress(searchPath({ ...search, exact: true, pages: 2 })), 'http://x').searchParams
  expect(parseSearch(readByPages)).toEqual({ ...search, exact: true, pages: 2 }) // the server drops what no page reads
  expect(searchPath({ open: false, rated: false })).toBe('/')
})

test('where somebody is does not stand in the address to the metre', () => {
  expect(searchPath({ near: { lat: 43.6151234, lon: -116.2009876 } })).toBe('/?near=43.615,-116.201')
})

test('what cannot be read in an address is left out', () => {
  expect(read('near=91,0&radius=9&on=2026-02-30&part=morning&sort=price&open=yes')).toMatchObject({
    near: undefined,
    radius: undefined,
    on: undefined,
    part: undefined,
    sort: undefined,
    open: false,
  })
})

test('a reader gets their own way of writing in a language we speak', () => {
  expect(negotiateLocale('de-DE,de;q=0.9,en-GB;q=0.8,en;q=0.7')).toBe('en-GB')
  expect(negotiateLocale('fr')).toBe('en-US')
  expect(negotiateLocale(undefined)).toBe('en-US')
  expect(negotiateLocale('en-<script>;q=1')).toBe('en-US')
  expect(negotiateLocale('en-419')).toBe('en-US')
})

test('a malformed or overlong language tag is no error and takes no memory of its own', () => {
  expect(negotiateLocale('en-gb-us')).toBe('en-GB')
  expect(negotiateLocale('en-abcde-abcde')).toBe('en-US')
  expect(negotiateLocale('en-Latn-US-abcde')).toBe('en-US')
})

test('however many languages readers name, the server knows few locales, and few formats of them', () => {
  const letters = (n: number) =>
    String.fromCharCode(97 + (n % 26), 97 + (Math.floor(n / 26) % 26), 97 + (Math.floor(n / 676) % 26))
  const located = new Set<string>()
  for (let n = 0; n < 10_000; n++) {
    const locale = negotiateLocale(`${letters(n)}-${letters(n * 7)};q=0.9, en-${letters(n * 3).slice(0, 2)};q=0.8`)
    located.add(locale)
    cachedFormat(locale, 'UTC', {
      year: 'numeric',
      minute: n % 2 ? 'numeric' : '2-digit',
      fractionalSecondDigits: ((n % 3) + 1) as 1 | 2 | 3,
    })
  }
  expect(located.size).toBeLessThanOrEqual(8)
  for (const zone of Intl.supportedValuesOf('timeZone'))
    for (const locale of located) cachedFormat(locale, zone, { hour: 'numeric' })
  expect(countCachedFormats()).toBeLessThanOrEqual(1_000)
})

test('the town that is meant is the nearest one', () => {
  const boise = { name: 'Boise', location: { lat: 43.6, lon: -116.2 } }
  const austin = { name: 'Austin', location: { lat: 30.3, lon: -97.7 } }
  expect(findNearest([austin, boise], { lat: 43, lon: -115 })?.name).toBe('Boise')
  expect(findNearest([], { lat: 43, lon: -115 })).toBeUndefined()
})

test('the map shows all places, or the area asked for where there is none', () => {
  const near = { lat: 0, lon: 0 }
  expect(
    findBounds(
      [
        { lat: 1, lon: 2 },
        { lat: -1, lon: 5 },
      ],
      near,
      1000,
    ),
  ).toEqual([2, -1, 5, 1])
  expect(findBounds([], near, 111_320)).toEqual([-1, -1, 1, 1])
})
