import type OpeningHours from 'opening_hours'
import { dateText, dayNumber, twoDigits, weekday } from './calendar.ts'
import type { Hours } from './hours.ts'
import { asMachineSeesIt, openDays, type Stretch } from './osm-days.ts'
import { readOsm } from './osm-text.ts'

type Day = Hours['weekly'][number]['day']

const WEEK: Day[] = [1, 2, 3, 4, 5, 6, 7]

/**
 * OSM opening_hours text -> what Hours can say of it: the usual week, and as special entries the days of `year` that
 * differ. Undefined where it cannot be said or read. Rules for holidays (PH, SH) are left out.
 */
export function hoursFromOsm(text: string, year: number): Hours | undefined {
  if (!Number.isInteger(year) || year < 1000 || year > 9998) return undefined
  const days = attempt(() => evaluate(text, year))
  if (!days) return undefined
  const usual = new Map(WEEK.map((day) => [day, usualOf(days, day)]))
  const special = [...days].flatMap(([day, stretches]) => {
    const expected = usual.get(weekday(day) as Day) ?? []
    return same(stretches, expected) || same(stretches, asMachineSeesIt(day, expected)) ? [] : entries(day, stretches)
  })
  const weekly = WEEK.flatMap((day) => (usual.get(day) ?? []).map((stretch) => ({ day, ...times(stretch) })))
  return special.length > 0 ? { weekly, special } : { weekly }
}

function evaluate(text: string, year: number): Map<number, Stretch[]> | undefined {
  const read = readOsm(text)
  const days = read && openDays(read.hours, daysToLookAt(read.hours, year))
  const isEverOpen = days && [...days.values()].some((stretches) => stretches.length > 0)
  return isEverOpen || read?.closesAll ? days : undefined
}

// The night of 31 December runs into the year. What is the same every week is read in one without a clock change anywhere.
function daysToLookAt(hours: OpeningHours, year: number): [number, number] {
  if (!hours.isWeekStable()) return [dayNumber(year, 1, 1) - 1, dayNumber(year, 12, 31)]
  return [dayNumber(2026, 6, 8), dayNumber(2026, 6, 14)]
}

// The library throws strings and errors of its own; whatever it is, the text cannot be read.
function attempt<T>(reading: () => T): T | undefined {
  try {
    return reading()
  } catch {
    return undefined
  }
}

function usualOf(days: Map<number, Stretch[]>, day: Day): Stretch[] {
  const counts = new Map<string, { stretches: Stretch[]; count: number }>()
  for (const [number, stretches] of days) {
    if (weekday(number) !== day) continue
    const key = JSON.stringify(stretches)
    counts.set(key, { stretches, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].reduce((most, next) => (next.count > most.count ? next : most)).stretches
}

function entries(day: number, stretches: Stretch[]): NonNullable<Hours['special']> {
  const date = dateText(day)
  return stretches.length === 0 ? [{ date, closed: true }] : stretches.map((stretch) => ({ date, ...times(stretch) }))
}

function times({ opens, closes }: Stretch): { opens: string; closes: string } {
  return { opens: clock(opens), closes: closes === 1440 ? '24:00' : clock(closes % 1440) }
}

function clock(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
}

function same(one: Stretch[], other: Stretch[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
