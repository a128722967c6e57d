import { expect, test } from 'vitest'
import { firstLook, isRare, routeFor } from './route.ts'

const route = (all: number, ...labels: number[]) => routeFor({ all, labels, hasWords: false, rows: 21 })

test('few matches are gathered, many are walked', () => {
  expect([route(0), route(100), route(300), route(100_000)]).toEqual(['gather', 'gather', 'walk', 'walk'])
  expect([route(100_000, 1_000), route(100_000, 2_000)]).toEqual(['gather', 'walk'])
  expect([route(100_000, 9_000, 9_000), route(100_000, 50_000, 40_000)]).toEqual(['gather', 'walk'])
})

test('a page of a hundred is walked only where there is much more than that', () => {
  expect(routeFor({ all: 500, labels: [], hasWords: false, rows: 101 })).toBe('gather')
  expect(routeFor({ all: 5_000, labels: [], hasWords: false, rows: 101 })).toBe('walk')
})

test('a label is looked up where few have it', () => {
  expect([isRare(10, 100), isRare(20, 100), isRare(0, 0)]).toEqual([true, false, false])
})

test('words are gathered, and looked for close by first where the area is full', () => {
  expect(routeFor({ all: 100_000, labels: [], hasWords: true, rows: 21 })).toBe('gather')
  expect(firstLook(40_000, 80_000)).toBeCloseTo(6_325, 0)
  expect(firstLook(40_000, 8_000)).toBeUndefined()
})
