import { DAY } from './calendar.ts'
import { readHours, type Hours } from './hours.ts'
import { readInstant, utc } from './instant.ts'
import { merged, shiftsOf } from './shifts.ts'
import { zoneNamed } from './zone.ts'

export type OpenState = { isOpen: boolean; nextChange?: string }

const HORIZON_DAYS = 800

/** Open at the opening instant, no longer at the closing one. No `nextChange`: none within 800 days. */
export function openState(hours: Hours, timeZone: string, now: string): OpenState {
  const timetable = readHours(hours, 'hours')
  const zone = zoneNamed(timeZone)
  const second = Math.floor(readInstant(now, () => 'now'))
  const today = zone.dayAt(second)
  const horizon = second + HORIZON_DAYS * DAY
  // Nearly every business changes within nine days; the long look is for the others.
  for (const days of [9, HORIZON_DAYS + 2]) {
    const shift = merged(shiftsOf(timetable, zone, [today - 2, today + days], horizon)).find(({ end }) => end > second)
    if (!shift) continue
    const isOpen = shift.start <= second
    const change = isOpen ? shift.end : shift.start
    return change <= horizon ? { isOpen, nextChange: utc(change) } : { isOpen }
  }
  return { isOpen: false }
}
