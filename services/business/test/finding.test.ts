import { afterAll, beforeAll, expect, test } from 'vitest'
import { serviceChanged } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/business/operations'
import { schedule } from '@buy-locals/service-kit/jobs'
import { newId, type Id } from '@buy-locals/values/ids'
import { reindexAllJob } from '../src/jobs.ts'
import { importOpenData } from '../src/use-cases/import-open-data.ts'
import { boise, owner, startBusiness } from './support.ts'

let town: Awaited<ReturnType<typeof startBusiness>>
const north = (metres: number) => ({ lat: boise.lat + metres / 111_195.08, lon: boise.lon })

async function addService(businessId: Id<'business'>, name: string): Promise<void> {
  const id = newId('service')
  await town.deliver(serviceChanged, id, 1, {
    ...{
      id,
      businessId,
      name,
      active: true,
      version: 1,
      durationMinutes: 30,
      price: { amount: 2000, currency: 'USD' },
    },
    ...{ payment: 'at-venue', depositBasisPoints: 10_000, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, capacity: 1 },
    ...{ staffIds: [], resourceIds: [], minNoticeMinutes: 0, maxHorizonDays: 60, stepMinutes: 15 },
    policy: { freeUntilHours: 24, lateRefundShare: 0, noShowRefundShare: 0 },
  })
  await town.advance('PT1S')
}

const imported = (name: string, kind: string, metres: number) => ({
  ...{ id: `test:${name}`, name, ...north(metres), tz: 'America/Boise', categories: [kind] },
  address: { city: 'Boise', region: 'ID', country: 'US' },
})

beforeAll(async () => {
  town = await startBusiness()
  const rows = [
    imported('Corner Cuts', 'Personal > Barber', 10),
    imported('Barbershop Deluxe', 'Personal > Barber', 20),
    imported('O’Malley’s', 'Bars & Pubs', 30),
    imported('Søndergård Motors', 'Retail > Auto Repair', 40),
    imported('Little Sprouts Daycare', 'Shopping', 50),
    imported('Rolling Pin', 'Bakery', 60),
  ]
  await importOpenData(town, rows, town.market)
  await town.publish({ name: 'Ada Claimed', location: north(500) })
  await addService((await town.publish({ name: 'Bert Bookable', location: north(900) })).id, 'Clipper cut')
  await addService((await town.publish({ name: 'Zoë Bookable', location: north(800) })).id, 'Nothing special')
})
afterAll(() => town[Symbol.asyncDispose]())

test('who can be booked comes before whoever is only here, and those before what was imported, by whatever it is sorted', async () => {
  const ordered = ['Zoë Bookable', 'Bert Bookable', 'Ada Claimed', 'Corner Cuts', 'Barbershop Deluxe']
  expect(await town.named({ category: 'hair', sort: 'distance' })).toEqual(ordered)
  expect(await town.named({ q: 'haircut', sort: 'distance' })).toEqual(ordered)
  for (const sort of ['rating', 'relevance']) {
    const names = await town.named({ q: 'haircut', sort })
    expect(names.slice(0, 2).toSorted()).toEqual(['Bert Bookable', 'Zoë Bookable'])
    expect(names.slice(2)).toEqual(['Ada Claimed', ...names.slice(3)])
    expect(names).toHaveLength(5)
  }
  const { items } = await town.search({ category: 'hair' })
  expect(items.map(({ claimed, bookable }) => [claimed, bookable])).toEqual([[true, true], [true, true], [true, false], [false, false], [false, false]]) // prettier-ignore
})

test('pages go through the tiers without a gap', async () => {
  for (const sort of ['distance', 'rating', 'relevance']) {
    const names: string[] = []
    for (let cursor: string | undefined, page = 0; page < 6 && (page === 0 || cursor); page++) {
      const { items, nextCursor } = await town.search({ q: 'haircut', sort, limit: 1, ...(cursor && { cursor }) })
      names.push(...items.map(({ name }) => name))
      cursor = nextCursor
    }
    expect(names).toEqual(await town.named({ q: 'haircut', sort }))
  }
})

test('a business is found by its name however it is typed', async () => {
  for (const q of ['omalleys', "o'malleys", 'O’MALLEY’S', 'o malleys', 'omalley'])
    expect(await town.named({ q, exact: true })).toEqual(['O’Malley’s'])
  for (const q of ['sondergard', 'søndergård', 'sondergard motors'])
    expect(await town.named({ q, exact: true })).toEqual(['Søndergård Motors'])
  for (const q of ['day care', 'daycare', 'little sprouts day care'])
    expect(await town.named({ q, exact: true })).toEqual(['Little Sprouts Daycare'])
  expect(await town.named({ q: 'rollingpin', exact: true })).toEqual(['Rolling Pin'])
  expect((await town.named({ q: 'corner cuts' }))[0]).toBe('Corner Cuts') // before those who can be booked
  expect((await town.read('omalleys-boise')).body.name).toBe('O’Malley’s')
})

test('one slip of the finger is understood, said, and can be refused', async () => {
  const { items, reading } = await town.search({ q: 'omaleys' })
  expect([items.map(({ name }) => name), reading]).toEqual([['O’Malley’s'], { as: 'omalleys', q: 'omaleys' }])
  for (const q of ['rolilng', 'roling', 'rollling', 'rollimg']) expect(await town.named({ q })).toEqual(['Rolling Pin'])
  expect((await town.search({ q: 'hiarcut' })).reading).toEqual({ as: 'haircut', q: 'hiarcut' })
  expect(await town.search({ q: 'omaleys', exact: true })).toMatchObject({ items: [] })
  expect((await town.search({ q: 'omalleys' })).reading).toBeUndefined()
  expect(await town.search({ q: 'xqzwv' })).toEqual({ items: [], facets: { category: [] } })
})

test('the next page goes on with how the first was read', async () => {
  const first = await town.search({ q: 'hiarcut', limit: 3 })
  const second = await town.search({ q: 'hiarcut', limit: 3, cursor: first.nextCursor })
  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(await town.named({ q: 'haircut' }))
  expect(second.reading).toEqual({ as: 'haircut', q: 'hiarcut' })
})

test('where nobody does quite that, the trade alone is shown, then what comes near it, unless filters may be why', async () => {
  expect((await town.search({ q: 'vegan wedding cake' })).reading).toEqual({
    as: 'wedding cake',
    q: 'vegan wedding cake',
  })
  expect(await town.search({ q: 'donuts' })).toMatchObject({
    items: [{ name: 'Rolling Pin' }],
    reading: { as: 'bakery' },
  })
  expect(await town.search({ q: 'donuts', openNow: true })).toMatchObject({ items: [] })
})

test('businesses that were indexed before are indexed again, some at a time', async () => {
  await town.db.updateTable('search_docs').set({ tier: 2, labels: [], terms: '' }).execute()
  await town.db.deleteFrom('search_terms').execute()
  await town.db.deleteFrom('jobs').execute()
  await town.db.transaction().execute((tx) => schedule(tx, reindexAllJob, 'trades', town.clock(), { after: '' }))
  await town.advance('PT1S')
  expect(await town.named({ category: 'hair', sort: 'distance' })).toHaveLength(5)
  expect((await town.search({ q: 'omaleys' })).reading?.as).toBe('omalleys')
  const left = await town.db.selectFrom('jobs').select('kind').where('kind', '=', 'business.reindex-all').execute()
  expect(left).toEqual([])
})

test('while one types, kinds of places, services and businesses are suggested that begin so', async () => {
  const suggest = async (q: string) =>
    (await town.call(api.findSuggestions, { query: { q, near: `${boise.lat},${boise.lon}` } })).body.items
  expect(await suggest('bq')).toEqual([])
  expect(await suggest('barber')).toEqual([
    { kind: 'category', category: 'hair' },
    { kind: 'business', name: 'Barbershop Deluxe', slug: 'barbershop-deluxe-boise', city: 'Boise' },
  ])
  expect(await suggest('clip')).toEqual([{ kind: 'service', name: 'Clipper cut' }])
  expect(await suggest('nail s')).toEqual([{ kind: 'service', name: 'nail salon' }])
  expect((await suggest('bookable')).map((item) => item.kind === 'business' && item.name)).toEqual([
    'Zoë Bookable',
    'Bert Bookable',
  ])
})

test('a profile that changes is found by what it says now', async () => {
  const { id, version } = await town.publish({ name: 'Quick change', categories: ['shop'], location: north(2_000) })
  expect(await town.named({ q: 'zymurgy' })).toEqual([])
  await town.call(api.changeBusiness, { params: { businessId: id }, body: { description: 'All about zymurgy' } }, { as: owner, headers: { 'if-match': `${version}` } }) // prettier-ignore
  expect(await town.named({ q: 'zimurgy' })).toEqual(['Quick change'])
})
