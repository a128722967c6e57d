import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, type Id } from '@buy-locals/values/ids'
import { circleAround } from '../src/domain/geography.ts'
import { countsInMemory } from '../src/persistence/counts-in-memory.ts'
import { readQuery } from '../src/domain/read-query.ts'
import { listLabels, type SearchQuery } from '../src/persistence/search-conditions.ts'
import { countCategories, findAndSort, scanByDistance, scanByRating } from '../src/persistence/search.ts'
import { importOpenData } from '../src/use-cases/import-open-data.ts'
import { boise, boiseRows, startBusiness } from './support.ts'

let town: Awaited<ReturnType<typeof startBusiness>>
beforeAll(async () => {
  town = await startBusiness()
  await importOpenData(town, await boiseRows(), town.market)
  const ids = await town.db.selectFrom('businesses').select('id').orderBy('source_id').execute()
  for (const [i, { id }] of ids.entries()) {
    const [day, stars] = [(i % 7) + 1, i % 5]
    await town.db.insertInto('ratings').values({ business_id: id, mean: stars + 1, count: 1, bayes: 3 + stars / 5, version: 1 }).execute() // prettier-ignore
    const hours = i % 3 ? JSON.stringify({ weekly: [{ day, opens: '20:00', closes: '04:00' }] }) : null
    await town.db.updateTable('businesses').set({ hours }).where('id', '=', id).execute()
    if (i % 2 === 0) await town.db.insertInto('services').values({ service_id: newId('service'), business_id: id, name: 'Visit', active: true, version: 1 }).execute() // prettier-ignore
  }
  const { reindex } = await import('../src/persistence/search-index.ts')
  await town.db.transaction().execute((tx) => reindex(tx, ids.map(({ id }) => id as Id<'business'>))) // prettier-ignore
})
afterAll(() => town[Symbol.asyncDispose]())

const circle = { center: boise, metres: 3_000 }
const box = { west: -116.25, east: -116.15, south: 43.58, north: 43.65 }
const filterSets: Partial<SearchQuery>[] = [
  {},
  { category: 'restaurant' },
  { openAt: '2026-03-20T08:30:00Z' },
  { openAt: '2026-03-20T04:30:00Z', category: 'restaurant', minRating: 2 },
  { minRating: 4 },
]

test('both search plans find the same matches in the same order, page by page', async () => {
  const towns = await countsInMemory(town.db).findTowns({ box })
  for (const filters of filterSets) {
    const queries: SearchQuery[] = [
      ...([0, 2] as const).map((tier) => ({ area: { circle }, sort: 'distance' as const, tier, ...filters })),
      { area: { circle }, sort: 'rating', ...filters },
      { area: { box }, sort: 'rating', ...filters },
    ]
    for (const query of queries) {
      const all = await findAndSort(town.db, query, { limit: 1_000 })
      expect(query.tier !== undefined || all.length > 0).toBe(true)
      for (const after of [undefined, ...all.filter((_, i) => i % 29 === 3)]) {
        const page = { after, limit: 25 }
        const sorted = await findAndSort(town.db, query, page)
        const { tier } = query
        const scanned = tier === undefined ? await scanByRating(town.db, query, towns, page) : await scanByDistance(town.db, { ...query, tier }, page) // prettier-ignore
        expect(scanned).toEqual(sorted)
        const byIndex = await findAndSort(town.db, { ...query, rareLabels: listLabels(query) }, page)
        expect(byIndex).toEqual(sorted)
        const byPosition = await findAndSort(
          town.db,
          { ...query, rareLabels: listLabels(query), isSmallArea: true },
          page,
        )
        expect(byPosition).toEqual(sorted)
      }
    }
  }
})

test('words are found the same in a small area and in a large one', async () => {
  for (const area of [{ circle }, { circle: circleAround(box), box }]) {
    const query: SearchQuery = { area, sort: 'relevance', text: readQuery('ca'), category: 'cafe' }
    const [page, labels] = [{ limit: 100 }, { rareLabels: listLabels(query) }]
    const byIndex = await findAndSort(town.db, { ...query, ...labels }, page)
    expect(byIndex.length).toBeGreaterThan(3)
    expect(await findAndSort(town.db, { ...query, ...labels, isSmallArea: true }, page)).toEqual(byIndex)
    const counted = await countCategories(town.db, { ...query, ...labels })
    expect(await countCategories(town.db, { ...query, ...labels, isSmallArea: true })).toEqual(counted)
  }
})

test('the counts in memory are right for an area, give or take its rim', async () => {
  const counts = await countsInMemory(town.db).countByLabel({ box })
  const found = await findAndSort(town.db, { area: { box }, sort: 'rating' }, { limit: 1_000 })
  expect(Math.abs((counts.get('') ?? 0) - found.length)).toBeLessThan(found.length * 0.15)
})

test('counts in memory follow what has changed since', async () => {
  const counts = countsInMemory(town.db, 0)
  const before = (await counts.countByLabel({ box })).get('') ?? 0
  const { id } = await town.publish({ name: 'New one', location: boise })
  expect((await counts.countByLabel({ box })).get('')).toBe(before + 1)
  await town.suspend(id)
  expect((await counts.countByLabel({ box })).get('')).toBe(before)
})
