import { DAY } from './dates.ts'
import { mergeShifts, expandShifts, type Shift } from './shifts.ts'
import type { Timetable } from './hours.ts'
import type { SlotQuery } from './slot-query.ts'

/** The starts that the shop's hours and the window allow, in order. */
export function findStarts(query: SlotQuery): number[] {
  const { zone, now, earliest, duration, step, horizonDays } = query
  const shifts = findShiftsAround(query.timetable, query)
  const whole = mergeShifts(shifts)
  const [from, to] = [query.days[0], Math.min(query.days[1], zone.toLocalDay(now) + horizonDays)]
  const starts: number[] = []
  let part = 0
  shifts.forEach(({ start: opening }, index) => {
    while (whole[part]!.end <= opening) part++
    const closing = whole[part]!.end
    const end = Math.min(shifts[index + 1]?.start ?? Infinity, closing - duration + 1)
    for (let start = opening; start < end; start += step) {
      if (start < earliest) continue
      const day = zone.toLocalDay(start)
      if (day >= from && day <= to) starts.push(start)
    }
  })
  return starts
}

/** Every shift that a start in the window can lie in: one of the day before, which a skipped day moves by one more. */
export function findShiftsAround(
  timetable: Timetable,
  { zone, days, now, earliest, duration, horizonDays }: SlotQuery,
): Shift[] {
  const first = Math.max(days[0], Math.floor(earliest / DAY) - 1) - 2
  const last = Math.min(days[1], zone.toLocalDay(now) + horizonDays) + 2
  return expandShifts(timetable, zone, [first, last], (last + 2) * DAY + duration)
}
