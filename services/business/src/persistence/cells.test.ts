import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceBetween } from '../domain/geography.ts'
import { coverCircle, toCells } from './cells.ts'

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const near = fc.tuple(degrees(-89.9, 89.9), degrees(-180, 180), degrees(-1, 1), degrees(-1, 1), degrees(50, 105_000))

test('nothing inside a circle is outside its cells', () => {
  fc.assert(
    fc.property(near, ([lat, lon, dy, dx, metres]) => {
      const center = { lat, lon }
      const point = {
        lat: Math.max(-90, Math.min(90, lat + (dy * metres) / 111_000)),
        lon: ((lon + (dx * metres) / 111_000 / Math.cos((lat * Math.PI) / 180) + 540) % 360) - 180,
      }
      if (distanceBetween(center, point) > metres) return true
      const cells = coverCircle({ center, metres }) ?? []
      return toCells(point).some((cell) => cells.includes(cell))
    }),
    { numRuns: 3_000 },
  )
})

test('the widest search takes about a hundred cells, and a wider circle is not covered', () => {
  expect(coverCircle({ center: { lat: 43.6, lon: -116.2 }, metres: 100_000 })?.length).toBeLessThan(150)
  expect(coverCircle({ center: { lat: 43.6, lon: -116.2 }, metres: 1_000_000 })).toBeUndefined()
})
