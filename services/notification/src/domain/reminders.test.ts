import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { changesIn, clockOf, from, hour, minute, until, zones } from '../testing/wall-clocks.ts'
import { dueOf, nextOf, remindersOf } from './reminders.ts'

const at = (text: string) => Temporal.Instant.from(text)
const inUtc = { quietIn: 'UTC' }
const written = (start: string, minutes: number[], agreedAt = '2026-01-01T00:00:00Z') =>
  remindersOf({ start: at(start), agreedAt: at(agreedAt) }, minutes, inUtc).map(({ at: time }) => time.toString())

test('an SMS in the night waits until eight, and comes before nine in the evening where the visit begins before that', () => {
  expect(written('2026-03-10T22:30:00Z', [1440, 120])).toEqual(['2026-03-10T08:00:00Z', '2026-03-10T20:30:00Z'])
  expect(written('2026-03-10T09:30:00Z', [120]), 'half past seven').toEqual(['2026-03-10T08:00:00Z'])
  expect(written('2026-03-10T10:00:00Z', [120])).toEqual(['2026-03-10T08:00:00Z'])
  expect(written('2026-03-10T08:00:00Z', [120]), 'eight is too late for eight').toEqual(['2026-03-09T20:59:00Z'])
  expect(written('2026-03-10T08:01:00Z', [120])).toEqual(['2026-03-10T08:00:00Z'])
  expect(written('2026-03-10T23:00:00Z', [120]), 'nine is quiet').toEqual(['2026-03-10T20:59:00Z'])
  expect(written('2026-03-10T22:59:00Z', [120])).toEqual(['2026-03-10T20:59:00Z'])
})

test('whoever has just booked is not reminded of what they were to be reminded of before', () => {
  expect(written('2026-03-10T15:00:00Z', [1440, 120], '2026-03-09T16:00:00Z')).toEqual(['2026-03-10T13:00:00Z'])
  expect(written('2026-03-10T15:00:00Z', [120], '2026-03-10T13:00:00Z')).toEqual([])
})

test('where two would come at once, one does', () => {
  expect(written('2026-03-10T08:00:00Z', [600, 120])).toEqual(['2026-03-09T20:59:00Z'])
})

test('of several that were due while nothing ran, the one nearest to the visit is sent', () => {
  const reminders = remindersOf({ start: at('2026-03-10T15:00:00Z'), agreedAt: at('2026-03-01T00:00:00Z') }, [1440, 120]) // prettier-ignore
  const due = (since: string, now: string) => dueOf(reminders, { since: at(since), now: at(now) })?.minutesBefore
  expect(due('2026-03-01T00:00:00Z', '2026-03-09T14:59:59Z')).toBe(undefined)
  expect(due('2026-03-01T00:00:00Z', '2026-03-09T15:00:00Z')).toBe(1440)
  expect(due('2026-03-09T15:00:00Z', '2026-03-09T15:00:00Z')).toBe(undefined)
  expect(due('2026-03-01T00:00:00Z', '2026-03-10T13:00:00Z')).toBe(120)
  expect(nextOf(reminders, at('2026-03-09T15:00:00Z'))?.toString()).toBe('2026-03-10T13:00:00Z')
  expect(nextOf(reminders, at('2026-03-10T13:00:00Z'))).toBe(undefined)
})

/** Walks from minute to minute and reads the clock on the wall. */
function slowRemindersOf(startMs: number, agreedMs: number, minutesBefore: number[], zone: string): number[] {
  const read = clockOf(zone)
  const isQuiet = (ms: number) => read(ms).hours >= 21 || read(ms).hours < 8
  const times = minutesBefore.map((minutes) => {
    const due = startMs - minutes * minute
    let time = due
    while (isQuiet(time) && time < startMs) time += minute
    if (time < startMs) return time
    time = due
    while (isQuiet(time)) time -= minute
    return time
  })
  return [...new Set(times)].filter((time) => time > agreedMs).toSorted((a, b) => a - b)
}

const fastRemindersOf = (startMs: number, agreedMs: number, minutesBefore: number[], zone: string): number[] =>
  remindersOf(
    {
      start: Temporal.Instant.fromEpochMilliseconds(startMs),
      agreedAt: Temporal.Instant.fromEpochMilliseconds(agreedMs),
    },
    minutesBefore,
    { quietIn: zone },
  ).map(({ at: time }) => time.epochMilliseconds)

test('the clocks of these zones change often enough in 2026 and 2027', () => {
  const counts = [...changesIn].filter(([, changes]) => changes.length > 0)
  expect(counts.length).toBeGreaterThanOrEqual(10)
  expect(counts.reduce((sum, [, changes]) => sum + changes.length, 0)).toBeGreaterThanOrEqual(60)
})

test.each(zones)(
  'around every change of the clocks in %s, reminders come when somebody who walks through the minutes finds',
  (zone) => {
    const changes = changesIn.get(zone) ?? []
    const around = changes.length > 0 ? changes : [Date.UTC(2026, 5, 1)]
    for (const change of around)
      for (const hoursAfter of [-13, -1, 0, 1, 5, 7, 8, 9, 10, 22, 25])
        for (const offset of [-1, 0, 1]) {
          const start = change + hoursAfter * hour + offset * minute
          for (const minutes of [[1440, 120], [60], [720]])
            expect([change, start, minutes, fastRemindersOf(start, from, minutes, zone)]).toEqual([
              ...[change, start, minutes, slowRemindersOf(start, from, minutes, zone)],
            ])
        }
  },
)

test('so they do at any other time, whenever the visit was agreed on', () => {
  const zone = fc.constantFrom(...zones)
  const start = fc.integer({ min: from / minute + 20_000, max: until / minute }).map((minutes) => minutes * minute)
  const minutesBefore = fc.uniqueArray(fc.constantFrom(30, 60, 120, 180, 720, 1440, 2880), { maxLength: 3 })
  const ahead = fc.integer({ min: 0, max: 4_000 })
  fc.assert(
    fc.property(zone, start, minutesBefore, ahead, (where, startMs, minutes, minutesAhead) => {
      const agreed = startMs - minutesAhead * minute
      expect(fastRemindersOf(startMs, agreed, minutes, where)).toEqual(slowRemindersOf(startMs, agreed, minutes, where))
    }),
    { numRuns: 300 },
  )
})
