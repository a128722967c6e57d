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
export const toSecond = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' })

export const localDateOf = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainDate().toString()

/** The first instant of a local date, which is not midnight where a clock change skips it. */
export const startOfDay = (date: string, zone: string): Temporal.Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant()

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0

export const laterOf = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (isBefore(a, b) ? b : a)

export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days

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
