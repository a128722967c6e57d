import { Temporal } from 'temporal-polyfill'
import { localDateOf } from '@buy-locals/values/time'

export const dateIn = (at: string, timeZone: string): string => localDateOf(Temporal.Instant.from(at), timeZone)

export const daysAfter = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()

/** What an address or a field says, where it is a date. */
export function dateFrom(text: string | null): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text ?? '') ?? []
  if (!Number(year) || !Number(month) || !Number(day)) return undefined
  return Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }).toString()
}

/** The instant of a wall time on a date; one that a clock change skips moves forward. */
export const instantAt = (date: string, time: string, timeZone: string): string =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time }).toInstant().toString()

/** '09:30', as a time field takes it. */
export const wallTimeAt = (at: string, timeZone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
