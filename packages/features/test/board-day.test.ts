import { expect, test } from 'vitest'
import { boardDay } from '../src/board/board-day'

const boise = 'America/Boise'
const night = { weekly: [{ day: 6 as const, opens: '20:00', closes: '02:00' }], special: [] }

test('a booking lies where the clock of the business says', () => {
  const day = boardDay('2026-11-24', boise)
  expect(day.spanOf('2026-11-24T16:15:00Z', '2026-11-24T16:45:00Z')).toEqual({ start: 555, end: 585 })
  expect(day.instantOf(555)).toBe('2026-11-24T16:15:00Z')
})

test('of what runs over midnight each day shows its part', () => {
  const [saturday, sunday] = [boardDay('2026-11-21', boise), boardDay('2026-11-22', boise)]
  const booking = ['2026-11-22T06:00:00Z', '2026-11-22T08:00:00Z'] as const
  expect(saturday.spanOf(...booking)).toEqual({ start: 1380, end: 1440 })
  expect(sunday.spanOf(...booking)).toEqual({ start: 0, end: 60 })
  expect(boardDay('2026-11-23', boise).spanOf(...booking)).toBeUndefined()
})

test('a night is open on both of its days', () => {
  expect(boardDay('2026-11-21', boise).openSpans(night)).toEqual([{ start: 1200, end: 1440 }])
  expect(boardDay('2026-11-22', boise).openSpans(night)).toEqual([{ start: 0, end: 120 }])
})

test('the day on which the clocks go back has 25 hours, and nothing on it is moved', () => {
  const day = boardDay('2026-11-01', boise)
  expect(day.minutes).toBe(25 * 60)
  const nine = { weekly: [{ day: 7 as const, opens: '09:00', closes: '10:00' }], special: [] }
  expect(day.openSpans(nine)).toEqual([{ start: 600, end: 660 }])
  expect(day.instantOf(600)).toBe('2026-11-01T16:00:00Z')
})

test('a special day takes the place of the week', () => {
  const hours = {
    weekly: [{ day: 2 as const, opens: '09:00', closes: '17:00' }],
    special: [{ date: '2026-11-24', closed: true }],
  }
  expect(boardDay('2026-11-24', boise).openSpans(hours)).toEqual([])
  expect(boardDay('2026-12-01', boise).openSpans(hours)).toEqual([{ start: 540, end: 1020 }])
})
