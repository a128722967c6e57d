import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { changesIn, clockOf, from, hour, minute, until, zones } from '../testing/wall-clocks.ts'
import { waitUntil } from './quiet-hours.ts'

const waiting = (kind: string, now: string, start: string, zone = 'UTC') =>
  waitUntil({ kind, about: { start }, now: Temporal.Instant.from(now), zone })?.toString()

test('a reminder that comes late, in the quiet hours, goes out at once where its visit begins before they end', () => {
  const remind = (now: string, start: string) => waiting('booking-reminder', now, start)
  expect(remind('2026-03-10T20:59:00Z', '2026-03-11T07:30:00Z')).toBe(undefined)
  expect(remind('2026-03-10T21:00:00Z', '2026-03-11T07:30:00Z')).toBe(undefined)
  expect(remind('2026-03-11T02:00:00Z', '2026-03-11T08:00:00Z'), 'at eight it has begun').toBe(undefined)
  expect(remind('2026-03-11T02:00:00Z', '2026-03-11T08:01:00Z')).toBe('2026-03-11T08:00:00Z')
  expect(remind('2026-03-11T07:59:00Z', '2026-03-11T08:01:00Z'), 'however near').toBe('2026-03-11T08:00:00Z')
  expect(remind('2026-03-11T08:00:00Z', '2026-03-11T08:01:00Z')).toBe(undefined)
})

test('what else is of a visit in the next three hours, or before the quiet hours end, wakes its reader', () => {
  const cancel = (now: string, start: string) => waiting('booking-cancelled', now, start)
  expect(cancel('2026-03-10T21:00:00Z', '2026-03-11T08:00:00Z')).toBe(undefined)
  expect(cancel('2026-03-10T21:00:00Z', '2026-03-11T08:01:00Z')).toBe('2026-03-11T08:00:00Z')
  expect(cancel('2026-03-11T06:00:00Z', '2026-03-11T09:00:00Z')).toBe(undefined)
  expect(cancel('2026-03-11T06:00:00Z', '2026-03-11T09:01:00Z')).toBe('2026-03-11T08:00:00Z')
  expect(cancel('2026-03-11T06:00:00Z', '2026-03-11T05:59:00Z'), 'it has begun').toBe('2026-03-11T08:00:00Z')
})

/** In minutes, of what is about a visit. */
type Case = { kind: string; now: number; start: number; previousStart?: number | undefined; zone: string }

/** Walks from minute to minute and reads the clock on the wall. */
function slowWaitUntil({ kind, now, start, previousStart, zone }: Case): number | undefined {
  const read = clockOf(zone)
  const isQuiet = (at: number) => read(at).hours >= 21 || read(at).hours < 8
  if (!isQuiet(now)) return undefined
  const isReminder = kind === 'booking-reminder'
  const times = isReminder || previousStart === undefined ? [start] : [start, previousStart]
  let isNear = false
  let end: number | undefined
  for (let at = now; end === undefined || (!isReminder && at <= now + 3 * hour); at += minute) {
    isNear ||= times.includes(at)
    if (end === undefined && !isQuiet(at)) end = at
  }
  return isNear ? undefined : end
}

function fastWaitUntil({ kind, now, start, previousStart, zone }: Case): number | undefined {
  const write = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString()
  const about = { start: write(start), ...(previousStart !== undefined && { previousStart: write(previousStart) }) }
  return waitUntil({ kind, about, now: Temporal.Instant.fromEpochMilliseconds(now), zone })?.epochMilliseconds
}

/** The minutes around which the quiet hours begin and end on the days of a change, and around the change itself. */
function boundariesAt(change: number, zone: string): number[] {
  const read = clockOf(zone)
  const boundaries = [change]
  for (let at = change - 24 * hour; at < change + 24 * hour; at += minute) {
    const { hours, minutes } = read(at)
    if (minutes === 0 && (hours === 21 || hours === 8)) boundaries.push(at)
  }
  return boundaries.flatMap((at) => [at - minute, at, at + minute])
}

test.each(zones)(
  'around every change of the clocks in %s it waits as somebody who walks through the minutes',
  (zone) => {
    const changes = changesIn.get(zone) ?? []
    for (const change of changes.length > 0 ? changes : [Date.UTC(2026, 5, 1)]) {
      const boundaries = boundariesAt(change, zone)
      for (const now of boundaries)
        for (const start of new Set([...boundaries, now + 3 * hour - minute, now + 3 * hour, now + 3 * hour + minute]))
          for (const kind of ['booking-reminder', 'booking-cancelled']) {
            const one = { kind, now, start, zone }
            expect([one, fastWaitUntil(one)]).toEqual([one, slowWaitUntil(one)])
          }
    }
  },
)

test('so it does at any other time', () => {
  const now = fc.integer({ min: from / minute, max: until / minute }).map((minutes) => minutes * minute)
  const ahead = fc.integer({ min: -60, max: 1_000 }).map((minutes) => minutes * minute)
  const previous = fc.option(ahead, { nil: undefined })
  const kind = fc.constantFrom('booking-reminder', 'booking-cancelled', 'booking-moved')
  fc.assert(
    fc.property(kind, now, ahead, previous, fc.constantFrom(...zones), (of, at, startsIn, wasIn, zone) => {
      const previousStart = wasIn === undefined ? undefined : at + wasIn
      const one = { kind: of, now: at, start: at + startsIn, previousStart, zone }
      expect(fastWaitUntil(one)).toBe(slowWaitUntil(one))
    }),
    { numRuns: 1_000 },
  )
})
