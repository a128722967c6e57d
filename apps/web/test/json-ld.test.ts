// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import { hostileNames } from '@buy-locals/contracts/testing/hostile-names'
import { cleanLine } from '@buy-locals/contracts/plain-text'
import { toScript, toJsonLd } from '../src/business/json-ld'

const business = {
  name: 'Fenwick & Sons',
  categories: ['hair'] as const,
  address: { street: '1 Main St', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' },
  location: { lat: 43.6, lon: -116.2 },
  rating: { mean: 4.8, count: 5 },
  hours: {
    weekly: [
      { day: 1, opens: '09:00', closes: '17:00' },
      { day: 6, opens: '20:00', closes: '02:00' },
      { day: 7, opens: '00:00', closes: '24:00' },
    ],
    special: [{ date: '2026-11-26', closed: true }],
  } satisfies Hours as Hours,
}
const url = 'https://buylocals.example/b/fenwick-sons'
const described = (changes: object = {}) => toJsonLd({ ...business, ...changes }, [], url, undefined)

test('a business is described by the most specific kind there is', () => {
  expect(described()).toMatchObject({ '@type': 'HairSalon', name: 'Fenwick & Sons', url })
  expect(described()?.geo).toMatchObject({ latitude: 43.6, longitude: -116.2 })
})

test('hours past midnight close before they open, a whole day ends at 23:59, closed is 00:00 to 00:00', () => {
  expect(described()?.openingHoursSpecification).toMatchObject([
    { dayOfWeek: 'Monday', opens: '09:00', closes: '17:00' },
    { dayOfWeek: 'Saturday', opens: '20:00', closes: '02:00' },
    { dayOfWeek: 'Sunday', opens: '00:00', closes: '23:59' },
    { validFrom: '2026-11-26', validThrough: '2026-11-26', opens: '00:00', closes: '00:00' },
  ])
})

test('stars are only claimed where somebody has given some', () => {
  expect(described()?.aggregateRating).toMatchObject({ ratingValue: 4.8, reviewCount: 5 })
  expect(described({ rating: { mean: 0, count: 0 } })).not.toHaveProperty('aggregateRating')
})

test('what no owner wrote is not described to search engines', () => {
  expect(described({ source: { kind: 'open-data' } })).toBeUndefined()
  expect(described({ source: { kind: 'demonstration' } })).toBeUndefined()
})

test('a name cannot end the script it stands in', () => {
  expect(toScript({ name: '</script><script>alert(1)</script>' })).not.toContain('<')
})

test.each(hostileNames)(
  'a browser reads the name %j out of the description as one name, and nothing else',
  (hostile) => {
    const name = cleanLine(hostile) // as every answer of the API is
    const price = { amount: 4_500, currency: 'USD' } as const
    const address = { ...business.address, street: name, city: name }
    const jsonLd = toScript(
      toJsonLd({ ...business, name, address, description: name }, [{ name, price }], url, undefined) ?? {},
    )
    const page = new DOMParser().parseFromString(
      `<head><script type="application/ld+json">${jsonLd}</script></head><body><p>after</p></body>`,
      'text/html',
    )
    const scripts = page.querySelectorAll('script')
    expect([scripts.length, page.body.textContent]).toEqual([1, 'after'])
    const read = JSON.parse(scripts[0]?.textContent ?? '')
    expect(read).toMatchObject({ name, description: name, address: { streetAddress: name, addressLocality: name } })
    expect(read.hasOfferCatalog.itemListElement[0].itemOffered.name).toBe(name)
  },
)
