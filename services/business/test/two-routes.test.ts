import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '@buy-locals/values/ids'
import { countsInMemory } from '../src/persistence/counts-in-memory.ts'
import { labelsOf, type Question } from '../src/persistence/search-conditions.ts'
import { gather, walkDown, walkOutwards } from '../src/persistence/search.ts'
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
  }
  const { index } = await import('../src/persistence/search-index.ts')
  await town.db.transaction().execute((tx) => index(tx, ids.map(({ id }) => id as Id<'business'>))) // prettier-ignore
})
afterAll(() => town[Symbol.asyncDispose]())

const circle = { centre: boise, metres: 3_000 }
const box = { west: -116.25, east: -116.15, south: 43.58, north: 43.65 }
const wishes: Partial<Question>[] = [
  {},
  { category: 'restaurant' },
  { openAt: '2026-03-20T08:30:00Z' },
  { openAt: '2026-03-20T04:30:00Z', category: 'restaurant', minRating: 2 },
  { minRating: 4 },
]

test('whether matches are gathered or walked to, they are the same, in the same order, page by page', async () => {
  const towns = await countsInMemory(town.db).towns({ box })
  for (const wish of wishes) {
    const questions: Question[] = [
      { area: { circle }, sort: 'distance', ...wish },
      { area: { circle }, sort: 'rating', ...wish },
      { area: { box }, sort: 'rating', ...wish },
    ]
    for (const question of questions) {
      const all = await gather(town.db, question, { limit: 1_000 })
      expect(all.length).toBeGreaterThan(0)
      for (const place of [undefined, ...all.filter((_, i) => i % 29 === 3)]) {
        const page = { after: place, limit: 25 }
        const gathered = await gather(town.db, question, page)
        const walked = question.sort === 'distance' ? await walkOutwards(town.db, question, page) : await walkDown(town.db, question, towns, page) // prettier-ignore
        expect(walked).toEqual(gathered)
        const lookedUp = await gather(town.db, { ...question, rare: labelsOf(question) }, page)
        expect(lookedUp).toEqual(gathered)
      }
    }
  }
})

test('what memory counts in an area is what is there, give or take the rim', async () => {
  const counts = await countsInMemory(town.db).within({ box })
  const found = await gather(town.db, { area: { box }, sort: 'rating' }, { limit: 1_000 })
  expect(Math.abs((counts.get('') ?? 0) - found.length)).toBeLessThan(found.length * 0.15)
})

test('a copy in memory learns what has changed since', async () => {
  const counts = countsInMemory(town.db, 0)
  const before = (await counts.within({ box })).get('') ?? 0
  const { id } = await town.publish({ name: 'New one', location: boise })
  expect((await counts.within({ box })).get('')).toBe(before + 1)
  await town.suspend(id)
  expect((await counts.within({ box })).get('')).toBe(before)
})
