import { findSlots, openState, type Hours, type SlotRequest } from '@buy-locals/scheduling'
import { findSlotsByMinute } from '@buy-locals/scheduling/test/reference'
import { Temporal } from 'temporal-polyfill'
import { milliseconds, quantile, type Figures } from './measure.ts'

const halfDay = { opens: '08:00', closes: '20:00' }
const wholeDay = { opens: '00:00', closes: '24:00' }
const [warmUp, rounds] = [60, 200]

/** The month that has to stay under 3 ms, and whether twice as much of one thing takes twice as long. */
export function slots(): Figures {
  const usual = monthRequest({ staff: 50, days: 31, ...halfDay })
  const twiceTheStaff = monthRequest({ staff: 100, days: 31, ...halfDay })
  const twiceTheDays = monthRequest({ staff: 50, days: 62, ...halfDay })
  const twiceTheStarts = monthRequest({ staff: 50, days: 31, ...wholeDay })
  const small = monthRequest({ staff: 2, days: 2, ...halfDay, busyEach: 4 })
  const result = findSlots(usual)
  const times = measureInTurns({
    month: () => findSlots(usual),
    twiceTheStaff: () => findSlots(twiceTheStaff),
    twiceTheDays: () => findSlots(twiceTheDays),
    twiceTheStarts: () => findSlots(twiceTheStarts),
    small: () => findSlots(small),
    openState: () => openState(usual.business, usual.timeZone, usual.now),
    resultAsJson: () => JSON.stringify(result),
  })
  const reference = Array.from({ length: 5 }, () => milliseconds(() => findSlotsByMinute(small)))
  return {
    slots: result.length,
    monthMs: median(times.month),
    monthUndisturbedMs: undisturbed(times.month),
    fullDayMonthMs: median(times.twiceTheStarts),
    fullDayMonthUndisturbedMs: undisturbed(times.twiceTheStarts),
    twiceTheStaffRatio: ratio(times.twiceTheStaff, times.month),
    twiceTheDaysRatio: ratio(times.twiceTheDays, times.month),
    twiceTheStartsRatio: ratio(times.twiceTheStarts, times.month),
    monthPerResultAsJson: ratio(times.month, times.resultAsJson),
    fasterThanReference: Math.round(ratio(reference, times.small)),
    openStateMs: median(times.openState),
  }
}

/** One run of each per round, so that a slow moment of the machine affects them all. */
function measureInTurns<Name extends string>(runs: Record<Name, () => unknown>): Record<Name, number[]> {
  const names = Object.keys(runs) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const name of names) {
      const time = milliseconds(runs[name])
      if (round >= warmUp) times[name].push(time)
    }
  }
  return times
}

function median(times: number[]): number {
  return round(quantile(0.5, times))
}

/** One run in ten is faster: on a busy machine most of the others wait for another process. */
function undisturbed(times: number[]): number {
  return round(quantile(0.1, times))
}

function ratio(times: number[], reference: number[]): number {
  return round(quantile(0.1, times) / quantile(0.1, reference))
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000
}

type Size = { staff: number; days: number; opens: string; closes: string; busyEach?: number }

const firstDay = Temporal.PlainDate.from('2026-03-01')

/** Fifteen-minute starts of a shop in New York, over the clock change of March, with busy times spread over the days. */
function monthRequest({ staff, days, opens, closes, busyEach = 40 }: Size): SlotRequest {
  return {
    timeZone: 'America/New_York',
    from: firstDay.toString(),
    to: firstDay.add({ days: days - 1 }).toString(),
    now: '2026-02-20T12:00:00Z',
    durationMinutes: 30,
    stepMinutes: 15,
    bufferAfterMinutes: 5,
    business: everyDay(opens, closes),
    staff: Array.from({ length: staff }, (_, person) => ({
      id: `stf_${person}`,
      hours: everyDay(opens, closes),
      busy: Array.from({ length: busyEach }, (_, index) => busyTime(person, index, days)),
    })),
  }
}

// Strides by primes spread the appointments evenly and differently for each person.
function busyTime(person: number, index: number, days: number) {
  const quarter = (index * 7919 + person * 131) % (days * 96)
  const start = firstDay.toZonedDateTime('UTC').add({ minutes: quarter * 15 })
  return { start: start.toInstant().toString(), end: start.add({ minutes: 60 }).toInstant().toString() }
}

function everyDay(opens: string, closes: string): Hours {
  return { weekly: ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, opens, closes })) }
}
