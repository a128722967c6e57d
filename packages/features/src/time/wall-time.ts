import { toLocalTime } from './dates'
import { instantOf, toSecond } from '@buy-locals/values/time'

/** The instant of a wall time on a date, as fields have both; one that a clock change skips moves forward. */
export const toInstant = (date: string, time: string, timeZone: string): string =>
  toSecond(instantOf(date, time, timeZone))

/** Where a clock is put forward, it skips an hour: on that date there is no such time. */
export const isSkipped = (date: string, time: string, timeZone: string): boolean =>
  toLocalTime(toInstant(date, time, timeZone), timeZone) !== time

/** What somebody types as a time of day: "9:30", "0930" or "2:30 PM" as '14:30'; undefined where it is none. */
export function readWallTime(typed: string): string | undefined {
  const [, hour = '', minute = '0', half] =
    /^(\d{1,2})[:.\s]?(\d{2})?\s*(?:([ap])\.?\s?m?\.?)?$/i.exec(typed.trim()) ?? []
  if (!hour) return undefined
  const isAfternoon = half?.toLowerCase() === 'p'
  const hours = half ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : Number(hour)
  const isTime = hours < 24 && Number(minute) < 60 && (!half || (Number(hour) >= 1 && Number(hour) <= 12))
  return isTime ? `${String(hours).padStart(2, '0')}:${minute.padStart(2, '0')}` : undefined
}
