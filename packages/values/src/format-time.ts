import { cachedFormat } from './date-format.ts'
import { numberFormat } from './number-format.ts'

/** Times as the reader writes them, on every screen and in every mail alike. Which parts there are is decided here; their order, their signs and the clock of 12 or 24 hours are the locale's own. */
type Reader = { locale: string }
type Length = 'short' | 'long'

const day = (length: Length) => ({ weekday: length, month: length, day: 'numeric' }) as const
const withYear = { year: 'numeric' } as const
const withZone = { timeZoneName: 'short' } as const

const hours = new Map<string, 'numeric' | '2-digit'>()

/** An hour has one digit or two as in the locale's own short time; Intl does not follow that where hours are asked for. */
function time({ locale }: Reader) {
  const nine = Date.UTC(2024, 0, 1, 9)
  const ownHour = () =>
    cachedFormat(locale, 'UTC', { timeStyle: 'short' })
      .formatToParts(nine)
      .find(({ type }) => type === 'hour')
  const hour = hours.get(locale) ?? (ownHour()?.value.length === 2 ? '2-digit' : 'numeric')
  if (hours.size < 100) hours.set(locale, hour)
  return { hour, minute: '2-digit' } as const
}

const write = ({ locale }: Reader, instant: string, zone: string, options: Intl.DateTimeFormatOptions) =>
  cachedFormat(locale, zone, options).format(Date.parse(instant))

/** "Tue, Nov 24" */
export const formatDay = (reader: Reader, instant: string, zone: string, length: Length = 'short') =>
  write(reader, instant, zone, day(length))

/** "Tue, Nov 24, 2026" */
export const formatDayWithYear = (reader: Reader, instant: string, zone: string, length: Length = 'short') =>
  write(reader, instant, zone, { ...day(length), ...withYear })

/** "Tue, Nov 24 – Fri, Nov 27, 2026" */
export const formatDaysWithYear = (reader: Reader, from: string, to: string, zone: string) =>
  writeRange(reader, from, to, zone, { ...day('short'), ...withYear })

/** "Monday" of 1 */
export const formatWeekday = ({ locale }: Reader, weekday: number, length: Length = 'long') =>
  cachedFormat(locale, 'UTC', { weekday: length }).format(Date.UTC(2024, 0, weekday)) // 1 January 2024 was a Monday

/** "November 24" */
export const formatMonthDay = (reader: Reader, instant: string, zone: string) =>
  write(reader, instant, zone, { month: 'long', day: 'numeric' })

/** "Nov 24 – 27, 2026" */
export const formatDates = (reader: Reader, from: string, to: string, zone: string) =>
  writeRange(reader, from, to, zone, { month: 'short', day: 'numeric', ...withYear })

/** "24", as a calendar shows it. */
export const formatDayOfMonth = (reader: Reader, instant: string, zone: string) =>
  write(reader, instant, zone, { day: 'numeric' })

/** "November 2026", or "November – December 2026" */
export const formatMonths = (reader: Reader, from: string, to: string, zone: string) =>
  writeRange(reader, from, to, zone, { month: 'long', ...withYear })

/** "9:00 AM" */
export const formatTime = (reader: Reader, instant: string, zone: string) => write(reader, instant, zone, time(reader))

/** "9 AM", "9:30 AM": a full hour is only said as one where the clock has AM and PM. */
export const formatHour = (reader: Reader, instant: string, zone: string) =>
  write(reader, instant, zone, isFullHour(reader, instant, zone) ? { hour: 'numeric' } : time(reader))

/** "9:00 – 9:30 AM" */
export const formatTimeRange = (reader: Reader, from: string, to: string, zone: string) =>
  writeTimes(reader, from, to, zone, time(reader))

/** "9 AM – 5 PM" */
export const formatHourRange = (reader: Reader, from: string, to: string, zone: string) =>
  writeTimes(
    reader,
    from,
    to,
    zone,
    [from, to].every((at) => isFullHour(reader, at, zone)) ? { hour: 'numeric' } : time(reader),
  )

/** "Mountain Time" */
export function formatZoneInFull({ locale }: Reader, instant: string, zone: string): string {
  const parts = cachedFormat(locale, zone, { timeZoneName: 'longGeneric' }).formatToParts(Date.parse(instant))
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

/** "Tue, Nov 24, 9:00 AM" */
export const formatDateTime = (reader: Reader, instant: string, zone: string, length: Length = 'short') =>
  write(reader, instant, zone, { ...day(length), ...time(reader) })

/** "Tue, Nov 24, 9:00 – 9:30 AM" */
export const formatDateTimeRange = (reader: Reader, from: string, to: string, zone: string) =>
  writeRange(reader, from, to, zone, { ...day('short'), ...time(reader) })

/** "Tue, Nov 24, 9:00 AM MST" */
export const formatDateTimeWithZone = (reader: Reader, instant: string, zone: string) =>
  write(reader, instant, zone, { ...day('short'), ...time(reader), ...withZone })

/** "Tue, Nov 24, 2026, 9:00 AM MST": for what is read anywhere and at any time, like a mail. */
export const formatDateTimeInFull = (reader: Reader, instant: string, zone: string) =>
  write(reader, instant, zone, { ...day('short'), ...withYear, ...time(reader), ...withZone })

const unit = (name: string) => numberFormat({ style: 'unit', unit: name, unitDisplay: 'short' })
const [inHours, inMinutes] = [unit('hour'), unit('minute')]
const lists = new Map<string, Intl.ListFormat>()

/** "45 min", "1 hr 30 min" */
export function formatDuration({ locale }: Reader, minutes: number): string {
  const list = lists.get(locale) ?? new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' })
  if (lists.size < 100) lists.set(locale, list)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const inFull = hours === 0 || rest > 0 ? [inMinutes(locale).format(rest)] : []
  return list.format(hours === 0 ? inFull : [inHours(locale).format(hours), ...inFull])
}

/** A range has narrow spaces where a single time has ordinary ones, which look alike and are found by no search for each other. */
const withPlainSpaces = (text: string) => text.replaceAll(/[\u2009\u202F]/g, ' ')

const writeRange = ({ locale }: Reader, from: string, to: string, zone: string, options: Intl.DateTimeFormatOptions) =>
  withPlainSpaces(cachedFormat(locale, zone, options).formatRange(Date.parse(from), Date.parse(to)))

/** Where midnight is between two times Intl would write both dates; it tells what stands between times. */
function writeTimes(reader: Reader, from: string, to: string, zone: string, options: Intl.DateTimeFormatOptions) {
  const [first, last] = [from, to].map((at) => write(reader, at, zone, { dateStyle: 'short' }))
  if (first === last) return writeRange(reader, from, to, zone, options)
  const noon = Date.UTC(2024, 0, 1, 12)
  const parts = cachedFormat(reader.locale, 'UTC', time(reader)).formatRangeToParts(noon - 3_600_000, noon)
  const between = parts.find(({ source, type }) => source === 'shared' && type === 'literal')?.value ?? ' – '
  return [from, to].map((at) => write(reader, at, zone, options)).join(withPlainSpaces(between))
}

function isFullHour(reader: Reader, instant: string, zone: string): boolean {
  const parts = cachedFormat(reader.locale, zone, time(reader)).formatToParts(Date.parse(instant))
  const has = (type: string, value?: string) =>
    parts.some((part) => part.type === type && part.value === (value ?? part.value))
  return has('dayPeriod') && has('minute', '00')
}
