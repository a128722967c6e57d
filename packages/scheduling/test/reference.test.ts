import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findSlots, openState } from '../src/scheduling.ts'
import { change, hoursAround, minutesFrom, request } from './random-requests.ts'
import { openStateByMinute, findSlotsByMinute } from './reference.ts'

const numRuns = Number(process.env['SCHEDULING_RUNS'] ?? 150)

test('slots are exactly those that a check of every minute allows, on every clock change', () => {
  fc.assert(
    fc.property(request, (generated) => {
      expect(findSlots(generated)).toEqual(findSlotsByMinute(generated))
    }),
    { numRuns },
  )
}, 600_000)

test('a shop is open, and next changes, exactly when a check of every minute says so', () => {
  const cases = change.chain(([timeZone, date]) =>
    fc.record({
      timeZone: fc.constant(timeZone),
      hours: hoursAround(date),
      now: fc.integer({ min: -3000, max: 3000 }).map((minutes) => minutesFrom(date, minutes)),
    }),
  )
  fc.assert(
    fc.property(cases, ({ hours, timeZone, now }) => {
      const expected = openStateByMinute(hours, timeZone, now, 3)
      const { isOpen, nextChange } = openState(hours, timeZone, now)
      const threeDaysOn = minutesFrom(
        now.slice(0, 10),
        Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16)) + 4320,
      )
      const soon = nextChange !== undefined && nextChange < threeDaysOn ? { nextChange } : {}
      expect({ isOpen, ...soon }).toEqual(expected)
    }),
    { numRuns },
  )
}, 600_000)
