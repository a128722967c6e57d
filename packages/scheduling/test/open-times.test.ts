import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findOpenTimes, openState, type Hours, type OpenTime } from '../src/scheduling.ts'
import { change, hoursAround, minutesFrom } from './random-requests.ts'
import { daily } from './shop.ts'

/** The same from openState, called again at every change. */
function stepByChanges(hours: Hours, timeZone: string, from: string, to: string): OpenTime[] {
  const open: OpenTime[] = []
  for (let at = from; at < to;) {
    const { isOpen, nextChange = to } = openState(hours, timeZone, at)
    if (isOpen) open.push({ start: at, end: nextChange < to ? nextChange : to })
    at = nextChange
  }
  return open
}

test('the open times of a range are those that stepping from change to change finds, in every zone', () => {
  const ranges = change.chain(([timeZone, date]) =>
    fc.record({
      timeZone: fc.constant(timeZone),
      hours: hoursAround(date),
      from: fc.integer({ min: -3000, max: 3000 }).map((minutes) => minutesFrom(date, minutes)),
      days: fc.integer({ min: 0, max: 9 }),
    }),
  )
  fc.assert(
    fc.property(ranges, ({ timeZone, hours, from, days }) => {
      const to = minutesFrom(from.slice(0, 10), days * 1440)
      expect(findOpenTimes(hours, timeZone, from, to)).toEqual(stepByChanges(hours, timeZone, from, to))
    }),
    { numRuns: 500 },
  )
})

test('a shop that is always open but for one day two years on says so', () => {
  const hours = { ...daily(['00:00', '24:00']), special: [{ date: '2028-03-01', closed: true }] }
  expect(openState(hours, 'UTC', '2026-03-03T12:00:00Z')).toEqual({ isOpen: true, nextChange: '2028-03-01T00:00:00Z' })
  const shorter = { ...daily(['00:00', '24:00']), special: [{ date: '2026-03-04', opens: '00:00', closes: '12:00' }] }
  expect(openState(shorter, 'UTC', '2026-03-03T12:00:00Z')).toEqual({
    isOpen: true,
    nextChange: '2026-03-04T12:00:00Z',
  })
})

test('hours at their caps answer in under ten milliseconds', () => {
  const eightADay = daily(...Array.from({ length: 8 }, (_, i): [string, string] => [`${pad(i * 3)}:00`, `${pad(i * 3 + 2)}:00`])) // prettier-ignore
  const closed = Array.from({ length: 400 }, (_, day) => ({ date: new Date(Date.UTC(2026, 2, 3 + day)).toISOString().slice(0, 10), closed: true })) // prettier-ignore
  const timetables = [daily(['00:00', '24:00']), { ...eightADay, special: closed }]
  for (const hours of timetables) {
    const times = Array.from({ length: 20 }, () => {
      const before = performance.now()
      openState(hours, 'America/Boise', '2026-03-03T12:00:00Z')
      findOpenTimes(hours, 'America/Boise', '2026-03-03T12:00:00Z', '2026-04-03T12:00:00Z')
      return performance.now() - before
    })
    expect(Math.min(...times)).toBeLessThan(10)
  }
})

const pad = (hour: number) => String(hour).padStart(2, '0')
