import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

export type Clock = () => Temporal.Instant

/** RFC 3339 with any offset. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => !/\.\d{10}/.test(text), 'at most nine decimal places')
  .meta({ id: 'Instant', description: 'RFC 3339, with an offset or Z' })
/** Of a year that PostgreSQL and every calendar know. */
export const localDate = z.iso
  .date()
  .refine((date) => date >= '0001', 'a date from the year 1 on')
  .meta({ id: 'LocalDate' })
export const wallTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of day as HH:MM')
  .meta({ id: 'WallTime' })

/** A zone by its IANA name, UTC or a place, that Intl, Temporal and PostgreSQL all know. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'not an IANA time zone')
  .meta({ id: 'TimeZone', examples: ['America/Boise'] })

/** The zone that somebody's browser reports. One that is not known here is as if none was sent. */
export const reportedZone = timeZone.optional().catch(undefined)

/** 'YYYY-MM-DDTHH:MM:SSZ': how every instant is written in answers, events and tables. */
export function toSecond(at: Temporal.Instant): string {
  const text = new Date(at.epochMilliseconds).toISOString() // a tenth of the time that Temporal takes
  return text.length === 24 ? `${text.slice(0, 19)}Z` : at.toString({ smallestUnit: 'second' })
}

/** Reads what `toSecond` has written, and nothing that anybody else has. */
export const fromSecond = (text: string): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(Date.parse(text))

/** YYYY-MM-DD. */
export const localDateOf = (at: Temporal.Instant, zone: string): string => localTimeOf(at, zone).split('T')[0] ?? ''

/** YYYY-MM-DDTHH:MM. Every booking asks for some, and Intl alone takes a tenth of the time. Before 1970 calendars differ, and after 9998 the length of a year. */
export function localTimeOf(at: Temporal.Instant, zone: string): string {
  const ms = at.epochMilliseconds
  if (ms < 0 || ms > endOfFourDigits)
    return at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  return localTimes(zone).format(ms).replace(' ', 'T')
}

const endOfFourDigits = Date.UTC(9999, 0)
const twoDigits = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const

/** Sweden writes ISO 8601. */
const localTimes = remember(
  (timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', ...twoDigits, hourCycle: 'h23' }),
)

/** The first instant of a local date, which is not midnight where a clock change skips it. */
export const startOfDay = (date: string, zone: string): Temporal.Instant => daysOf(`${date} ${zone}`)

const daysOf = remember((dateAndZone) => {
  const [date = '', zone = ''] = dateAndZone.split(' ')
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant()
})

/** When a clock of the zone shows that time on the date. */
export const instantOf = (date: string, wall: string, zone: string): Temporal.Instant =>
  wallTimesOf(`${date}T${wall} ${zone}`)

const wallTimesOf = remember((wallAndZone) => {
  const [wall = '', zone = ''] = wallAndZone.split(' ')
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant()
})

/** What depends on a text alone. Few are in use at a time. */
function remember<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>()
  return (text) => {
    const found = made.get(text)
    if (found !== undefined) return found
    if (made.size >= 1_000) made.clear()
    const value = make(text)
    made.set(text, value)
    return value
  }
}

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0

export const laterOf = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (isBefore(a, b) ? b : a)

export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 // dates without a time are UTC

/** A stored zone; where nobody knows it any more, the other one, so that one row never fails what shows it. */
export const usableZone = (stored: string, otherwise = 'UTC'): string => (isTimeZone(stored) ? stored : otherwise)

const supportedZones = new Set<string>()
const withdrawn = 'US/Pacific-New' // in 2020, and Intl has it still

/** To ask Intl takes a tenth of a millisecond, which a list of bookings would pay for each of them. */
function isTimeZone(zone: string): boolean {
  if (supportedZones.has(zone)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    const isPlace = zone === 'UTC' || (/^[A-Za-z]\w*\/[\w/+-]+$/.test(zone) && zone !== withdrawn)
    if (isPlace && supportedZones.size < 1_000) supportedZones.add(zone)
    return isPlace
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
