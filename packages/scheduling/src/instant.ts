import { DAY, dateText, dayAtStartOf, twoDigits } from './calendar.ts'
import { digits } from './digits.ts'
import { refuse } from './refuse.ts'

/** Seconds since 1970 of an RFC 3339 instant, to the microsecond. */
export function readInstant(text: string, field: () => string): number {
  const seconds = secondsOf(text)
  return Number.isNaN(seconds) ? refuse(field(), text, 'an RFC 3339 instant') : seconds
}

/** Writes UTC to the second, YYYY-MM-DDTHH:MM:SSZ, and remembers what recurs: the date written last, the times. */
export function utcWriter(): (second: number) => string {
  let [written, date] = [NaN, '']
  const times = new Map<number, string>()
  return (second) => {
    const day = Math.floor(second / DAY)
    if (day !== written) [written, date] = [day, dateText(day)]
    const rest = second - day * DAY
    const time = times.get(rest) ?? timeText(rest)
    times.set(rest, time)
    return date + time
  }
}

export function utc(second: number): string {
  return utcWriter()(second)
}

function timeText(rest: number): string {
  return `T${twoDigits(Math.floor(rest / 3600))}:${twoDigits(Math.floor(rest / 60) % 60)}:${twoDigits(rest % 60)}Z`
}

function secondsOf(text: string): number {
  const [hour, minute, second] = [digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2)]
  const punctuated = (text[10] === 'T' || text[10] === 't') && text[13] === ':' && text[16] === ':'
  if (!punctuated || !(hour <= 23 && minute <= 59 && second <= 60)) return NaN
  const zoneAt = text[19] === '.' ? endOfDigits(text, 20) : 19
  if (zoneAt === 20) return NaN
  const whole = dayAtStartOf(text) * DAY + hour * 3600 + minute * 60 + second - offsetOf(text, zoneAt)
  if (second === 60) return whole % DAY === 0 ? whole - 1 : NaN
  return zoneAt === 19 ? whole : whole + fraction(text.slice(19, zoneAt))
}

function endOfDigits(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++
  return at
}

// A fraction beyond what a number holds here must still not look like a whole second.
function fraction(text: string): number {
  const value = Number(text)
  return value === 0 ? 0 : Math.min(Math.max(value, 1e-6), 1 - 1e-6)
}

function offsetOf(text: string, at: number): number {
  const sign = text[at]
  if (sign === 'Z' || sign === 'z') return text.length === at + 1 ? 0 : NaN
  if ((sign !== '+' && sign !== '-') || text[at + 3] !== ':' || text.length !== at + 6) return NaN
  const [hours, minutes] = [digits(text, at + 1, 2), digits(text, at + 4, 2)]
  if (!(hours <= 23 && minutes <= 59)) return NaN
  return (sign === '-' ? -1 : 1) * (hours * 3600 + minutes * 60)
}
