import { expect, test } from 'vitest'
import type { z } from 'zod'
import { serviceChange, serviceTerms } from './booking/shapes.ts'
import { searchBusinesses } from './business/operations.ts'
import { events } from './events.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations.ts'
import { problems } from './problem.ts'

test('no two operations share an id, or a method and path', () => {
  expect(operations.length).toBeGreaterThan(50)
  expect(new Set(operations.map((op) => op.id)).size).toBe(operations.length)
  expect(new Set(operations.map((op) => `${op.method} ${op.path.replaceAll(/:\w+/g, ':')}`)).size).toBe(
    operations.length,
  )
})

test('every name in a path is explained by the parameters, and no other is', () => {
  for (const op of operations) {
    const inPath = [...op.path.matchAll(/:(\w+)/g)].map((match) => match[1])
    expect({ id: op.id, names: Object.keys(op.params?.shape ?? {}).sort() }).toEqual({
      id: op.id,
      names: inPath.map(String).sort(),
    })
  }
})

test('every problem that an operation names has a status and a title', () => {
  for (const op of operations) for (const code of op.problems) expect(problems[code].status).toBeGreaterThanOrEqual(400)
})

test('every event says its version in its name', () => {
  expect(events.size).toBeGreaterThan(20)
  for (const type of events.keys()) expect(type).toMatch(/^[a-z]+(\.[a-z-]+)+\.v\d+$/)
})

test('changing one field of a service leaves the others as they are', () => {
  expect(serviceChange.parse({ name: 'Cut' })).toEqual({ name: 'Cut' })
  const terms = serviceTerms.parse({ name: 'Cut', durationMinutes: 30, price: { amount: 100, currency: 'USD' } })
  expect(terms).toMatchObject({ capacity: 1, payment: 'at-venue', stepMinutes: 15 })
})

test('a search says where: around a point or in a box, one of them, in degrees that exist', () => {
  const ok = (query: Record<string, string>) => searchBusinesses.query.safeParse(query).success
  expect(ok({ near: '43.6,-116.2' })).toBe(true)
  expect(ok({ bbox: '-117,43,-116,44' })).toBe(true)
  for (const wrong of [
    {},
    { near: '91,0' },
    { near: 'nearby' },
    { bbox: '2,0,1,1' },
    { near: '43,-116', bbox: '-117,43,-116,44' },
    { bbox: '-117,43,-116,44', sort: 'distance' },
  ])
    expect(ok(wrong as Record<string, string>)).toBe(false)
})

test('whatever has a version is changed over the version that was read, where one is sent', () => {
  const changes = operations.filter(({ method }) => method === 'patch' || method === 'put')
  const hasVersion = ({ returns }: Operation) =>
    returns !== undefined && 'version' in ((returns as z.ZodObject).shape ?? {})
  // Nobody else changes one's own name.
  const unconditional = changes
    .filter((op) => op.id !== 'changeMe' && hasVersion(op) && !op.conditional)
    .map((op) => op.id)
  expect({ unconditional, conditional: changes.filter((op) => op.conditional).length }).toEqual({
    unconditional: [],
    conditional: 9,
  })
})

test('what an operator sets is never answered from a cache', () => {
  const cached = operations.filter(({ cacheSeconds }) => cacheSeconds).map(({ id }) => id)
  expect(cached).toEqual(['readConfig'])
})

/** What one caller finds at a vendor is counted, and no copy of it is kept; the link of a mail is its reader's. */
const ofOneCaller = ['findPlaces', 'readSubscription']

test('what many share is read by whoever asks for it, and does not name who that is', () => {
  const shared = operations.filter((op) => op.shared)
  expect(shared.map(({ id }) => id).toSorted()).toEqual(
    operations
      .filter(({ method, access }) => method === 'get' && access === 'anyone')
      .map(({ id }) => id)
      .filter((id) => !ofOneCaller.includes(id))
      .toSorted(),
  )
})
