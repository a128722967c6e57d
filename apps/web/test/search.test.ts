import { expect, test } from 'vitest'
import { whereTo } from '../src/account/where-to'
import { addressOf, searchFrom } from '../src/home/search'
import { boundsOf } from '../src/map/bounds'
import { localeOf } from '../src/server/locale'
import { nearestTo } from '../src/site/nearest-market'

const read = (text: string) => searchFrom(new URLSearchParams(text))

test('the address of a search holds every filter, and reading it gives the same search', () => {
  const search = {
    near: { lat: 43.615, lon: -116.2 },
    place: 'Boise, Idaho',
    radius: 5000,
    q: 'hair & beard',
    category: 'hair',
    open: true,
    on: '2026-11-24',
    rated: true,
    sort: 'distance' as const,
  }
  const address = addressOf(search)
  expect(searchFrom(new URL(address, 'http://x').searchParams)).toEqual(search)
  expect(addressOf({ open: false, rated: false })).toBe('/')
})

test('where somebody is does not stand in the address to the metre', () => {
  expect(addressOf({ near: { lat: 43.6151234, lon: -116.2009876 } })).toBe('/?near=43.615,-116.201')
})

test('what cannot be read in an address is left out', () => {
  expect(read('near=91,0&radius=9&on=2026-02-30&sort=price&open=yes')).toMatchObject({
    near: undefined,
    radius: undefined,
    on: undefined,
    sort: undefined,
    open: false,
  })
})

test('after signing in one stays on this site', () => {
  const to = (path: string) => whereTo(new URLSearchParams({ to: path }))
  expect(to('/bookings?x=1')).toBe('/bookings?x=1')
  expect([to('//evil.example'), to('https://evil.example'), to('/\\evil.example'), to('')]).toEqual([
    '/',
    '/',
    '/',
    '/',
  ])
})

test('a reader gets their own way of writing in a language we speak', () => {
  expect(localeOf('de-DE,de;q=0.9,en-GB;q=0.8,en;q=0.7')).toBe('en-GB')
  expect(localeOf('fr')).toBe('en-US')
  expect(localeOf(undefined)).toBe('en-US')
  expect(localeOf('en-<script>;q=1')).toBe('en-US')
})

test('the town that is meant is the nearest one', () => {
  const boise = { name: 'Boise', location: { lat: 43.6, lon: -116.2 } }
  const austin = { name: 'Austin', location: { lat: 30.3, lon: -97.7 } }
  expect(nearestTo([austin, boise], { lat: 43, lon: -115 })?.name).toBe('Boise')
  expect(nearestTo([], { lat: 43, lon: -115 })).toBeUndefined()
})

test('the map shows all places, or the area asked for where there is none', () => {
  const near = { lat: 0, lon: 0 }
  expect(
    boundsOf(
      [
        { lat: 1, lon: 2 },
        { lat: -1, lon: 5 },
      ],
      near,
      1000,
    ),
  ).toEqual([2, -1, 5, 1])
  expect(boundsOf([], near, 111_320)).toEqual([-1, -1, 1, 1])
})
