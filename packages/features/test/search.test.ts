import { expect, test } from 'vitest'
import { scriptApi } from '@buy-locals/api-client/testing/scripted-api'
import { api } from '@buy-locals/api-client/api'
import { findPlaces } from '@buy-locals/contracts/business/operations'
import { newId } from '@buy-locals/values/ids'
import { policyTexts } from '../src/booking/policy-text'
import { describeEmpty, describeSearch, waysToLoosen } from '../src/place/describe-search'
import { readFilters, writeFilters } from '../src/place/filters-in-address'
import { findPlace, suggestedTowns, townsQuery } from '../src/place/find-place'
import { countClaimed } from '../src/place/listings'
import { describeNextTimes } from '../src/place/next-times'
import { chooseDay, listParts } from '../src/place/parts-of-day'
import { english } from '../src/testing/english'

const boise = 'America/Boise'
const noon = '2026-11-24T19:30:00Z'
const location = { lat: 43.6, lon: -116.2 }
const towns = [{ name: 'Boise', location }]

test('a place stands in the address under its name, and not to the meter', () => {
  const written = writeFilters({ near: { lat: 43.61512, lon: -116.20098 }, place: 'Boise', radius: 5000 })
  expect(written).toMatchObject({ near: '43.615,-116.201', place: 'Boise', radius: '5000' })
  const read = (address: Record<string, string>) => readFilters((name) => address[name])
  expect(read({ near: '43.615,-116.201', radius: '5000' })).toMatchObject({ near: { lat: 43.615, lon: -116.201 }, radius: 5000 }) // prettier-ignore
  expect(read({ near: '91,0', radius: '9' })).toMatchObject({ near: undefined, radius: undefined })
  expect(read({ near: 'nowhere' }).near).toBeUndefined()
})

test('a town of ours is found by its name, any other by the gazetteer, and nothing is nowhere', async () => {
  using server = scriptApi()
  const callApi = api({ baseUrl: 'http://127.0.0.1' })
  const nampa = { label: 'Nampa, ID', address: { city: 'Nampa', country: 'US' }, location: { lat: 43.5, lon: -116.5 }, precision: 'city' as const } // prettier-ignore
  server.respond(findPlaces, { items: [nampa] }, { items: [] })
  expect(await findPlace(callApi, towns, ' boise ')).toEqual({ near: location, place: 'Boise', radius: undefined })
  expect(server.received(findPlaces)).toEqual([])
  expect(await findPlace(callApi, towns, 'nampa')).toMatchObject({ near: nampa.location, place: 'Nampa, ID' })
  expect(await findPlace(callApi, towns, 'nowhere')).toBeUndefined()
  expect(await findPlace(callApi, towns, '  ')).toBeUndefined()
  expect(townsQuery('n')).toBeUndefined()
  expect(townsQuery(' na')).toEqual({ q: 'na', kind: 'town' })
  expect(suggestedTowns([nampa, nampa, { ...nampa, label: 'Nampa, TX' }])).toHaveLength(2)
})

test('the parts of a day that are over are no choice, and none is taken over to another day', () => {
  expect(listParts('2026-11-24', boise, noon)).toEqual(['afternoon', 'evening'])
  expect(listParts('2026-11-25', boise, noon)).toEqual(['morning', 'afternoon', 'evening'])
  expect(listParts('2026-11-23', boise, noon)).toEqual([])
  expect(chooseDay({ part: 'morning' }, '2026-11-24', boise, noon)).toEqual({ on: '2026-11-24', part: undefined })
  expect(chooseDay({ part: 'evening' }, '2026-11-24', boise, noon)).toEqual({ on: '2026-11-24', part: 'evening' })
  expect(chooseDay({ part: 'evening' }, undefined, boise, noon)).toEqual({ on: undefined, part: undefined })
})

test('a search is named by what was written, by its category, or by its place', () => {
  expect(describeSearch(english, { q: 'fade', category: 'hair' }, 'Boise')).toBe('“fade” in Boise')
  expect(describeSearch(english, { category: 'hair' }, 'Boise')).toBe('Hair in Boise')
  expect(describeSearch(english, {}, 'Boise')).toBe('Find and book local businesses in Boise')
})

test('where nothing is found each part of the search can be let go, and it can reach three times as far', () => {
  const search = { q: 'sauna', on: '2026-11-24', part: 'evening' as const, open: true, radius: 20_000 }
  expect(describeEmpty(english, search, 'Boise').title).toBe('No results for “sauna” near Boise')
  expect(describeEmpty(english, {}, 'Boise').text).toMatch(/^No businesses near Boise yet/)
  const ways = waysToLoosen(english, search)
  expect(ways.map(({ label }) => label)).toEqual(['Open or closed', 'Any time of day', 'Any day', 'Remove “sauna”', 'Search within 37 mi']) // prettier-ignore
  expect(ways.at(-1)?.changes).toEqual({ radius: 60_000 })
  expect(waysToLoosen(english, { radius: 100_000 })).toEqual([])
})

test('next times stand under their day where that is another one', () => {
  const serviceId = newId('service')
  const starts = ['2026-11-24T21:30:00Z', '2026-11-24T22:00:00Z', '2026-11-25T16:00:00Z']
  const next = { serviceId, serviceName: 'Fade', price: { amount: 2500, currency: 'USD' as const }, starts }
  const described = describeNextTimes(english, { slug: 'fenwick', next }, boise, noon)
  expect(described?.title).toBe('Fade · Today')
  expect(described?.times.map(({ day, time }) => [day, time])).toEqual([[undefined, '2:30 PM'], [undefined, '3:00 PM'], ['Tomorrow', '9:00 AM']]) // prettier-ignore
  expect(described?.times[0]?.href).toBe(`/b/fenwick/book/${serviceId}?at=2026-11-24T21:30:00Z`)
  expect(describeNextTimes(english, { slug: 'fenwick' }, boise, noon)).toBeUndefined()
})

test('those that nobody looks after begin after the last that somebody does', () => {
  expect(countClaimed([{ claimed: true }, { claimed: false }, { claimed: true }, { claimed: false }])).toBe(3)
  expect(countClaimed([])).toBe(0)
})

test('what comes back of a deposit is written with amounts before a time is chosen', () => {
  const policy = { freeUntilHours: 24, lateRefundShare: 5000, noShowRefundShare: 0 }
  const deposit = { amount: 4500, currency: 'USD' as const }
  expect(policyTexts(english, policy, deposit)).toEqual([
    'Free cancellation up to 24 hr before',
    'Cancel later and you’ll get $22.50 back.',
    'No-shows aren’t refunded.',
  ])
  expect(policyTexts(english, { ...policy, freeUntilHours: 0 }, deposit)).toHaveLength(2)
})
