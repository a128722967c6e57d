import { afterAll, beforeAll, expect, test } from 'vitest'
import { importOpenData } from '../src/use-cases/import-open-data.ts'
import { boise, boiseRows, near, startBusiness } from './support.ts'

let town: Awaited<ReturnType<typeof startBusiness>>
beforeAll(async () => {
  town = await startBusiness()
  await importOpenData(town, await boiseRows(), town.market)
  // Eleven at one and the same place, and all of the same rating: nothing but their ids tells them apart.
  for (let i = 0; i < 11; i++) await town.publish({ name: `Twin ${i}`, location: boise })
})
afterAll(() => town[Symbol.asyncDispose]())

const everything = { near, radius: 20_000 }

async function pages(query: Record<string, unknown>) {
  const [ids, metres]: [string[], number[]] = [[], []]
  let cursor: string | undefined
  do {
    const page = await town.search({ ...query, ...(cursor && { cursor }) })
    ids.push(...page.items.map(({ id }) => id))
    metres.push(...page.items.flatMap(({ distanceMetres }) => distanceMetres ?? []))
    cursor = page.nextCursor
  } while (cursor)
  return { ids, metres }
}

test('pages neither repeat nor lose when rows tie', async () => {
  const [{ all } = { all: 0 }] = await town.db.selectFrom('search_docs').select(({ fn }) => fn.countAll<number>().as('all')).execute() // prettier-ignore
  expect(all).toBeGreaterThan(300)
  for (const sort of ['distance', 'rating']) {
    for (const limit of [7, 100]) {
      const { ids } = await pages({ ...everything, sort, limit })
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toHaveLength(all)
    }
  }
  const found = await pages({ ...everything, q: 'twin', category: 'hair', limit: 4 })
  expect(new Set(found.ids).size).toBe(11)
  expect(found.ids).toHaveLength(11)
})

test('distances only grow from page to page', async () => {
  const { metres } = await pages({ ...everything, limit: 13 })
  expect(metres).toEqual(metres.toSorted((a, b) => a - b))
})

test('facets add up: each counts what choosing it finds', async () => {
  for (const filters of [
    everything,
    { ...everything, q: 'boise' },
    { near, radius: 1_500 },
    { bbox: '-116.3,43.5,-116.1,43.7' },
  ]) {
    const { facets } = await town.search(filters)
    expect(facets.category.length).toBeGreaterThan(2)
    for (const { id, count } of facets.category) {
      const { ids } = await pages({ ...filters, category: id, limit: 100 })
      expect([id, ids.length]).toEqual([id, count])
    }
    const chosen = await town.search({ ...filters, category: facets.category[0]?.id })
    expect(chosen.facets).toEqual(facets)
  }
})

test('counts in memory are those of the table, and the table those of the businesses', async () => {
  const [docs, counts] = await Promise.all([
    town.db.selectFrom('search_docs').select(['count_cell', 'labels']).execute(),
    town.db.selectFrom('search_counts').selectAll().where('businesses', '<>', 0).execute(),
  ])
  const expected = new Map<string, number>()
  for (const { count_cell, labels } of docs) {
    for (const label of ['', ...labels])
      expected.set(`${count_cell} ${label}`, (expected.get(`${count_cell} ${label}`) ?? 0) + 1)
  }
  expect(new Map(counts.map(({ cell, label, businesses }) => [`${cell} ${label}`, businesses]))).toEqual(expected)
})

test('an import can be repeated without doubles', async () => {
  const rows = await boiseRows()
  expect(await importOpenData(town, [...rows, ...rows], town.market)).toEqual({ imported: 0, existing: rows.length, refused: [] }) // prettier-ignore
  const bad = [{ ...(rows[0] as object), id: 'x:1', lat: 'NaN' }, { ...(rows[0] as object), id: 'x:2', categories: ['Mining'] }, null] // prettier-ignore
  const { imported, refused } = await importOpenData(town, bad, town.market)
  expect([imported, refused.map(({ row }) => row)]).toEqual([0, [0, 1, 2]])
})

test('what a row has of website and phone is on the page, which can be claimed by mail there', async () => {
  const place = { lat: 10, lon: 10, tz: 'America/Boise', address: { city: 'Boise', country: 'US' }, categories: ['Bakery'] } // prettier-ignore
  const rows = [
    { ...place, id: 'y:1', name: 'Reached', website: 'https://www.reached.com/boise', phone: '+12085550123' },
    { ...place, id: 'y:2', name: 'Unreached', website: null },
    { ...place, id: 'y:3', name: 'Wrong', website: 'reached at the corner' },
  ]
  const { imported, refused } = await importOpenData(town, rows, town.market)
  expect([imported, refused.map(({ row }) => row)]).toEqual([2, [2]])
  const profiles = await Promise.all(['reached-boise', 'unreached-boise'].map((slug) => town.read(slug)))
  expect(profiles.map(({ body: { website, phone, claimDomain } }) => [website, phone, claimDomain])).toEqual([
    ['https://www.reached.com/boise', '+12085550123', 'reached.com'],
    [undefined, undefined, undefined],
  ])
})
