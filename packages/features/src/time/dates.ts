import { cachedFormat } from '@buy-locals/values/date-format'

/** Intl counts in milliseconds, so pages that only show times need no calendar library. */
export const toMilliseconds = (instant: string) => Date.parse(instant)

const localTimes = new Map<string, string>()
const mostLocalTimes = 1_000

/** The cards of a list ask for the same times: now, and when shops usually open and close. */
function toLocalIso(milliseconds: number, zone: string): string {
  const key = `${milliseconds} ${zone}`
  const local = localTimes.get(key) ?? computeLocalIso(milliseconds, zone)
  if (localTimes.size >= mostLocalTimes) localTimes.clear()
  localTimes.set(key, local)
  return local
}

function computeLocalIso(milliseconds: number, zone: string): string {
  const parts = cachedFormat('en', zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(milliseconds)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((piece) => piece.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`
}

/** The local date of an instant, 'YYYY-MM-DD'. */
export const toLocalDate = (instant: string, zone: string) => toLocalIso(toMilliseconds(instant), zone).slice(0, 10)

/** The hour of the local clock, 0 to 23. */
export const toLocalHour = (instant: string, zone: string) =>
  Number(toLocalIso(toMilliseconds(instant), zone).slice(11, 13))

/** What the local clock shows, '09:30'. */
export const toLocalTime = (instant: string, zone: string) => toLocalIso(toMilliseconds(instant), zone).slice(11, 16)

/** Noon in UTC has the same date nearly everywhere, so a local date can be formatted from it. */
export const toUtcNoon = (date: string) => `${date}T12:00:00Z`

/** Elapsed minutes after (or, below zero, before) an instant. */
export const addMinutes = (instant: string, minutes: number) =>
  `${toLocalIso(toMilliseconds(instant) + minutes * 60_000, 'UTC')}Z`

/** Whether clocks in two zones show the same at that instant. */
export const isSameLocalTime = (instant: string, one: string, other: string) =>
  toLocalIso(toMilliseconds(instant), one) === toLocalIso(toMilliseconds(instant), other)

const minutesOfDay = 24 * 60

/** Local dates are counted in UTC, where every day has 24 hours. */
export const addDays = (date: string, days: number) =>
  toLocalDate(addMinutes(toUtcNoon(date), days * minutesOfDay), 'UTC')

const mondayNoon = toMilliseconds('2024-01-01T12:00:00Z')

/** 1 = Monday … 7 = Sunday */
export function toWeekday(date: string): number {
  const days = Math.round((toMilliseconds(toUtcNoon(date)) - mondayNoon) / 86_400_000)
  return (((days % 7) + 7) % 7) + 1
}

/** A date that exists: neither "tomorrow" nor 30 February. */
export const isDate = (text: string) =>
  /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toMilliseconds(toUtcNoon(text))) && addDays(text, 0) === text

/** The zone of a device, as far as it says one: some call it 'Etc/Unknown', and then know nothing of that. */
export const knownZone = (zone: string | null | undefined): string | undefined =>
  zone && !/^Etc\/Unknown$/i.test(zone) ? zone : undefined
