import { Temporal } from 'temporal-polyfill'
import { isDate } from '@buy-locals/features/time/dates'

/** A date of an address or a field; undefined where it is none. */
export const parseDate = (text: string | null): string | undefined => (text && isDate(text) ? text : undefined)

/** The instant of a wall time on a date; one that a clock change skips moves forward. */
export const toInstant = (date: string, time: string, timeZone: string): string =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time }).toInstant().toString()

/** '09:30', as a time field takes it. */
export const toWallTime = (at: string, timeZone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
