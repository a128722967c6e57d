import { parseHours, type Hours } from './hours.ts'
import { createUtcFormatter, parseInstant } from './instant.ts'
import { expandShifts, mergeShifts } from './shifts.ts'
import type { ParsedParts } from './slot-query.ts'
import { findZone } from './zone.ts'

export type OpenTime = { start: string; end: string }

/** When it is open from one instant to another, by start. The hours are read once, however often they change in that time. */
export function findOpenTimes(
  hours: Hours,
  timeZone: string,
  from: string,
  to: string,
  parsed?: ParsedParts,
): OpenTime[] {
  const timetable = parseHours(hours, 'hours', parsed?.hours)
  const zone = findZone(timeZone)
  const first = Math.floor(parseInstant(from, () => 'from'))
  const last = Math.floor(parseInstant(to, () => 'to'))
  const days: [number, number] = [zone.toLocalDay(first) - 2, zone.toLocalDay(last) + 1]
  const formatUtc = createUtcFormatter()
  return mergeShifts(expandShifts(timetable, zone, days, last))
    .map(({ start, end }) => ({ start: Math.max(start, first), end: Math.min(end, last) }))
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => ({ start: formatUtc(start), end: formatUtc(end) }))
}
