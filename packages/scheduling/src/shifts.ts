import { DAY, findWeekday, LAST_DAY } from './dates.ts'
import type { Timetable } from './hours.ts'
import type { Zone } from './zone.ts'

/** Seconds since 1970, the end not included. */
export type Shift = { start: number; end: number }

/**
 * The shifts that start on the days from `first` to `last`, by start. While they run on without a break, those of later
 * days too, up to the instant `until`.
 */
export function expandShifts(
  { weekly, special }: Timetable,
  zone: Zone,
  days: [number, number],
  until: number,
): Shift[] {
  const [first, last] = days
  const shifts: Shift[] = []
  let reached = -Infinity
  const runsInto = (day: number) => reached < until && day <= LAST_DAY && reached >= zone.toInstant(day * DAY)
  for (let day = first; day <= last || runsInto(day); day++) {
    for (const { opens, closes } of special.get(day) ?? weekly[findWeekday(day)] ?? []) {
      const [start, end] = [zone.toInstant(day * DAY + opens), zone.toInstant(day * DAY + closes)]
      if (end <= start) continue
      shifts.push({ start, end })
      reached = Math.max(reached, end)
    }
  }
  return shifts.sort((a, b) => a.start - b.start)
}

/** Touching and overlapping shifts are one. Takes them by start. */
export function mergeShifts(shifts: Shift[]): Shift[] {
  const whole: Shift[] = []
  for (const { start, end } of shifts) {
    const previous = whole.at(-1)
    if (previous && start <= previous.end) previous.end = Math.max(previous.end, end)
    else whole.push({ start, end })
  }
  return whole
}
