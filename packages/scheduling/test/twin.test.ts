import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findSlots, openState } from '../src/scheduling.ts'
import { change, hoursAround, minutesFrom, request } from './requests.ts'
import { slowChange, slowSlots } from './slow-twin.ts'

const numRuns = Number(process.env['SCHEDULING_RUNS'] ?? 150)

test('the fast way finds exactly the slots that the rules allow, minute by minute, whatever the clocks do', () => {
  fc.assert(
    fc.property(request, (wanted) => {
      expect(findSlots(wanted)).toEqual(slowSlots(wanted))
    }),
    { numRuns },
  )
}, 600_000)

test('a shop is open, and next changes, exactly when a look at every minute says so', () => {
  const cases = change.chain(([timeZone, date]) =>
    fc.record({
      timeZone: fc.constant(timeZone),
      hours: hoursAround(date),
      now: fc.integer({ min: -3000, max: 3000 }).map((minutes) => minutesFrom(date, minutes)),
    }),
  )
  fc.assert(
    fc.property(cases, ({ hours, timeZone, now }) => {
      const slow = slowChange(hours, timeZone, now, 3)
      const { isOpen, nextChange } = openState(hours, timeZone, now)
      const threeDaysOn = minutesFrom(
        now.slice(0, 10),
        Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16)) + 4320,
      )
      const soon = nextChange !== undefined && nextChange < threeDaysOn ? { nextChange } : {}
      expect({ isOpen, ...soon }).toEqual(slow)
    }),
    { numRuns },
  )
}, 600_000)
