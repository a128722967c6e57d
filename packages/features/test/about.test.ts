import { expect, test } from 'vitest'
import { describeBusiness } from '../src/place/about'
import { directions } from '../src/place/directions'
import { searchQuery } from '../src/place/search-query'
import { english } from '../src/testing/english'
import { aBusiness } from '../src/testing/examples'

test('a business is described by its kind, how far it is and what it costs', () => {
  const listing = { categories: ['hair', 'beauty'], distanceMetres: 650, priceLevel: 2 } as const
  expect(describeBusiness(english, listing)).toBe('Hair · 0.4 mi · $$')
  expect(describeBusiness(english, { categories: ['hair'] }, 'Boise')).toBe('Hair · Boise')
})

test('the way there is shown by the maps of the phone, or by Google’s', () => {
  const business = aBusiness()
  const place = '1%20Main%20St%2C%20Boise%2C%20ID%2C%2083702'
  expect(directions(business, 'ios')).toBe(`https://maps.apple.com/?daddr=${place}`)
  expect(directions(business, 'android')).toBe(`geo:43.6,-116.2?q=${place}`)
  expect(directions({ ...business, address: { ...business.address, street: undefined } }, 'web')).toBe(
    'https://www.google.com/maps/dir/?api=1&destination=43.6%2C-116.2',
  )
})

test('a search says only what was chosen, and is sorted by what was written, or by rating', () => {
  const town = { location: { lat: 43.6, lon: -116.2 } }
  expect(searchQuery({}, town)).toEqual({ near: '43.6,-116.2', radius: 15_000, sort: 'rating' })
  expect(searchQuery({ near: { lat: 30, lon: -97 }, radius: 5_000 }, town)).toMatchObject({
    near: '30,-97',
    radius: 5_000,
  })
  const written = searchQuery({ q: 'fade', open: true, part: 'evening' }, town)
  expect(written).toMatchObject({ sort: 'relevance', openNow: 'true' })
  expect(written).not.toHaveProperty('partOfDay')
  const dated = searchQuery({ on: '2026-11-24', part: 'evening' }, town)
  expect(dated).toMatchObject({ bookableOn: '2026-11-24', partOfDay: 'evening' })
})
