import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { availabilityChanged, serviceChanged } from '@buy-locals/contracts/booking/events'
import { ratingChanged } from '@buy-locals/contracts/review/events'
import * as api from '@buy-locals/contracts/business/operations'
import { statementsOf } from '@buy-locals/service-kit/testing/statements'
import { newId, type Id } from '@buy-locals/values/ids'
import { boise, operator, owner, startBusiness } from './support.ts'

let town: Awaited<ReturnType<typeof startBusiness>>
const north = (metres: number) => ({ lat: boise.lat + metres / 111_195.08, lon: boise.lon })

const rate = async (businessId: Id<'business'>, mean: number, version: number, count = 3) => {
  await town.deliver(ratingChanged, businessId, version, { businessId, mean, count, byStars: [0, 0, 0, 0, count], bayes: (20 * 4 + count * mean) / (20 + count), version }) // prettier-ignore
  await town.advance('PT1S')
}

const saveService = (businessId: Id<'business'>, id: Id<'service'>, name: string, version = 1, active = true) =>
  town.deliver(serviceChanged, id, version, {
    ...{ id, businessId, name, active, version, durationMinutes: 30, price: { amount: 2000, currency: 'USD' } },
    ...{ payment: 'at-venue', depositBasisPoints: 10_000, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, capacity: 1 },
    ...{ staffIds: [], resourceIds: [], minNoticeMinutes: 0, maxHorizonDays: 60, stepMinutes: 15 },
    policy: { freeUntilHours: 24, lateRefundShare: 0, noShowRefundShare: 0 },
  })
const addService = async (...service: Parameters<typeof saveService>) => {
  await saveService(...service)
  await town.advance('PT1S')
}

let hairId: Id<'business'>
let bakerId: Id<'business'>
beforeAll(async () => {
  town = await startBusiness()
  hairId = (await town.publish({ name: 'Kämme und Scheren', location: north(300), priceLevel: 2 })).id
  bakerId = (await town.publish({ name: 'Morning Bakeries', categories: ['bakery', 'cafe'], location: north(900) })).id
  await town.publish({ name: 'Far Bikes', categories: ['bike'], location: north(20_000) })
})
afterAll(() => town[Symbol.asyncDispose]())

test('the nearest come first, with their distance along the ground', async () => {
  const { items } = await town.search({ radius: 100_000 })
  expect(items.map(({ name, distanceMetres }) => [name, distanceMetres])).toEqual([
    ['Kämme und Scheren', 300],
    ['Morning Bakeries', 900],
    ['Far Bikes', 20_000],
  ])
  expect(items[0]).toMatchObject({ city: 'Boise', priceLevel: 2, categories: ['hair'], open: { isOpen: true } })
  expect(await town.named({ radius: 899 })).toEqual(['Kämme und Scheren'])
  expect(await town.named({ radius: 901 })).toHaveLength(2)
})

test('a part of a map shows what is in it', async () => {
  const { items } = await town.search({ bbox: `${boise.lon - 0.1},${boise.lat - 0.1},${boise.lon + 0.1},${boise.lat + 0.1}` }) // prettier-ignore
  expect(items.map(({ name }) => name).toSorted()).toEqual(['Kämme und Scheren', 'Morning Bakeries'])
  expect(items[0]).not.toHaveProperty('distanceMetres')
  expect(await town.named({ bbox: '-180,-90,180,90' })).toHaveLength(3)
  expect(await town.named({ bbox: '-120,40,-100,43' })).toEqual([])
})

test('terms are found without accents, by their stem and before they are complete', async () => {
  for (const q of ['kamme', 'KÄMME', 'kämm', 'scheren kämme', 'the kamme', 'hair']) {
    expect(await town.named({ q })).toEqual(['Kämme und Scheren'])
  }
  for (const q of ['bakery', 'bakeri', 'morning b', 'morning x', 'ba', 'cafe'])
    expect(await town.named({ q })).toEqual(['Morning Bakeries'])
  for (const q of ['kamme bakery', 'b', 'heren', '!!!', "'; drop table businesses --"]) {
    expect(await town.named({ q, exact: true })).toEqual([])
  }
})

test('a service is found by its name while it can be booked', async () => {
  const id = newId('service')
  await addService(hairId, id, 'Sugar glaze', 1)
  expect(await town.named({ q: 'glazes' })).toEqual(['Kämme und Scheren'])
  await addService(hairId, id, 'Sugar glaze', 3, false)
  await addService(hairId, id, 'Sugar glaze', 2)
  expect(await town.named({ q: 'glazes' })).toEqual([])
})

test('a business that saves many services is indexed once, and finds them all', async () => {
  const { id: businessId } = await town.publish({ name: 'Saver', location: { lat: 20, lon: 20 } })
  const indexed = async () => {
    const { rows } = await sql<{ at: string }>`select xmin::text as at from search_docs where business_id = ${businessId}`.execute(town.db) // prettier-ignore
    return rows[0]?.at
  }
  const before = await indexed()
  const ids = Array.from({ length: 40 }, () => newId('service'))
  for (const [nth, id] of ids.entries()) await saveService(businessId, id, `Kind${nth}`)
  await Promise.all(ids.map((id, nth) => saveService(businessId, id, `Sort${nth}`, 2)))
  expect(await indexed()).toBe(before)
  expect(await town.db.selectFrom('jobs').select('key').where('kind', '=', 'business.reindex').execute()).toEqual([{ key: businessId }]) // prettier-ignore
  await town.advance('PT1S')
  for (const q of ['sort0', 'sort39']) expect(await town.named({ q, near: '20,20' })).toEqual(['Saver'])
  expect(await town.named({ q: 'kind7', near: '20,20' })).toEqual([])
})

test('the rating that is shown is the plain mean, and few reviews do not rank above many', async () => {
  await rate(hairId, 4.5, 2, 200)
  await rate(bakerId, 5, 1, 1)
  await rate(hairId, 1, 1, 1)
  const { items } = await town.search({ sort: 'rating', radius: 100_000 })
  expect(items.map(({ name, rating }) => [name, rating])).toEqual([
    ['Kämme und Scheren', { mean: 4.5, count: 200 }],
    ['Morning Bakeries', { mean: 5, count: 1 }],
    ['Far Bikes', { mean: 0, count: 0 }],
  ])
  expect(await town.named({ minRating: 4.8 })).toEqual(['Morning Bakeries'])
})

test('a business is bookable on a date when one of its active services has a free start then', async () => {
  const [cut, cake] = [newId('service'), newId('service')]
  const free = (businessId: Id<'business'>, serviceId: Id<'service'>, version: number, days: Record<string, number>) =>
    town.deliver(availabilityChanged, serviceId, version, { businessId, serviceId, version, days: Object.entries(days).map(([date, freeStarts]) => ({ date, freeStarts })) }) // prettier-ignore
  await addService(hairId, cut, 'Cut')
  await addService(bakerId, cake, 'Cake class')
  await free(hairId, cut, 2, { '2026-03-20': 0, '2026-03-21': 3 })
  await free(hairId, cut, 1, { '2026-03-20': 9, '2026-03-21': 0 })
  await free(bakerId, cake, 1, { '2026-03-20': 1 })
  expect(await town.named({ bookableOn: '2026-03-20' })).toEqual(['Morning Bakeries'])
  expect(await town.named({ bookableOn: '2026-03-21' })).toEqual(['Kämme und Scheren'])
  expect(await town.named({ bookableOn: '2026-03-22' })).toEqual([])
  await addService(bakerId, cake, 'Cake class', 2, false)
  expect(await town.named({ bookableOn: '2026-03-20' })).toEqual([])
})

test('a part of a day can be asked for, and what can be booked then is shown with its next times', async () => {
  const near = '30,30'
  const minute = (time: string) => Date.parse(`${time}:00-06:00`) / 60_000
  const show = async (query: Record<string, unknown>) => (await town.search({ near, ...query })).items.map(({ name, next }) => next && [name, next.serviceName, next.price.amount, next.starts]) // prettier-ignore
  const { id: businessId } = await town.publish({ name: 'Shears', location: { lat: 30, lon: 30 } })
  const [fade, color] = [newId('service'), newId('service')]
  await addService(businessId, fade, 'Fade')
  await addService(businessId, color, 'Full color')
  const free = (serviceId: Id<'service'>, version: number, amount: number, days: Record<string, [string[], string[], string[]]>) =>
    town.deliver(availabilityChanged, serviceId, version, {
      ...{ businessId, serviceId, version, minNoticeMinutes: 60, price: { amount, currency: 'USD' } },
      days: Object.entries(days).map(([date, [morning, afternoon, evening]]) => ({
        date,
        freeStarts: [...morning, ...afternoon, ...evening].length,
        starts: { morning: morning.map(minute), afternoon: afternoon.map(minute), evening: evening.map(minute) },
      })),
    }) // prettier-ignore
  const [today, tomorrow] = ['2026-03-20', '2026-03-21']
  await free(fade, 1, 2500, {
    [today]: [[`${today}T01:30`, `${today}T09:00`], [], []],
    [tomorrow]: [[`${tomorrow}T09:00`], [`${tomorrow}T12:00`, `${tomorrow}T13:00`], [`${tomorrow}T17:00`]],
  })
  await free(color, 1, 9000, { [today]: [[], [], []], [tomorrow]: [[], [], [`${tomorrow}T18:00`]] })
  // It is one in the morning: what starts at half past is too soon for its notice.
  const [nineToday, nine, noon, one] = ['2026-03-20T15:00:00Z', '2026-03-21T15:00:00Z', '2026-03-21T18:00:00Z', '2026-03-21T19:00:00Z'] // prettier-ignore
  expect(await show({})).toEqual([['Shears', 'Fade', 2500, [nineToday, nine, noon]]])
  expect(await show({ bookableOn: today })).toEqual([['Shears', 'Fade', 2500, [nineToday]]])
  expect(await show({ bookableOn: today, partOfDay: 'afternoon' })).toEqual([])
  expect(await show({ bookableOn: tomorrow, partOfDay: 'afternoon' })).toEqual([['Shears', 'Fade', 2500, [noon, one]]])
  expect(await show({ bookableOn: tomorrow, partOfDay: 'evening', q: 'hair color' })).toEqual([['Shears', 'Full color', 9000, ['2026-03-22T00:00:00Z']]]) // prettier-ignore
  expect(await show({ q: 'mens fade' })).toMatchObject([['Shears', 'Fade', 2500, {}]])
  const facets = async (partOfDay: string) => (await town.search({ near, bookableOn: today, partOfDay })).facets.category.map(({ count }) => count) // prettier-ignore
  expect([await facets('morning'), await facets('afternoon')]).toEqual([[1], []])
  // A minute after the last start of this morning can no longer be booked, nothing of it is free.
  await town.advance('PT7H1M')
  expect(await show({ bookableOn: today })).toEqual([])
  await town.advance('-PT7H1M')
  await addService(businessId, fade, 'Fade', 2, false)
  expect(await show({ bookableOn: tomorrow, partOfDay: 'morning' })).toEqual([])
})

test('of several services the one is shown that is free in that part of the day', async () => {
  const near = '31,31'
  const { id: businessId } = await town.publish({ name: 'Two chairs', location: { lat: 31, lon: 31 } })
  const free = async (name: string, part: 'morning' | 'evening', time: string) => {
    const serviceId = newId('service')
    await addService(businessId, serviceId, name)
    const starts = { morning: [], afternoon: [], evening: [], [part]: [Date.parse(`2026-03-21T${time}:00-06:00`) / 60_000] } // prettier-ignore
    await town.deliver(availabilityChanged, serviceId, 1, {
      ...{ businessId, serviceId, version: 1, minNoticeMinutes: 0, price: { amount: 2500, currency: 'USD' } },
      days: [{ date: '2026-03-21', freeStarts: 1, starts }],
    })
  }
  await free('Beard trim', 'morning', '09:00')
  await free('Cut', 'evening', '18:00')
  const shown = async (partOfDay: string) =>
    (await town.search({ near, bookableOn: '2026-03-21', partOfDay })).items.map(({ next }) => [next?.serviceName, next?.starts]) // prettier-ignore
  expect(await shown('morning')).toEqual([['Beard trim', ['2026-03-21T15:00:00Z']]])
  expect(await shown('afternoon')).toEqual([])
  expect(await shown('evening')).toEqual([['Cut', ['2026-03-22T00:00:00Z']]])
})

test('price narrows, and filters add up', async () => {
  expect(await town.named({ price: 2, openNow: true, category: 'hair', q: 'scheren', minRating: 4 })).toEqual(['Kämme und Scheren']) // prettier-ignore
  expect(await town.named({ price: 3 })).toEqual([])
})

test('a business that moved is found where it is, and no longer where it was', async () => {
  const { id, version } = await town.publish({ name: 'Mover', location: { lat: 10, lon: 10 } })
  await town.call(api.changeBusiness, { params: { businessId: id }, body: { location: { lat: -16.5, lon: 179.9999 } } }, { as: owner, headers: { 'if-match': `${version}` } }) // prettier-ignore
  await town.call(api.approveBusiness, { params: { businessId: id }, body: { outcome: 'approved' } }, { as: operator })
  expect(await town.named({ near: '10,10' })).toEqual([])
  expect(await town.named({ near: '-16.5,-179.9999', radius: 100 })).toEqual(['Mover'])
  expect((await town.search({ near: '-16.5,-179.9999' })).items[0]?.distanceMetres).toBe(21)
})

test('a stranger reads a business in one statement, and searches in five', async () => {
  const { body } = await town.read(hairId)
  await town.search() // the counts of an area are read once and kept
  expect(await statementsOf(() => town.read(hairId))).toHaveLength(1)
  expect(await statementsOf(() => town.read(body.slug))).toHaveLength(1)
  expect((await statementsOf(() => town.search())).length).toBeLessThanOrEqual(5)
})
