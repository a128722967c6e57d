import { DAY, LAST_DAY } from './dates.ts'
import { parseHours, type Hours, type Timetable, type WallShift } from './hours.ts'
import { formatUtc, parseInstant } from './instant.ts'
import { mergeShifts, expandShifts } from './shifts.ts'
import { findZone } from './zone.ts'

export type OpenState = { isOpen: boolean; nextChange?: string }

const HORIZON_DAYS = 800

/** Open at the opening instant, no longer at the closing one. No `nextChange`: none within 800 days. */
export function openState(hours: Hours, timeZone: string, now: string): OpenState {
  const timetable = parseHours(hours, 'hours')
  const zone = findZone(timeZone)
  const second = Math.floor(parseInstant(now, () => 'now'))
  const today = zone.toLocalDay(second)
  const horizon = second + HORIZON_DAYS * DAY
  if (isAlwaysOpen(timetable, today)) return { isOpen: true }
  // Nearly every business changes within nine days; the longer looks are for the others.
  for (const days of [9, 72, 432, HORIZON_DAYS + 2]) {
    const shift = mergeShifts(expandShifts(timetable, zone, [today - 2, today + days], horizon)).find(
      ({ end }) => end > second,
    )
    if (!shift) continue
    const isOpen = shift.start <= second
    const change = isOpen ? shift.end : shift.start
    return change <= horizon ? { isOpen, nextChange: formatUtc(change) } : { isOpen }
  }
  return { isOpen: false }
}

/** Every day that the answer could depend on is open from midnight to midnight. To find that out by shifts takes eight hundred of them. */
function isAlwaysOpen({ weekly, special }: Timetable, today: number): boolean {
  const last = today + HORIZON_DAYS + 2
  if (last > LAST_DAY || !weekly.slice(1).every(hasWholeDay)) return false
  for (const [day, shifts] of special) if (day >= today - 2 && day <= last && !hasWholeDay(shifts)) return false
  return true
}

const hasWholeDay = (shifts: WallShift[]) => shifts.some(({ opens, closes }) => opens === 0 && closes === DAY)
