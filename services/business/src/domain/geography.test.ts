import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circleAround, distanceBetween, isInside, toChord, toMetres } from './geography.ts'

const boise = { lat: 43.6135, lon: -116.20345 }

test('distances are those of the globe', () => {
  expect(distanceBetween({ lat: 51.5074, lon: -0.1278 }, { lat: 48.8566, lon: 2.3522 })).toBeCloseTo(343_556, -1)
  expect(distanceBetween({ lat: 43, lon: 0 }, { lat: 44, lon: 0 })).toBeCloseTo(111_195, 0)
  expect(distanceBetween({ lat: 0, lon: 179.999 }, { lat: 0, lon: -179.999 })).toBeCloseTo(222.39, 1)
  expect(distanceBetween(boise, boise)).toBe(0)
})

test('a distance survives the conversion to a chord and back', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 20_000_000, noNaN: true }),
      (metres) => Math.abs(toMetres(toChord(metres)) - metres) < 0.01,
    ),
  )
})

test('the circle around a box holds everything in it', () => {
  const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  fc.assert(
    fc.property(
      degrees(-80, 70),
      degrees(-170, 140),
      degrees(0.001, 20),
      degrees(0.001, 39),
      degrees(0, 1),
      degrees(0, 1),
      (south, west, height, width, x, y) => {
        const box = { south, west, north: Math.min(90, south + height), east: west + width }
        const point = { lat: south + (box.north - south) * y, lon: west + width * x }
        const circle = circleAround(box)
        return isInside(point, box) && circle !== undefined && distanceBetween(circle.center, point) <= circle.metres
      },
    ),
  )
})
