import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/business/operations'
import { newId } from '@buy-locals/values/ids'
import { googlePlaces } from '../src/adapters/google-places.ts'
import { apiKey, startGoogleMaps } from './google-maps-fake.ts'
import { owner, startBusiness, stranger } from './support.ts'

let town: Awaited<ReturnType<typeof startBusiness>>
let google: Awaited<ReturnType<typeof startGoogleMaps>>
beforeAll(async () => {
  google = await startGoogleMaps()
  town = await startBusiness()
  const { gazetteer, clock, log } = town.deps
  Object.assign(town.deps, { places: googlePlaces({ apiKey, gazetteer, clock, log, endpoint: google.endpoint }) })
})
afterAll(async () => {
  await town[Symbol.asyncDispose]()
  await google[Symbol.asyncDispose]()
})

const find = (q: string, kind?: 'town') => town.call(api.findPlaces, { query: { q, ...(kind && { kind }) } })
const suggest = (q: string, session: string, as = owner) => town.call(api.suggestPlaces, { query: { q, session } }, { as }) // prettier-ignore
const read = (placeId: string, session: string, as = owner) => town.call(api.readPlace, { params: { placeId }, query: { session } }, { as }) // prettier-ignore

test('whoever is typing where to search costs nothing, and whoever has typed it finds an address', async () => {
  const before = google.bill.geocodes
  expect((await find('boi', 'town')).body.items[0]).toMatchObject({ label: 'Boise, ID' })
  expect(google.bill.geocodes).toBe(before)
  const { body, headers } = await find('1600 W Grove St')
  expect(body.items[0]).toMatchObject({ address: { street: '1600 West Grove Street' } })
  expect(headers.get('cache-control'), 'what Google says is kept by nobody').toContain('no-store')
})

test('only who is signed in types addresses, with a session of their own', async () => {
  const session = randomUUID()
  expect((await town.call(api.suggestPlaces, { query: { q: 'Boise', session } })).status).toBe(401)
  expect((await suggest('Boise', 'mine')).status).toBe(422)
  const { body } = await suggest('1600 W Gr', session)
  expect(body.items).toEqual([
    { id: 'ChIJ_grove_1600', label: '1600 W Grove St, Boise, ID 83702, USA', source: 'google' },
  ])
  expect((await read('ChIJ_grove_1600', session)).body).toMatchObject({ precision: 'exact' })
  expect((await read('ChIJ_of_nowhere', randomUUID())).status).toBe(404)
  expect((await read('../../geocode', randomUUID())).status).toBe(404)
})

test('one person takes so many addresses from Google, and another person as many', async () => {
  const person = newId('person')
  const statuses: number[] = []
  for (let n = 0; n < 6; n++) statuses.push((await read('ChIJ_grove', randomUUID(), person)).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  expect((await read('ChIJ_grove', randomUUID(), stranger)).status).toBe(200)
})

test('whoever types without end, or finds without end, gets what the gazetteer has', async () => {
  const person = newId('person')
  for (let n = 0; n < 100; n++) await suggest('Boise, ID', randomUUID(), person)
  expect((await suggest('Boise, ID', randomUUID(), person)).body.items[0]).toMatchObject({ source: 'gazetteer' })
  for (let n = 0; n < 100; n++) await find('Boise, ID')
  expect((await find('Boise, ID')).body.items[0]).toMatchObject({ label: 'Boise, ID' })
})
