import { DAY } from './dates.ts'
import { parseHours, type Hours } from './hours.ts'
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
  // Nearly every business changes within nine days; the long look is for the others.
  for (const days of [9, HORIZON_DAYS + 2]) {
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
