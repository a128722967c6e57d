import { translatorForFeatures, type I18n } from '../i18n/i18n'

/** Intl counts in milliseconds; so pages that only show times do without a calendar library. */
const milliseconds = (instant: string) => Date.parse(instant)

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, zone, options])
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  formats.set(key, kept)
  return kept
}

function part(i18n: I18n, instant: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  const [[type] = ['']] = Object.entries(options)
  const parts = format(i18n.locale, zone, options).formatToParts(milliseconds(instant))
  return parts.find((piece) => piece.type === type)?.value ?? ''
}

type Length = 'short' | 'long'
const calendarParts = (i18n: I18n, instant: string, zone: string, length: Length) => ({
  weekday: part(i18n, instant, zone, { weekday: length }),
  day: part(i18n, instant, zone, { day: 'numeric' }),
  month: part(i18n, instant, zone, { month: length }),
  year: part(i18n, instant, zone, { year: 'numeric' }),
})

/** "Tue 24 Nov" */
export const dayOf = (i18n: I18n, instant: string, zone: string, length: Length = 'short') =>
  translatorForFeatures(i18n)('time.day', calendarParts(i18n, instant, zone, length))

/** "Tue 24 Nov 2026" */
export const dayOfYear = (i18n: I18n, instant: string, zone: string, length: Length = 'short') =>
  translatorForFeatures(i18n)('time.dayOfYear', calendarParts(i18n, instant, zone, length))

/** "09:00" */
export const timeOf = (i18n: I18n, instant: string, zone: string) =>
  format(i18n.locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(milliseconds(instant))

/** "MST" */
export const zoneOf = (i18n: I18n, instant: string, zone: string) =>
  format(i18n.locale, zone, { timeZoneName: 'short' })
    .formatToParts(milliseconds(instant))
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone

/** "Tue 24 Nov, 09:00" */
export const whenOf = (i18n: I18n, instant: string, zone: string, length: Length = 'short') =>
  translatorForFeatures(i18n)('time.at', { day: dayOf(i18n, instant, zone, length), time: timeOf(i18n, instant, zone) })

/** "Tue 24 Nov, 09:00 MST" */
export const whenExactly = (i18n: I18n, instant: string, zone: string) =>
  translatorForFeatures(i18n)('time.atZone', {
    day: dayOf(i18n, instant, zone),
    time: timeOf(i18n, instant, zone),
    zone: zoneOf(i18n, instant, zone),
  })

/** The local date of an instant, 'YYYY-MM-DD'. */
export const dateOf = (instant: string, zone: string) => isoOf(milliseconds(instant), zone).slice(0, 10)

/** Noon in Greenwich has the same date nearly everywhere, and always in UTC: good to write a local date with. */
export const noonOf = (date: string) => `${date}T12:00:00Z`

/** "Today", "Tomorrow" or "Tue 24 Nov" */
export function dayFrom(i18n: I18n, instant: string, zone: string, now: string): string {
  const t = translatorForFeatures(i18n)
  const date = dateOf(instant, zone)
  if (date === dateOf(now, zone)) return t('time.today')
  if (date === dateOf(later(now, 24 * 60), zone)) return t('time.tomorrow')
  return dayOf(i18n, instant, zone)
}

/** Elapsed minutes after (or, below zero, before) an instant. */
export const later = (instant: string, minutes: number) => `${isoOf(milliseconds(instant) + minutes * 60_000, 'UTC')}Z`

/** Whether clocks in two zones show the same at that instant. */
export const sameClock = (instant: string, one: string, other: string) =>
  isoOf(milliseconds(instant), one) === isoOf(milliseconds(instant), other)

function isoOf(epoch: number, zone: string): string {
  const parts = format('en', zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(epoch)
  const at = (type: Intl.DateTimeFormatPartTypes) => parts.find((piece) => piece.type === type)?.value ?? ''
  return `${at('year')}-${at('month')}-${at('day')}T${at('hour')}:${at('minute')}:${at('second')}`
}

/** "45 min", "1 h 30 min" */
export function lengthOf(i18n: I18n, minutes: number): string {
  const t = translatorForFeatures(i18n)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return t('time.minutes', { count: rest })
  return rest === 0 ? t('time.hours', { hours }) : t('time.hoursMinutes', { hours, minutes: rest })
}
