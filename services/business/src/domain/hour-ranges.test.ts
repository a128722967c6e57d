import { expect, test } from 'vitest'
import type { Hours } from '@buy-locals/scheduling'
import { toExceptionRanges, toWeekRanges } from './hour-ranges.ts'

test('a shift past midnight stays with the evening on which it starts', () => {
  const weekly: Hours['weekly'] = [
    { day: 1, opens: '09:00', closes: '17:30' },
    { day: 7, opens: '18:00', closes: '02:00' },
    { day: 2, opens: '00:00', closes: '24:00' },
    { day: 3, opens: '08:00', closes: '08:00' },
  ]
  expect(toWeekRanges({ weekly })).toBe('{[540,1050),[18360,18840),[2880,4320),[6240,7680)}')
})

test('unknown hours are not the same as never open', () => {
  expect(toWeekRanges(undefined)).toBeUndefined()
  expect(toWeekRanges({ weekly: [] })).toBe('{}')
})

test('several exceptions on a date are several shifts, and closed beats them all', () => {
  const special = [
    { date: '2026-12-24', opens: '08:00', closes: '10:00' },
    { date: '2026-12-24', opens: '12:00', closes: '01:00' },
    { date: '2026-12-25', opens: '08:00', closes: '10:00' },
    { date: '2026-12-25', closed: true },
  ]
  expect(toExceptionRanges({ weekly: [], special })).toEqual([
    { date: '2026-12-24', hours: '{[480,600),[720,1500)}' },
    { date: '2026-12-25', hours: '{}' },
  ])
})
