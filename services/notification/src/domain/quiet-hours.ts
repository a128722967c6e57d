import { Temporal } from 'temporal-polyfill'
import { isBefore, laterOf } from '@buy-locals/values/time'
import type { About } from './notifications.ts'

/** Of the person who would be woken, by the clock on their wall. */
export const quietHours = { from: 21, until: 8 }

const atHour = (date: Temporal.PlainDate, hour: number, timeZone: string): Temporal.Instant =>
  date.toZonedDateTime({ timeZone, plainTime: { hour } }).toInstant()

/** When the quiet hours end in which this instant is; undefined where it is in none. */
export function endOfQuiet(at: Temporal.Instant, timeZone: string): Temporal.Instant | undefined {
  const local = at.toZonedDateTimeISO(timeZone)
  if (local.hour >= quietHours.until && local.hour < quietHours.from) return undefined
  const date = local.toPlainDate()
  return atHour(local.hour < quietHours.until ? date : date.add({ days: 1 }), quietHours.until, timeZone)
}

/** The last moment before the quiet hours in which this instant is. */
export function lastBeforeQuiet(at: Temporal.Instant, timeZone: string): Temporal.Instant {
  const local = at.toZonedDateTimeISO(timeZone)
  const date = local.toPlainDate()
  const begin = atHour(local.hour < quietHours.until ? date.subtract({ days: 1 }) : date, quietHours.from, timeZone)
  return begin.subtract({ minutes: 1 })
}

type Waiting = { kind: string; about: About; now: Temporal.Instant; zone: string }

/** So long before, somebody may be on their way. */
const urgent = { hours: 3 }

/**
 * Until when an SMS or a push waits, so that it wakes nobody; undefined where it goes out now. What nobody needs to read any
 * more by then does not wait. Of reminders that is what was due before the quiet hours, perhaps in their last minute on
 * purpose, and comes late; one of a visit after them waits, however near it is.
 */
export function waitUntil({ kind, about, now, zone }: Waiting): Temporal.Instant | undefined {
  const end = endOfQuiet(now, zone)
  if (!end) return undefined
  const isReminder = kind === 'booking-reminder'
  const times = (isReminder ? ['start'] : ['start', 'previousStart'])
    .flatMap((name) => about[name] ?? [])
    .map((at) => Temporal.Instant.from(String(at)))
  const near = isReminder ? end : laterOf(end, now.add(urgent))
  return times.some((at) => isBetween(at, now, near)) ? undefined : end
}

const isBetween = (at: Temporal.Instant, from: Temporal.Instant, until: Temporal.Instant) =>
  !isBefore(at, from) && !isBefore(until, at)
