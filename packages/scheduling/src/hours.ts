import { parseDate } from './dates.ts'
import { parseDigits, rejectField } from './parse.ts'

export type Hours = {
  weekly: { day: 1 | 2 | 3 | 4 | 5 | 6 | 7; opens: string; closes: string }[]
  special?:
    | { date: string; closed?: boolean | undefined; opens?: string | undefined; closes?: string | undefined }[]
    | undefined
}

/** Seconds after the midnight of the date on which it starts; past 24 hours it ends on the next day. */
export type WallShift = { opens: number; closes: number }
export type Timetable = { weekly: WallShift[][]; special: Map<number, WallShift[]> }

export function parseHours(hours: Hours, field: string, parsed?: Map<Hours, Timetable>): Timetable {
  const timetable = parsed?.get(hours) ?? parseTimetable(hours, field)
  parsed?.set(hours, timetable)
  return timetable
}

function parseTimetable(hours: Hours, field: string): Timetable {
  const weekly: WallShift[][] = Array.from({ length: 8 }, () => [])
  hours.weekly.forEach(({ day, opens, closes }, index) => {
    const at = `${field}.weekly[${index}]`
    const shifts = day >= 1 ? weekly[day] : undefined
    if (!shifts) rejectField(`${at}.day`, day, 'a day from 1 (Monday) to 7')
    shifts.push(parseWallShift(opens, closes, at))
  })
  return { weekly, special: parseSpecial(hours.special ?? [], `${field}.special`) }
}

function parseSpecial(entries: NonNullable<Hours['special']>, field: string): Map<number, WallShift[]> {
  const special = new Map<number, WallShift[]>()
  const closed = new Set<number>()
  entries.forEach((entry, index) => {
    const at = `${field}[${index}]`
    const day = parseDate(entry.date)
    if (Number.isNaN(day)) rejectField(`${at}.date`, entry.date, 'a date')
    if (entry.closed) closed.add(day)
    const shifts = special.get(day) ?? []
    shifts.push(...parseSpecialShift(entry, at))
    special.set(day, shifts)
  })
  for (const day of closed) special.set(day, [])
  return special
}

function parseSpecialShift(entry: NonNullable<Hours['special']>[number], at: string): WallShift[] {
  const { closed, opens, closes } = entry
  if (opens !== undefined && closes !== undefined) return [parseWallShift(opens, closes, at)]
  if (!closed) rejectField(at, entry, 'closed, nor has it both opens and closes')
  if (opens !== undefined) parseWallTime(opens, `${at}.opens`)
  if (closes !== undefined) parseWallShift('00:00', closes, at)
  return []
}

function parseWallShift(opensText: string, closesText: string, at: string): WallShift {
  const opens = parseWallTime(opensText, `${at}.opens`)
  const closes = closesText === '24:00' ? 86_400 : parseWallTime(closesText, `${at}.closes`)
  return { opens, closes: closes <= opens ? closes + 86_400 : closes }
}

export function parseWallTime(text: string, field: string): number {
  const [hour, minute] = [parseDigits(text, 0, 2), parseDigits(text, 3, 2)]
  const isTime = text.length === 5 && text[2] === ':' && hour <= 23 && minute <= 59
  return isTime ? hour * 3600 + minute * 60 : rejectField(field, text, 'a time HH:MM')
}
