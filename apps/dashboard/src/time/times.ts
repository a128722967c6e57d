import { Temporal } from 'temporal-polyfill'
import { localDateOf } from '@buy-locals/values/time'

export const dateIn = (at: string, timeZone: string): string => localDateOf(Temporal.Instant.from(at), timeZone)

export const daysAfter = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()

/** What an address or a field says, where it is a date. */
export const dateFrom = (text: string | null): string | undefined =>
  text && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) ? daysAfter(text, 0) : undefined

/** The instant of a wall time on a date; one that a clock change skips moves forward. */
export const instantAt = (date: string, time: string, timeZone: string): string =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time }).toInstant().toString()

export const minutesLater = (at: string, minutes: number): string =>
  Temporal.Instant.from(at).add({ minutes }).toString()

/** '09:30', as a time field takes it. */
export const wallTimeAt = (at: string, timeZone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
