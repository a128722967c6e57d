import { randomUUID } from 'node:crypto'
import { protos } from '@googlemaps/places'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { place as placeShape, placeSuggestion } from '@buy-locals/contracts/business/shapes'
import { movableClock, systemClock } from '@buy-locals/service-kit/clock'
import { createLog } from '@buy-locals/service-kit/log'
import { gazetteer } from '../src/adapters/gazetteer.ts'
import { googlePlaces } from '../src/adapters/google-places.ts'
import type { Places } from '../src/places.ts'
import { apiKey, startGoogleMaps } from './google-maps-fake.ts'
import { findFaults } from './proto-faults.ts'

const offline = gazetteer()
let google: Awaited<ReturnType<typeof startGoogleMaps>>
let lines: string[]
beforeEach(async () => {
  google = await startGoogleMaps()
  lines = []
})
afterEach(async () => {
  if (google.faults.length) throw new Error(`Not as Google’s clients have it: ${google.faults.join(', ')}`)
  await google[Symbol.asyncDispose]()
})

function openGoogle(key = apiKey) {
  const { clock, advance } = movableClock()
  const log = createLog({ destination: { write: (line) => void lines.push(line) } })
  return { advance, places: googlePlaces({ apiKey: key, gazetteer: offline, clock, log, endpoint: google.endpoint }) }
}

const realKey = process.env['VENDOR'] === 'google' ? process.env['GOOGLE_MAPS_API_KEY'] : undefined
const adapters: Record<string, () => Places> = {
  gazetteer: () => offline,
  Google: () => openGoogle().places,
  ...(realKey && {
    'Google itself': () =>
      googlePlaces({
        apiKey: realKey,
        gazetteer: offline,
        clock: systemClock,
        log: createLog(),
      }),
  }),
}

for (const [name, open] of Object.entries(adapters)) {
  test(`${name}: a town has its parts, and where it is`, async () => {
    const [town] = await open().find('Boise, ID')
    expect(town).toMatchObject({ address: { city: 'Boise', region: 'ID', country: 'US' }, precision: 'city' })
    expect(town?.address.street).toBeUndefined()
    expect(town?.location.lat).toBeCloseTo(43.61, 1)
    expect(town?.location.lon).toBeCloseTo(-116.2, 1)
  })

  test(`${name}: a ZIP code has its town`, async () => {
    const [zip] = await open().find('83702')
    const address = { city: 'Boise', region: 'ID', postcode: '83702', country: 'US' }
    expect(zip).toMatchObject({ address, precision: 'postcode' })
  })

  test(`${name}: what is suggested to whoever is typing is a place when it is chosen`, async () => {
    const places = open()
    for (const text of ['Boise, ID', '83702']) {
      const session = randomUUID()
      const [found] = await places.find(text)
      const suggestions = await places.suggest(text, session)
      for (const suggestion of suggestions) placeSuggestion.parse(suggestion)
      const chosen = await places.read(suggestions[0]?.id ?? '', session)
      expect(placeShape.parse(chosen)).toEqual(found)
    }
  })

  test(`${name}: what nobody knows is nowhere`, async () => {
    const places = open()
    expect(await places.find('qzxv wkjq')).toEqual([])
    expect(await places.suggest('qzxv wkjq', randomUUID())).toEqual([])
    for (const id of ['ChIJ_of_no_place', 'zip.00000', 'zip.', 'town.ID.', 'town.ID.atlantis', '.'])
      expect(await places.read(id, randomUUID()), `the place ${id}`).toBeUndefined()
  })
}

test('an address has its street as it is written there, and how near it is', async () => {
  const { places } = openGoogle()
  const read = async (text: string) => (await places.find(text))[0]
  expect(await read('1600 w grove st')).toEqual({
    label: '1600 W Grove St, Boise, ID 83702, USA',
    address: { street: '1600 West Grove Street', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' },
    location: { lat: 43.6178, lon: -116.2103 },
    precision: 'exact',
  })
  expect(await read('w grove')).toMatchObject({ address: { street: 'West Grove Street' }, precision: 'street' })
  expect(await read('haupt')).toMatchObject({ address: { street: 'Hauptstraße 5', city: 'Berlin', country: 'DE' } })
  expect(await read('10 down'), 'between two that are known').toMatchObject({
    address: { street: '10 Downing Street', city: 'London', postcode: 'SW1A 2AA', country: 'GB' },
    precision: 'street',
  })
  expect(await read('Idaho, USA'), 'a state is no place for a business').not.toMatchObject({ label: 'Idaho, USA' })
})

test('one address costs one session, however many letters it is typed in', async () => {
  const { places } = openGoogle()
  for (const text of ['1600 W Grove St', 'Hauptstraße 5']) {
    const session = randomUUID()
    let id = ''
    for (let end = 1; end <= text.length; end++) id = (await places.suggest(text.slice(0, end), session))[0]?.id ?? id
    expect(await places.read(id, session)).toMatchObject({ precision: 'exact' })
  }
  expect(google.bill).toEqual({ geocodes: 0, sessions: 2, withoutSession: 0 })
})

for (const failure of ['over quota', 'down', 'silent'] as const) {
  test(`while Google is ${failure}, the gazetteer serves, and nobody waits for Google twice`, async () => {
    const { places, advance } = openGoogle()
    google.fail(failure)
    const session = randomUUID()
    expect((await places.find('Boise, ID'))[0]?.label).toBe('Boise, ID')
    const start = performance.now()
    const [suggestion] = await places.suggest('Boise, ID', session)
    expect(suggestion).toMatchObject({ label: 'Boise, ID', source: 'gazetteer' })
    expect(await places.read(suggestion?.id ?? '', session)).toMatchObject({ label: 'Boise, ID' })
    await expect(places.read('ChIJ_grove', session)).rejects.toMatchObject({ code: 'business/places-unavailable' })
    expect(performance.now() - start, 'less than it would be waited for Google once').toBeLessThan(2_500)
    google.fail(undefined)
    expect((await places.find('Boise, ID'))[0]?.label, 'left alone').toBe('Boise, ID')
    advance('PT31S')
    expect((await places.find('Boise, ID'))[0]?.label).toBe('Boise, ID, USA')
  })
}

test('each of the three requests that fails leaves Google alone', async () => {
  const calls: ((places: Places) => Promise<unknown>)[] = [
    (places) => places.find('Boise, ID'),
    (places) => places.suggest('Boise, ID', randomUUID()),
    (places) => places.read('ChIJ_grove', randomUUID()).catch(() => undefined),
  ]
  for (const call of calls) {
    const { places } = openGoogle('not-the-key-of-the-operator')
    await call(places)
    expect(await places.find('1600 W Grove')).toEqual([])
  }
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain('REQUEST_DENIED')
  expect(lines[1]).toContain('API_KEY_INVALID')
  expect(lines[2]).toContain('API_KEY_INVALID')
})

test('the log has neither the key nor what somebody typed', async () => {
  for (const failure of ['over quota', 'down', 'silent'] as const) {
    google.fail(failure)
    await openGoogle().places.find('1600 W Grove St')
    await openGoogle().places.suggest('1600 W Grove St', randomUUID())
  }
  expect(lines).toHaveLength(6)
  for (const secret of [apiKey, 'Grove']) expect(lines.join()).not.toContain(secret)
})

test('what Google’s definitions do not have is noticed', () => {
  const { AutocompletePlacesRequest, Place } = protos.google.maps.places.v1
  expect(findFaults(AutocompletePlacesRequest, { input: 'a', sessionTokens: 'b' })).toEqual(['.sessionTokens is in no definition']) // prettier-ignore
  expect(findFaults(AutocompletePlacesRequest, { input: 1 })).toEqual(['input: string expected'])
  expect(findFaults(Place, { location: { latitude: 1, lng: 2 } })).toEqual(['.location.lng is in no definition'])
})
