import { expect, test } from 'vitest'
import { chooseSearchPlan, isRareLabel, narrowRadius } from './search-plan.ts'

const plan = (all: number, ...labels: number[]) => chooseSearchPlan({ all, labels, hasTerms: false, rows: 21 })

test('few matches are sorted, many are scanned in order', () => {
  expect([plan(0), plan(100), plan(800), plan(100_000)]).toEqual([
    'find-and-sort',
    'find-and-sort',
    'scan-in-order',
    'scan-in-order',
  ])
  expect([plan(100_000, 1_000), plan(100_000, 2_000)]).toEqual(['find-and-sort', 'scan-in-order'])
  expect([plan(100_000, 9_000, 9_000), plan(100_000, 50_000, 40_000)]).toEqual(['find-and-sort', 'scan-in-order'])
})

test('for a page of a hundred an index is scanned only where there is much more than that', () => {
  expect(chooseSearchPlan({ all: 700, labels: [], hasTerms: false, rows: 101 })).toBe('find-and-sort')
  expect(chooseSearchPlan({ all: 5_000, labels: [], hasTerms: false, rows: 101 })).toBe('scan-in-order')
})

test('a label is looked up where few have it', () => {
  expect([isRareLabel(10, 100), isRareLabel(20, 100), isRareLabel(0, 0)]).toEqual([true, false, false])
})

test('terms are found and sorted, and in a crowded area within a narrow radius first', () => {
  expect(chooseSearchPlan({ all: 100_000, labels: [], hasTerms: true, rows: 21 })).toBe('find-and-sort')
  expect(narrowRadius(40_000, 80_000)).toBeCloseTo(6_325, 0)
  expect(narrowRadius(40_000, 8_000)).toBeUndefined()
})
