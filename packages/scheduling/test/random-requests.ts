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

const oddTimes = [
  '00:00',
  '00:30',
  '01:00',
  '01:30',
  '02:00',
  '02:15',
  '02:30',
  '03:00',
  '03:30',
  '22:00',
  '23:30',
  '23:59',
]
const time = fc.oneof(
  fc.constantFrom(...oddTimes),
  fc.integer({ min: 0, max: 95 }).map((quarter) => clock(quarter * 15)),
)
const closing = fc.oneof({ weight: 1, arbitrary: fc.constant('24:00') }, { weight: 6, arbitrary: time })
const day = fc.constantFrom<1 | 2 | 3 | 4 | 5 | 6 | 7>(1, 2, 3, 4, 5, 6, 7)
const rarely = (most: number) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: most }) })
const everyDay = fc
  .record({ opens: time, closes: closing })
  .map((shift) => ([1, 2, 3, 4, 5, 6, 7] as const).map((each) => ({ day: each, ...shift })))
const irregular = fc.array(fc.record({ day, opens: time, closes: closing }), { maxLength: 12 })

export const change = fc.constantFrom(...clockChanges)

export const hoursAround = (date: string): fc.Arbitrary<Hours> =>
  fc.record({
    weekly: fc.oneof(
      everyDay,
      irregular,
      fc.tuple(everyDay, irregular).map(([usual, more]) => [...usual, ...more]),
    ),
    special: fc.array(
      fc.oneof(
        fc.record({ date: dateNear(date), opens: time, closes: closing }),
        fc.record({ date: dateNear(date), closed: fc.constant(true) }),
      ),
      { maxLength: 2 },
    ),
  })

type Draft = { start: number; length: number } | { nth: number; buffer: number; seats: number }

const draft: fc.Arbitrary<Draft> = fc.oneof(
  fc.record({ start: fc.integer({ min: -1500, max: 3000 }), length: fc.integer({ min: 0, max: 300 }) }),
  fc.record({ nth: fc.integer({ min: 0, max: 8 }), buffer: rarely(20), seats: fc.integer({ min: 0, max: 4 }) }),
)
const busy = fc.array(draft, { maxLength: 4 })

export const request: fc.Arbitrary<SlotRequest> = change.chain(([timeZone, date]) =>
  fc
    .record({
      from: dateNear(date),
      length: fc.constantFrom(-1, 0, 0, 1, 1, 2),
      notBefore: fc.oneof(fc.constant(-1500), fc.integer({ min: -4000, max: 1500 })),
      durationMinutes: fc.constantFrom(15, 30, 30, 45, 60, 60, 150, 1440),
      stepMinutes: fc.constantFrom(5, 15, 15, 30, 30, 60, 97),
      bufferBeforeMinutes: rarely(40),
      bufferAfterMinutes: rarely(40),
      minNoticeMinutes: rarely(2000),
      maxHorizonDays: fc.oneof(fc.constant(30), fc.integer({ min: 0, max: 4 })),
      capacity: fc.integer({ min: 1, max: 5 }),
      partySize: fc.constantFrom(1, 1, 2, 3),
      business: hoursAround(date),
      staff: fc.array(fc.record({ hours: fc.option(hoursAround(date), { freq: 1 }), busy }), { maxLength: 3 }),
      resources: fc.array(fc.record({ pool: fc.constantFrom(undefined, 'rooms', 'chairs'), busy }), { maxLength: 4 }),
    })
    .map(({ length, notBefore, staff, resources, ...rest }) => {
      const busyOf = (drafts: Draft[]) => drafts.map((one) => toBusy(one, { ...rest, timeZone }))
      return {
        ...rest,
        timeZone,
        to: Temporal.PlainDate.from(rest.from).add({ days: length }).toString(),
        now: minutesFrom(rest.from, notBefore),
        staff: staff.map(({ hours, busy: drafts }, index) => ({
          id: `stf_${index}`,
          busy: busyOf(drafts),
          ...(hours && { hours }),
        })),
        resources: resources.map(({ pool, busy: drafts }, index) => ({
          id: `res_${index}`,
          busy: busyOf(drafts),
          ...(pool && { pool }),
        })),
      }
    }),
)

type Rest = { timeZone: string; from: string; business: Hours; stepMinutes: number; durationMinutes: number }

// A group starts where a slot is likely to, on the grid of a shift; other busy times are anywhere.
function toBusy(one: Draft, { timeZone, from, business, stepMinutes, durationMinutes }: Rest): Busy {
  if ('length' in one) return { start: minutesFrom(from, one.start), end: minutesFrom(from, one.start + one.length) }
  const date = Temporal.PlainDate.from(from)
  const opens = business.weekly.find((entry) => entry.day === date.dayOfWeek)?.opens ?? '09:00'
  const start = date.toZonedDateTime({ timeZone, plainTime: opens }).add({ minutes: one.nth * stepMinutes })
  return {
    start: start.toString({ timeZoneName: 'never' }),
    end: start.add({ minutes: durationMinutes }).toInstant().toString(),
    bufferBeforeMinutes: one.buffer,
    bufferAfterMinutes: one.buffer,
    seats: one.seats,
  }
}

function dateNear(date: string): fc.Arbitrary<string> {
  return fc.integer({ min: -2, max: 2 }).map((days) => Temporal.PlainDate.from(date).add({ days }).toString())
}

export function minutesFrom(date: string, minutes: number): string {
  return Temporal.Instant.from(`${date}T00:00:00Z`).add({ minutes }).toString()
}

function clock(minute: number): string {
  return Temporal.PlainTime.from('00:00').add({ minutes: minute }).toString({ smallestUnit: 'minute' })
}
