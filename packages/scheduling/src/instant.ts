import { DAY, formatDate, parseLeadingDate, padToTwo } from './dates.ts'
import { parseDigits, rejectField } from './parse.ts'

/** Seconds since 1970 of an RFC 3339 instant, to the microsecond. */
export function parseInstant(text: string, field: () => string): number {
  const seconds = parseSeconds(text)
  return Number.isNaN(seconds) ? rejectField(field(), text, 'an RFC 3339 instant') : seconds
}

/** Writes UTC to the second, YYYY-MM-DDTHH:MM:SSZ, and remembers what recurs: the date written last, the times. */
export function createUtcFormatter(): (second: number) => string {
  let [written, date] = [NaN, '']
  const times = new Map<number, string>()
  return (second) => {
    const day = Math.floor(second / DAY)
    if (day !== written) [written, date] = [day, formatDate(day)]
    const rest = second - day * DAY
    const time = times.get(rest) ?? formatTime(rest)
    times.set(rest, time)
    return date + time
  }
}

export function formatUtc(second: number): string {
  return createUtcFormatter()(second)
}

function formatTime(rest: number): string {
  return `T${padToTwo(Math.floor(rest / 3600))}:${padToTwo(Math.floor(rest / 60) % 60)}:${padToTwo(rest % 60)}Z`
}

function parseSeconds(text: string): number {
  const [hour, minute, second] = [parseDigits(text, 11, 2), parseDigits(text, 14, 2), parseDigits(text, 17, 2)]
  const isPunctuated = (text[10] === 'T' || text[10] === 't') && text[13] === ':' && text[16] === ':'
  if (!isPunctuated || !(hour <= 23 && minute <= 59 && second <= 60)) return NaN
  const zoneAt = text[19] === '.' ? findEndOfDigits(text, 20) : 19
  if (zoneAt === 20) return NaN
  const whole = parseLeadingDate(text) * DAY + hour * 3600 + minute * 60 + second - parseOffset(text, zoneAt)
  if (second === 60) return whole % DAY === 0 ? whole - 1 : NaN
  return zoneAt === 19 ? whole : whole + parseFraction(text.slice(19, zoneAt))
}

function findEndOfDigits(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++
  return at
}

// A fraction beyond what a number holds here must still not look like a whole second.
function parseFraction(text: string): number {
  const value = Number(text)
  return value === 0 ? 0 : Math.min(Math.max(value, 1e-6), 1 - 1e-6)
}

function parseOffset(text: string, at: number): number {
  const sign = text[at]
  if (sign === 'Z' || sign === 'z') return text.length === at + 1 ? 0 : NaN
  if ((sign !== '+' && sign !== '-') || text[at + 3] !== ':' || text.length !== at + 6) return NaN
  const [hours, minutes] = [parseDigits(text, at + 1, 2), parseDigits(text, at + 4, 2)]
  if (!(hours <= 23 && minutes <= 59)) return NaN
  return (sign === '-' ? -1 : 1) * (hours * 3600 + minutes * 60)
}
