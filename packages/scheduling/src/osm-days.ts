import type OpeningHours from 'opening_hours'
import { DAY, toDayNumber } from './dates.ts'
import { mergeShifts } from './shifts.ts'

/** Minutes after midnight of the day on which it starts; past 24 hours it ends on the next day. */
export type OpenPeriod = { opens: number; closes: number }

const MINUTES = DAY / 60

/** The open periods of each day in the range, in wall time; undefined where one is not certain. */
export function findOpenPeriods(
  hours: OpeningHours,
  [first, last]: [number, number],
): Map<number, OpenPeriod[]> | undefined {
  const intervals = hours.getOpenIntervals(toMachineDate(first - 1), toMachineDate(last + 3))
  if (intervals.some(([, , isUnknown]) => isUnknown)) return undefined
  const days = new Map<number, OpenPeriod[]>()
  for (let day = first; day <= last; day++) days.set(day, [])
  // The library begins an interval anew where only the comment changes.
  const shifts = mergeShifts(intervals.map(([from, to]) => ({ start: toWallMinute(from), end: toWallMinute(to) })))
  for (const { start, end } of shifts) {
    for (const [day, period] of splitAtMidnights(start, end)) days.get(day)?.push(period)
  }
  return days
}

/** What the machine's own clock makes of wall times on a day: they differ only where its zone skips an hour. */
export function readOnMachineClock(day: number, periods: OpenPeriod[]): OpenPeriod[] {
  const seen = (minute: number) => toWallMinute(toMachineDate(day, minute)) - day * MINUTES
  return periods
    .map(({ opens, closes }) => ({ opens: seen(opens), closes: seen(closes) }))
    .filter(({ opens, closes }) => opens < closes)
}

// The library speaks Date in the machine's zone; here such a Date is nothing but its wall time.
function toMachineDate(day: number, minute = 0): Date {
  return new Date(2000, 0, 1 + day - toDayNumber(2000, 1, 1), 0, minute)
}

function toWallMinute(date: Date): number {
  const day = toDayNumber(date.getFullYear(), date.getMonth() + 1, date.getDate())
  return day * MINUTES + date.getHours() * 60 + date.getMinutes()
}

// Up to 24 hours are one period, so that a night stays whole; more is cut at midnights.
function splitAtMidnights(from: number, to: number): [number, OpenPeriod][] {
  const day = Math.floor(from / MINUTES)
  const opens = from - day * MINUTES
  if (to <= from) return []
  if (to - from <= MINUTES) return [[day, { opens, closes: opens + to - from }]]
  return [[day, { opens, closes: MINUTES }], ...splitAtMidnights((day + 1) * MINUTES, to)]
}
