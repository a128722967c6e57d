import { expect, test } from 'vitest'
import { firstLook, routeFor } from './route.ts'

test('few matches are gathered, many are walked', () => {
  expect(routeFor({ all: 0, labels: [], hasWords: false })).toBe('gather')
  expect(routeFor({ all: 300, labels: [], hasWords: false })).toBe('gather')
  expect(routeFor({ all: 100_000, labels: [], hasWords: false })).toBe('walk')
  expect(routeFor({ all: 100_000, labels: [1_500], hasWords: false })).toBe('gather')
  expect(routeFor({ all: 100_000, labels: [9_000, 9_000], hasWords: false })).toBe('gather')
  expect(routeFor({ all: 100_000, labels: [50_000, 40_000], hasWords: false })).toBe('walk')
})

test('words are looked for close by first where the area is full', () => {
  expect(routeFor({ all: 100_000, labels: [], hasWords: true })).toBe('gather')
  expect(firstLook(40_000, 80_000)).toBeCloseTo(6_325, 0)
  expect(firstLook(40_000, 8_000)).toBeUndefined()
})
