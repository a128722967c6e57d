import type OpeningHours from 'opening_hours'
import { formatDate, toDayNumber, padToTwo, findWeekday } from './dates.ts'
import type { Hours } from './hours.ts'
import { readOnMachineClock, findOpenPeriods, type OpenPeriod } from './osm-days.ts'
import { readOsm } from './osm-text.ts'

type Day = Hours['weekly'][number]['day']

const WEEK: Day[] = [1, 2, 3, 4, 5, 6, 7]

/**
 * OSM opening_hours text -> what Hours can say of it: the usual week, and as special entries the days of `year` that
 * differ. Undefined where it cannot be said or read. Rules for holidays (PH, SH) are left out.
 */
export function hoursFromOsm(text: string, year: number): Hours | undefined {
  if (!Number.isInteger(year) || year < 1000 || year > 9998) return undefined
  const days = tryReading(() => evaluate(text, year))
  if (!days) return undefined
  const usual = new Map(WEEK.map((day) => [day, findUsualPeriods(days, day)]))
  const special = [...days].flatMap(([day, periods]) => {
    const expected = usual.get(findWeekday(day) as Day) ?? []
    return isSame(periods, expected) || isSame(periods, readOnMachineClock(day, expected))
      ? []
      : toSpecialEntries(day, periods)
  })
  const weekly = WEEK.flatMap((day) => (usual.get(day) ?? []).map((period) => ({ day, ...formatPeriod(period) })))
  return special.length > 0 ? { weekly, special } : { weekly }
}

function evaluate(text: string, year: number): Map<number, OpenPeriod[]> | undefined {
  const read = readOsm(text)
  const days = read && findOpenPeriods(read.hours, chooseDays(read.hours, year))
  const isEverOpen = days && [...days.values()].some((periods) => periods.length > 0)
  return isEverOpen || read?.closesAll ? days : undefined
}

// The night of 31 December runs into the year. What is the same every week is read in one without a clock change anywhere.
function chooseDays(hours: OpeningHours, year: number): [number, number] {
  if (!hours.isWeekStable()) return [toDayNumber(year, 1, 1) - 1, toDayNumber(year, 12, 31)]
  return [toDayNumber(2026, 6, 8), toDayNumber(2026, 6, 14)]
}

// The library throws strings and errors of its own; whatever it is, the text cannot be read.
function tryReading<T>(reading: () => T): T | undefined {
  try {
    return reading()
  } catch {
    return undefined
  }
}

function findUsualPeriods(days: Map<number, OpenPeriod[]>, day: Day): OpenPeriod[] {
  const counts = new Map<string, { periods: OpenPeriod[]; count: number }>()
  for (const [number, periods] of days) {
    if (findWeekday(number) !== day) continue
    const key = JSON.stringify(periods)
    counts.set(key, { periods, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].reduce((most, next) => (next.count > most.count ? next : most)).periods
}

function toSpecialEntries(day: number, periods: OpenPeriod[]): NonNullable<Hours['special']> {
  const date = formatDate(day)
  return periods.length === 0 ? [{ date, closed: true }] : periods.map((period) => ({ date, ...formatPeriod(period) }))
}

function formatPeriod({ opens, closes }: OpenPeriod): { opens: string; closes: string } {
  return { opens: formatClock(opens), closes: closes === 1440 ? '24:00' : formatClock(closes % 1440) }
}

function formatClock(minute: number): string {
  return `${padToTwo(Math.floor(minute / 60))}:${padToTwo(minute % 60)}`
}

function isSame(one: OpenPeriod[], other: OpenPeriod[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
