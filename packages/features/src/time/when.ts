import { translatorForFeatures, type I18n } from '../i18n/i18n'

/** Intl counts in milliseconds; so pages that only show times do without a calendar library. */
const milliseconds = (instant: string) => Date.parse(instant)

const formats = new Map<string, Intl.DateTimeFormat>()

function cachedFormat(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, zone, options])
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  formats.set(key, kept)
  return kept
}

function formatPart(i18n: I18n, instant: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  const [[type] = ['']] = Object.entries(options)
  const parts = cachedFormat(i18n.locale, zone, options).formatToParts(milliseconds(instant))
  return parts.find((piece) => piece.type === type)?.value ?? ''
}

type Length = 'short' | 'long'
const calendarParts = (i18n: I18n, instant: string, zone: string, length: Length) => ({
  weekday: formatPart(i18n, instant, zone, { weekday: length }),
  day: formatPart(i18n, instant, zone, { day: 'numeric' }),
  month: formatPart(i18n, instant, zone, { month: length }),
  year: formatPart(i18n, instant, zone, { year: 'numeric' }),
})

/** "Tue 24 Nov" */
export const formatDay = (i18n: I18n, instant: string, zone: string, length: Length = 'short') =>
  translatorForFeatures(i18n)('time.day', calendarParts(i18n, instant, zone, length))

/** "Tue 24 Nov 2026" */
export const formatDayWithYear = (i18n: I18n, instant: string, zone: string, length: Length = 'short') =>
  translatorForFeatures(i18n)('time.dayOfYear', calendarParts(i18n, instant, zone, length))

/** "09:00" */
export const formatTime = (i18n: I18n, instant: string, zone: string) =>
  cachedFormat(i18n.locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    milliseconds(instant),
  )

/** "MST" */
export const formatZone = (i18n: I18n, instant: string, zone: string) =>
  cachedFormat(i18n.locale, zone, { timeZoneName: 'short' })
    .formatToParts(milliseconds(instant))
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone

/** "Tue 24 Nov, 09:00" */
export const formatDateTime = (i18n: I18n, instant: string, zone: string, length: Length = 'short') =>
  translatorForFeatures(i18n)('time.at', {
    day: formatDay(i18n, instant, zone, length),
    time: formatTime(i18n, instant, zone),
  })

/** "Tue 24 Nov, 09:00 MST" */
export const formatDateTimeWithZone = (i18n: I18n, instant: string, zone: string) =>
  translatorForFeatures(i18n)('time.atZone', {
    day: formatDay(i18n, instant, zone),
    time: formatTime(i18n, instant, zone),
    zone: formatZone(i18n, instant, zone),
  })

/** The local date of an instant, 'YYYY-MM-DD'. */
export const toLocalDate = (instant: string, zone: string) => toLocalIso(milliseconds(instant), zone).slice(0, 10)

/** Noon in Greenwich has the same date nearly everywhere, and always in UTC: good to write a local date with. */
export const toUtcNoon = (date: string) => `${date}T12:00:00Z`

/** "Today", "Tomorrow" or "Tue 24 Nov" */
export function formatRelativeDay(i18n: I18n, instant: string, zone: string, now: string): string {
  const t = translatorForFeatures(i18n)
  const date = toLocalDate(instant, zone)
  if (date === toLocalDate(now, zone)) return t('time.today')
  if (date === toLocalDate(addMinutes(now, 24 * 60), zone)) return t('time.tomorrow')
  return formatDay(i18n, instant, zone)
}

/** Elapsed minutes after (or, below zero, before) an instant. */
export const addMinutes = (instant: string, minutes: number) =>
  `${toLocalIso(milliseconds(instant) + minutes * 60_000, 'UTC')}Z`

/** Whether clocks in two zones show the same at that instant. */
export const isSameLocalTime = (instant: string, one: string, other: string) =>
  toLocalIso(milliseconds(instant), one) === toLocalIso(milliseconds(instant), other)

function toLocalIso(epoch: number, zone: string): string {
  const parts = cachedFormat('en', zone, {
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
export function formatDuration(i18n: I18n, minutes: number): string {
  const t = translatorForFeatures(i18n)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return t('time.minutes', { count: rest })
  return rest === 0 ? t('time.hours', { hours }) : t('time.hoursMinutes', { hours, minutes: rest })
}
