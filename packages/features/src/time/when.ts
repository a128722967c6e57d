import { says, type Speech } from '../speech/speech'

/** Intl counts in milliseconds; so pages that only show times do without a calendar library. */
const milliseconds = (instant: string) => Date.parse(instant)

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, zone, options])
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  formats.set(key, kept)
  return kept
}

function part(speech: Speech, instant: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  const [[type] = ['']] = Object.entries(options)
  const parts = format(speech.locale, zone, options).formatToParts(milliseconds(instant))
  return parts.find((piece) => piece.type === type)?.value ?? ''
}

type Length = 'short' | 'long'
const calendarParts = (speech: Speech, instant: string, zone: string, length: Length) => ({
  weekday: part(speech, instant, zone, { weekday: length }),
  day: part(speech, instant, zone, { day: 'numeric' }),
  month: part(speech, instant, zone, { month: length }),
  year: part(speech, instant, zone, { year: 'numeric' }),
})

/** "Tue 24 Nov" */
export const dayOf = (speech: Speech, instant: string, zone: string, length: Length = 'short') =>
  says(speech)('time.day', calendarParts(speech, instant, zone, length))

/** "Tue 24 Nov 2026" */
export const dayOfYear = (speech: Speech, instant: string, zone: string, length: Length = 'short') =>
  says(speech)('time.dayOfYear', calendarParts(speech, instant, zone, length))

/** "09:00" */
export const timeOf = (speech: Speech, instant: string, zone: string) =>
  format(speech.locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(milliseconds(instant))

/** "MST" */
export const zoneOf = (speech: Speech, instant: string, zone: string) =>
  format(speech.locale, zone, { timeZoneName: 'short' })
    .formatToParts(milliseconds(instant))
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone

/** "Tue 24 Nov, 09:00" */
export const whenOf = (speech: Speech, instant: string, zone: string, length: Length = 'short') =>
  says(speech)('time.at', { day: dayOf(speech, instant, zone, length), time: timeOf(speech, instant, zone) })

/** "Tue 24 Nov, 09:00 MST" */
export const whenExactly = (speech: Speech, instant: string, zone: string) =>
  says(speech)('time.atZone', {
    day: dayOf(speech, instant, zone),
    time: timeOf(speech, instant, zone),
    zone: zoneOf(speech, instant, zone),
  })

/** The local date of an instant, 'YYYY-MM-DD'. */
export const dateOf = (instant: string, zone: string) => isoOf(milliseconds(instant), zone).slice(0, 10)

/** Noon in Greenwich has the same date nearly everywhere, and always in UTC: good to write a local date with. */
export const noonOf = (date: string) => `${date}T12:00:00Z`

/** "Today", "Tomorrow" or "Tue 24 Nov" */
export function dayFrom(speech: Speech, instant: string, zone: string, now: string): string {
  const say = says(speech)
  const date = dateOf(instant, zone)
  if (date === dateOf(now, zone)) return say('time.today')
  if (date === dateOf(later(now, 24 * 60), zone)) return say('time.tomorrow')
  return dayOf(speech, instant, zone)
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
export function lengthOf(speech: Speech, minutes: number): string {
  const say = says(speech)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return say('time.minutes', { count: rest })
  return rest === 0 ? say('time.hours', { hours }) : say('time.hoursMinutes', { hours, minutes: rest })
}
