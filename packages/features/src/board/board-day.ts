import { addDays } from '../time/dates'
import type { Temporal } from 'temporal-polyfill'
import { parseDate } from '@buy-locals/scheduling/dates'
import { parseHours } from '@buy-locals/scheduling/hours'
import { mergeShifts, expandShifts } from '@buy-locals/scheduling/shifts'
import { findZone } from '@buy-locals/scheduling/zone'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import { startOfDay, toSecond } from '@buy-locals/values/time'
import type { Span } from './spans'

/** One local date of a business, measured in minutes. */
export function boardDay(date: string, timeZone: string) {
  const first = startOfDay(date, timeZone)
  const minutes = first.until(startOfDay(addDays(date, 1), timeZone)).total('minute')
  const minuteAt = (at: string | Temporal.Instant) => first.until(at).total('minute')
  const within = (minute: number) => Math.min(Math.max(minute, 0), minutes)

  return {
    date,
    timeZone,
    minutes,
    minuteAt,
    /** The part of a time that lies on this day; undefined where none does. */
    spanOf(start: string, end: string): Span | undefined {
      const span = { start: within(minuteAt(start)), end: within(minuteAt(end)) }
      return span.end > span.start ? span : undefined
    },
    instantOf: (minute: number) => toSecond(first.add({ seconds: Math.round(minute * 60) })),
    openSpans(hours: Hours | undefined): Span[] {
      if (!hours) return []
      const day = parseDate(date)
      const timetable = parseHours(hours, 'hours')
      const midnight = first.epochMilliseconds / 1000
      return mergeShifts(expandShifts(timetable, findZone(timeZone), [day - 1, day], midnight))
        .map(({ start, end }) => ({ start: within((start - midnight) / 60), end: within((end - midnight) / 60) }))
        .filter(({ start, end }) => end > start)
    },
  }
}

export type BoardDay = ReturnType<typeof boardDay>
