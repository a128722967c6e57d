import { Temporal } from 'temporal-polyfill'
import { startOfDay, toSecond } from '@buy-locals/values/time'
import { findFreeSlots, type BookableService } from './bookable-service.ts'

type Date = Temporal.PlainDate
export type FreeStarts = { date: string; freeStarts: number }

/** How many days are counted at once: near ones from today, and each window beyond them. */
export const daysAtOnce = 31

export const listDates = (from: Date, to: Date): string[] =>
  Array.from({ length: Math.max(0, from.until(to).days + 1) }, (_, day) => from.add({ days: day }).toString())

/** Slots come by start, so one pass over the days is enough. */
export function countFreeStartsPerDay(
  bookable: BookableService,
  dates: readonly string[],
  now: Temporal.Instant,
): FreeStarts[] {
  const counts = new Map<string, number>()
  const zone = bookable.business.timeZone
  const dayBegins = dates.map((date) => toSecond(startOfDay(date, zone)))
  const window = { from: dates.at(0) ?? '', to: dates.at(-1) ?? '', now: toSecond(now), partySize: 1 }
  const isPublic = bookable.business.isPublished && bookable.service.active
  let day = 0
  for (const { start } of isPublic ? findFreeSlots(bookable, window) : []) {
    while ((dayBegins[day + 1] ?? '9') <= start) day++
    const date = dates[day] ?? ''
    counts.set(date, (counts.get(date) ?? 0) + 1)
  }
  return dates.map((date) => ({ date, freeStarts: counts.get(date) ?? 0 }))
}

const epoch = Temporal.PlainDate.from('1970-01-01')

/** Windows begin on the same dates whatever day it is, so that a new day changes few of them. */
const toWindowStart = (date: Date) => epoch.add({ days: Math.floor(epoch.until(date).days / daysAtOnce) * daysAtOnce })

/** The first dates of the windows between the near days and the furthest date. */
export function listWindows(today: Date, furthest: Date): Date[] {
  const windows: Date[] = []
  const first = today.add({ days: daysAtOnce })
  if (Temporal.PlainDate.compare(furthest, first) < 0) return windows
  for (
    let from = toWindowStart(first);
    Temporal.PlainDate.compare(from, furthest) <= 0;
    from = from.add({ days: daysAtOnce })
  )
    windows.push(from)
  return windows
}

/** Those dates of a window that are not near. */
export function listDatesOfWindow(today: Date, from: Date): string[] {
  const first = today.add({ days: daysAtOnce })
  return listDates(Temporal.PlainDate.compare(from, first) < 0 ? first : from, from.add({ days: daysAtOnce - 1 }))
}
