import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '@buy-locals/api-client/refusal'
import { findPlaces, searchBusinesses } from '@buy-locals/contracts/business/operations'
import { findSlots } from '@buy-locals/contracts/booking/operations'
import { aBusiness, aMarket, aService } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { loadFrom } from '../src/api/loader-errors'
import { loadOptions } from '../src/book/load-options'
import { loadHome } from '../src/home/load-home'
import type { Visit } from '../src/server/visit'

const odd = fc.oneof(
  fc.constantFrom('', '0', '-1', '1.5', '1e999', 'NaN', '0000-01-01', '9999-99-99', '\u0000', '\u202E', '\u0007', '1e-30,5', '43.6,-116.2', 'a'.repeat(5000), '%', "'"),
  fc.string({ unit: 'binary' }),
  fc.integer().map(String),
) // prettier-ignore
const addressWith = (...names: string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, odd])), { requiredKeys: [] }).map((params) => new URL(`http://x/?${new URLSearchParams(params as never).toString()}`)) // prettier-ignore

/** The API, which refuses what its contract does not take. */
const visitWith = (respond: (operation: object) => unknown) =>
  ({
    markets: [aMarket()],
    now: '2026-03-20T08:00:00Z',
    callApi: async (operation: { query?: { parse(query: unknown): unknown } }, { query }: { query?: Record<string, unknown> }) => {
      operation.query?.parse(Object.fromEntries(Object.entries(query ?? {}).map(([name, value]) => [name, String(value)])))
      return respond(operation)
    },
  }) as unknown as Visit // prettier-ignore

test('whatever stands in the address of a search, the page is shown: what cannot be read is left out', async () => {
  const visit = visitWith((operation) => (operation === findPlaces ? { items: [] } : { items: [], facets: { category: [] } })) // prettier-ignore
  const address = addressWith(
    'near',
    'q',
    'where',
    'place',
    'radius',
    'category',
    'open',
    'on',
    'rated',
    'sort',
    'pages',
  )
  await fc.assert(
    fc.asyncProperty(address, async (url) => {
      expect((await loadHome(visit, url)).kind).toBe('found')
    }),
    { numRuns: 500 },
  )
  expect(searchBusinesses.query.safeParse({ near: '1e-30,5' }).success).toBe(false)
})

test('whatever stands in the address of a booking, its times are shown', async () => {
  const service = aService(newId('business'), { capacity: 4 })
  const visit = visitWith((operation) =>
    operation === findSlots ? { timeZone: 'UTC', items: [] } : { ...aBusiness(), items: [service] },
  )
  await fc.assert(
    fc.asyncProperty(addressWith('from', 'people', 'staff', 'at'), async (url) => {
      const { partySize } = await loadOptions(visit, 'clip-joint', service.id, url.searchParams)
      expect(Number.isInteger(partySize)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('a page at a cursor that cannot be read is the first page', async () => {
  const load = async (cursor?: string) => {
    if (cursor) throw new Refusal(422, { code: 'invalid-request', title: '', detail: '' } as never)
    return 'first'
  }
  expect(await loadFrom('nonsense', load)).toBe('first')
  expect(await loadFrom(null, load)).toBe('first')
})
