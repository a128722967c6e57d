import { Temporal } from 'temporal-polyfill'
import { maxStartsOfPart, type FreeDay } from '@buy-locals/contracts/booking/shapes'
import { instantOf, localDateOf, startOfDay, toSecond } from '@buy-locals/values/time'
import { findFreeSlots, type BookableService } from './bookable-service.ts'

type Date = Temporal.PlainDate
type Starts = NonNullable<FreeDay['starts']>

/** How many days are counted at once: near ones from today, and each window beyond them. */
export const daysAtOnce = 31

export const listDates = (from: Date, to: Date): string[] =>
  Array.from({ length: Math.max(0, from.until(to).days + 1) }, (_, day) => from.add({ days: day }).toString())

/** Of what is soon all starts are kept, since the next ones change by the minute. Of later days the first are shown, and the last tells until when any is left. */
const keptOfLaterDay = 4
const soonDays = 2

/** Slots come by start, so one pass over the days is enough. */
export function countFreeStartsPerDay(
  bookable: BookableService,
  dates: readonly string[],
  now: Temporal.Instant,
): FreeDay[] {
  const free = new Map<string, number[]>()
  const zone = bookable.business.timeZone
  const dayBegins = dates.map((date) => toSecond(startOfDay(date, zone)))
  const window = { from: dates.at(0) ?? '', to: dates.at(-1) ?? '', now: toSecond(now), partySize: 1 }
  const isPublic = bookable.business.isPublished && bookable.service.active && !bookable.awaitsPayments
  let day = 0
  for (const { start } of isPublic ? findFreeSlots(bookable, window) : []) {
    while ((dayBegins[day + 1] ?? '9') <= start) day++
    const date = dates[day] ?? ''
    const minute = Date.parse(start) / 60_000
    const ofDay = free.get(date)
    if (ofDay) ofDay.push(minute)
    else free.set(date, [minute])
  }
  const later = Temporal.PlainDate.from(localDateOf(now, zone)).add({ days: soonDays }).toString()
  return dates.map((date) => {
    const ofDay = free.get(date)
    if (!ofDay) return { date, freeStarts: 0 }
    const starts = divideDay(ofDay, date, zone, date < later ? maxStartsOfPart : keptOfLaterDay)
    return { date, freeStarts: ofDay.length, starts }
  })
}

function divideDay(all: readonly number[], date: string, zone: string, most: number): Starts {
  const minuteAt = (wall: string) => instantOf(date, wall, zone).epochMilliseconds / 60_000
  const [noon, evening] = [minuteAt('12:00'), minuteAt('17:00')]
  const between = (from: number, to: number) => all.filter((minute) => minute >= from && minute < to)
  const firstAndLast = (part: number[]) => [
    ...part.slice(0, most - 1),
    ...part.slice(Math.max(most - 1, part.length - 1)),
  ]
  return {
    morning: firstAndLast(between(-Infinity, noon)),
    afternoon: firstAndLast(between(noon, evening)),
    evening: firstAndLast(between(evening, Infinity)),
  }
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
