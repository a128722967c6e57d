import { DAY } from './calendar.ts'
import { merged, shiftsOf, type Shift } from './shifts.ts'
import type { Timetable } from './hours.ts'
import type { Wanted } from './slot-request.ts'

/** The starts that the shop's hours and the window allow, in order. */
export function startsOf(wanted: Wanted): number[] {
  const { zone, now, earliest, duration, step, horizonDays } = wanted
  const shifts = shiftsAround(wanted.timetable, wanted)
  const whole = merged(shifts)
  const [from, to] = [wanted.days[0], Math.min(wanted.days[1], zone.dayAt(now) + horizonDays)]
  const starts: number[] = []
  let part = 0
  shifts.forEach(({ start: opening }, index) => {
    while (whole[part]!.end <= opening) part++
    const closing = whole[part]!.end
    const end = Math.min(shifts[index + 1]?.start ?? Infinity, closing - duration + 1)
    for (let start = opening; start < end; start += step) {
      if (start < earliest) continue
      const day = zone.dayAt(start)
      if (day >= from && day <= to) starts.push(start)
    }
  })
  return starts
}

/** Every shift that a start in the window can lie in: one of the day before, which a skipped day moves by one more. */
export function shiftsAround(
  timetable: Timetable,
  { zone, days, now, earliest, duration, horizonDays }: Wanted,
): Shift[] {
  const first = Math.max(days[0], Math.floor(earliest / DAY) - 1) - 2
  const last = Math.min(days[1], zone.dayAt(now) + horizonDays) + 2
  return shiftsOf(timetable, zone, [first, last], (last + 2) * DAY + duration)
}
