import type OpeningHours from 'opening_hours'
import { DAY, dayNumber } from './calendar.ts'
import { merged } from './shifts.ts'

/** Minutes after midnight of the day on which it starts; past 24 hours it ends on the next day. */
export type Stretch = { opens: number; closes: number }

const MINUTES = DAY / 60

/** The open stretches of each day in the range, in wall time; undefined where one is not certain. */
export function openDays(hours: OpeningHours, [first, last]: [number, number]): Map<number, Stretch[]> | undefined {
  const intervals = hours.getOpenIntervals(machineDate(first - 1), machineDate(last + 3))
  if (intervals.some(([, , isUnknown]) => isUnknown)) return undefined
  const days = new Map<number, Stretch[]>()
  for (let day = first; day <= last; day++) days.set(day, [])
  // The library begins an interval anew where only the comment changes.
  const shifts = merged(intervals.map(([from, to]) => ({ start: wallMinute(from), end: wallMinute(to) })))
  for (const { start, end } of shifts) {
    for (const [day, stretch] of split(start, end)) days.get(day)?.push(stretch)
  }
  return days
}

/** What the machine's own clock makes of wall times on a day: they differ only where its zone skips an hour. */
export function asMachineSeesIt(day: number, stretches: Stretch[]): Stretch[] {
  const seen = (minute: number) => wallMinute(machineDate(day, minute)) - day * MINUTES
  return stretches
    .map(({ opens, closes }) => ({ opens: seen(opens), closes: seen(closes) }))
    .filter(({ opens, closes }) => opens < closes)
}

// The library speaks Date in the machine's zone; here such a Date is nothing but its wall time.
function machineDate(day: number, minute = 0): Date {
  return new Date(2000, 0, 1 + day - dayNumber(2000, 1, 1), 0, minute)
}

function wallMinute(date: Date): number {
  const day = dayNumber(date.getFullYear(), date.getMonth() + 1, date.getDate())
  return day * MINUTES + date.getHours() * 60 + date.getMinutes()
}

// Up to 24 hours are one stretch, so that a night stays whole; more is cut at midnights.
function split(from: number, to: number): [number, Stretch][] {
  const day = Math.floor(from / MINUTES)
  const opens = from - day * MINUTES
  if (to <= from) return []
  if (to - from <= MINUTES) return [[day, { opens, closes: opens + to - from }]]
  return [[day, { opens, closes: MINUTES }], ...split((day + 1) * MINUTES, to)]
}
