import { translatorForFeatures, type I18n } from '../i18n'
import { addMinutes, cachedFormat, toLocalDate, toMilliseconds } from './dates'

function formatPart(i18n: I18n, instant: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  const [[type] = ['']] = Object.entries(options)
  const parts = cachedFormat(i18n.locale, zone, options).formatToParts(toMilliseconds(instant))
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

/** "Monday" of 1 */
export const formatWeekday = ({ locale }: I18n, day: number, length: Length = 'long') =>
  cachedFormat(locale, 'UTC', { weekday: length }).format(Date.UTC(2024, 0, day)) // 1 January 2024 was a Monday

/** "09:00" */
export const formatTime = (i18n: I18n, instant: string, zone: string) =>
  cachedFormat(i18n.locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    toMilliseconds(instant),
  )

/** "MST" */
export const formatZone = (i18n: I18n, instant: string, zone: string) =>
  cachedFormat(i18n.locale, zone, { timeZoneName: 'short' })
    .formatToParts(toMilliseconds(instant))
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

/** "Today", "Tomorrow" or "Tue 24 Nov" */
export function formatRelativeDay(i18n: I18n, instant: string, zone: string, now: string): string {
  const t = translatorForFeatures(i18n)
  const date = toLocalDate(instant, zone)
  if (date === toLocalDate(now, zone)) return t('time.today')
  if (date === toLocalDate(addMinutes(now, 24 * 60), zone)) return t('time.tomorrow')
  return formatDay(i18n, instant, zone)
}

/** "45 min", "1 h 30 min" */
export function formatDuration(i18n: I18n, minutes: number): string {
  const t = translatorForFeatures(i18n)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return t('time.minutes', { count: rest })
  return rest === 0 ? t('time.hours', { hours }) : t('time.hoursMinutes', { hours, minutes: rest })
}
