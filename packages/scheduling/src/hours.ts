import { dayOf } from './calendar.ts'
import { digits } from './digits.ts'
import { refuse } from './refuse.ts'

export type Hours = {
  weekly: { day: 1 | 2 | 3 | 4 | 5 | 6 | 7; opens: string; closes: string }[]
  special?: { date: string; closed?: boolean; opens?: string; closes?: string }[]
}

/** Seconds after the midnight of the date on which it starts; past 24 hours it ends on the next day. */
export type WallShift = { opens: number; closes: number }
export type Timetable = { weekly: WallShift[][]; special: Map<number, WallShift[]> }

export function readHours(hours: Hours, field: string): Timetable {
  const weekly: WallShift[][] = Array.from({ length: 8 }, () => [])
  hours.weekly.forEach(({ day, opens, closes }, index) => {
    const at = `${field}.weekly[${index}]`
    const shifts = day >= 1 ? weekly[day] : undefined
    if (!shifts) refuse(`${at}.day`, day, 'a day from 1 (Monday) to 7')
    shifts.push(wallShift(opens, closes, at))
  })
  return { weekly, special: readSpecial(hours.special ?? [], `${field}.special`) }
}

function readSpecial(entries: NonNullable<Hours['special']>, field: string): Map<number, WallShift[]> {
  const special = new Map<number, WallShift[]>()
  const closed = new Set<number>()
  entries.forEach((entry, index) => {
    const at = `${field}[${index}]`
    const day = dayOf(entry.date)
    if (Number.isNaN(day)) refuse(`${at}.date`, entry.date, 'a date')
    if (entry.closed) closed.add(day)
    special.set(day, [...(special.get(day) ?? []), ...specialShift(entry, at)])
  })
  for (const day of closed) special.set(day, [])
  return special
}

function specialShift(entry: NonNullable<Hours['special']>[number], at: string): WallShift[] {
  const { closed, opens, closes } = entry
  if (opens !== undefined && closes !== undefined) return [wallShift(opens, closes, at)]
  if (!closed) refuse(at, entry, 'closed, nor has it both opens and closes')
  if (opens !== undefined) wallTime(opens, `${at}.opens`)
  if (closes !== undefined) wallShift('00:00', closes, at)
  return []
}

function wallShift(opensText: string, closesText: string, at: string): WallShift {
  const opens = wallTime(opensText, `${at}.opens`)
  const closes = closesText === '24:00' ? 86_400 : wallTime(closesText, `${at}.closes`)
  return { opens, closes: closes <= opens ? closes + 86_400 : closes }
}

function wallTime(text: string, field: string): number {
  const [hour, minute] = [digits(text, 0, 2), digits(text, 3, 2)]
  const isTime = text.length === 5 && text[2] === ':' && hour <= 23 && minute <= 59
  return isTime ? hour * 3600 + minute * 60 : refuse(field, text, 'a time HH:MM')
}
