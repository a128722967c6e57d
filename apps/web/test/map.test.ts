import { expect, test } from 'vitest'
import { measureMeters } from '@buy-locals/features/place/distance'
import { clusterPins } from '@buy-locals/features/place/clusters'
import { toDirections } from '../src/map/directions'

const boise = { lat: 43.6135, lon: -116.20345 }
const east = (meters: number) => ({ lat: boise.lat, lon: boise.lon + meters / (111_195 * Math.cos(0.7612)) })

test('pins that would cover each other stand as one, and come apart where one looks closer', () => {
  const items = [0, 20, 2_000].map((meters) => ({ id: meters, location: east(meters) }))
  const idsAt = (zoom: number) => clusterPins(items, zoom).map((cluster) => cluster.items.map(({ id }) => id))
  expect(idsAt(4)).toEqual([[0, 20, 2_000]])
  expect(idsAt(13)).toEqual([[0, 20], [2_000]])
  expect(idsAt(20)).toEqual([[0], [20], [2_000]])
  expect(clusterPins(items, 13)[0]?.center).toEqual(boise)
  expect(clusterPins([{ location: { lat: 90, lon: 180 } }], 13)).toHaveLength(1)
})

test('directions open what the device has for them', () => {
  const address = { street: '1 Main St & 2nd', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' }
  const shop = { name: 'Joe’s (barber)', address, location: boise }
  const at = '1%20Main%20St%20%26%202nd%2C%20Boise%2C%20ID%2C%2083702'
  expect(toDirections(shop, 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)')).toBe(`https://maps.apple.com/?daddr=${at}`)
  expect(toDirections(shop, 'Mozilla/5.0 (Linux; Android 15)')).toBe(`geo:43.6135,-116.20345?q=${at}`)
  expect(toDirections(shop, '')).toBe(`https://www.google.com/maps/dir/?api=1&destination=${at}`)
  const hidden = { ...shop, address: { city: 'Boise', country: 'US' } }
  expect(toDirections(hidden, '')).toBe('https://www.google.com/maps/dir/?api=1&destination=43.6135%2C-116.20345')
  expect(toDirections(hidden, 'Android')).toBe('geo:43.6135,-116.20345?q=43.6135,-116.20345(Joe%E2%80%99s%20(barber))')
})

test('a distance is that along the ground, all around it', () => {
  expect(Math.round(measureMeters(boise, east(2_000)))).toBeCloseTo(2_000, -1)
  expect(measureMeters(boise, boise)).toBe(0)
  expect(Math.round(measureMeters({ lat: 0, lon: 179.99 }, { lat: 0, lon: -179.99 }))).toBe(2_224)
  expect(Math.round(measureMeters({ lat: 90, lon: 0 }, { lat: -90, lon: 0 }) / 1000)).toBe(20_015)
})
