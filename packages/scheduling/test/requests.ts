import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { Busy, Hours, SlotRequest } from '../src/scheduling.ts'

/** Zones with the day on which something odd happens to their clocks. */
export const clockChanges: [string, string][] = [
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Asia/Beirut', '2026-03-29'],
  ['Asia/Beirut', '2026-10-25'],
  ['America/Santiago', '2026-09-06'],
  ['America/Santiago', '2026-04-05'],
  ['Africa/Cairo', '2026-04-24'],
  ['Africa/Cairo', '2026-10-30'],
  ['Africa/Casablanca', '2026-02-15'],
  ['Atlantic/Azores', '2026-03-29'],
  ['America/St_Johns', '2010-11-07'],
  ['America/St_Johns', '2026-03-08'],
  ['Pacific/Apia', '2011-12-30'],
  ['Asia/Kathmandu', '2026-05-03'],
  ['UTC', '2026-12-31'],
]

const odd = ['00:00', '00:30', '01:00', '01:30', '02:00', '02:15', '02:30', '03:00', '03:30', '22:00', '23:30', '23:59']
const time = fc.oneof(
  fc.constantFrom(...odd),
  fc.integer({ min: 0, max: 95 }).map((quarter) => clock(quarter * 15)),
)
const closing = fc.oneof({ weight: 1, arbitrary: fc.constant('24:00') }, { weight: 6, arbitrary: time })
const day = fc.constantFrom<1 | 2 | 3 | 4 | 5 | 6 | 7>(1, 2, 3, 4, 5, 6, 7)
const rarely = (most: number) => fc.oneof(fc.constant(0), fc.integer({ min: 0, max: most }))

export const change = fc.constantFrom(...clockChanges)

export const hoursAround = (date: string): fc.Arbitrary<Hours> =>
  fc.record({
    weekly: fc.array(fc.record({ day, opens: time, closes: closing }), { maxLength: 12 }),
    special: fc.array(
      fc.oneof(
        fc.record({ date: near(date), opens: time, closes: closing }),
        fc.record({ date: near(date), closed: fc.constant(true) }),
      ),
      { maxLength: 2 },
    ),
  })

export const request: fc.Arbitrary<SlotRequest> = change.chain(([timeZone, date]) =>
  fc.constantFrom(15, 30, 45, 60, 150, 1440).chain((durationMinutes) => {
    const busy = fc.array(busyAround(date, durationMinutes), { maxLength: 5 })
    const hours = fc.option(hoursAround(date), { nil: undefined })
    return fc
      .record({
        from: near(date),
        length: fc.integer({ min: -1, max: 2 }),
        notBefore: fc.integer({ min: -4000, max: 1500 }),
        stepMinutes: fc.constantFrom(5, 15, 20, 30, 60, 97),
        bufferBeforeMinutes: rarely(40),
        bufferAfterMinutes: rarely(40),
        minNoticeMinutes: rarely(2000),
        maxHorizonDays: fc.oneof(fc.constant(30), fc.integer({ min: 0, max: 4 })),
        capacity: fc.integer({ min: 1, max: 5 }),
        partySize: fc.integer({ min: 1, max: 3 }),
        business: hoursAround(date),
        staff: fc.array(fc.record({ hours, busy }), { maxLength: 3 }),
        resources: fc.array(fc.record({ pool: fc.constantFrom(undefined, 'rooms', 'chairs'), busy }), { maxLength: 4 }),
      })
      .map(({ length, notBefore, staff, resources, ...rest }) => ({
        ...rest,
        timeZone,
        durationMinutes,
        to: Temporal.PlainDate.from(rest.from).add({ days: length }).toString(),
        now: minutesFrom(rest.from, notBefore),
        staff: staff.map((one, index) => ({ id: `stf_${index}`, busy: one.busy, ...(one.hours && { hours: one.hours }) })),
        resources: resources.map((one, index) => ({
          id: `res_${index}`,
          busy: one.busy,
          ...(one.pool && { pool: one.pool }),
        })),
      }))
  }),
)

const busyAround = (date: string, durationMinutes: number): fc.Arbitrary<Busy> =>
  fc.oneof(
    fc
      .record({ start: fc.integer({ min: -3000, max: 4500 }), length: fc.integer({ min: 0, max: 300 }), seats: rarely(2) })
      .map(({ start, length, seats }) => ({
        start: minutesFrom(date, start),
        end: minutesFrom(date, start + length),
        ...(seats > 0 && { seats }),
      })),
    fc
      .record({ quarter: fc.integer({ min: -150, max: 300 }), seats: fc.integer({ min: 0, max: 4 }), buffer: rarely(20) })
      .map(({ quarter, seats, buffer }) => ({
        start: minutesFrom(date, quarter * 15),
        end: minutesFrom(date, quarter * 15 + durationMinutes),
        bufferBeforeMinutes: buffer,
        bufferAfterMinutes: buffer,
        seats,
      })),
  )

function near(date: string): fc.Arbitrary<string> {
  return fc.integer({ min: -2, max: 2 }).map((days) => Temporal.PlainDate.from(date).add({ days }).toString())
}

export function minutesFrom(date: string, minutes: number): string {
  return Temporal.Instant.from(`${date}T00:00:00Z`).add({ minutes }).toString()
}

function clock(minute: number): string {
  return Temporal.PlainTime.from('00:00').add({ minutes: minute }).toString({ smallestUnit: 'minute' })
}
