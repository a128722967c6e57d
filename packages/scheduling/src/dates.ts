import { parseDigits } from './parse.ts'

/** Seconds in a day of 24 hours, as every day is in UTC and on a wall clock without changes. */
export const DAY = 86_400

export const LAST_DAY = 2_932_896 // 9999-12-31

/** Days since 1 January 1970 of a date written YYYY-MM-DD; NaN where there is no such date. */
export function parseDate(text: string): number {
  return text.length === 10 ? parseLeadingDate(text) : NaN
}

/** The same of a text that goes on after the date. */
export function parseLeadingDate(text: string): number {
  if (text[4] !== '-' || text[7] !== '-') return NaN
  return toDayNumber(parseDigits(text, 0, 4), parseDigits(text, 5, 2), parseDigits(text, 8, 2))
}

/** 1 is Monday. */
export function findWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

// Years are counted from March here, so that the leap day is the last day of its year.
export function toDayNumber(year: number, month: number, date: number): number {
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= countDaysIn(year, month))) return NaN
  const marchYear = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  return marchYear * 365 + countLeapDays(marchYear) + dayOfYear - 719_468
}

export function formatDate(day: number): string {
  const shifted = day + 719_468
  let year = Math.floor(shifted / 365.2425)
  if (shifted < year * 365 + countLeapDays(year)) year--
  else if (shifted >= (year + 1) * 365 + countLeapDays(year + 1)) year++
  const dayOfYear = shifted - year * 365 - countLeapDays(year)
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return `${String(month <= 2 ? year + 1 : year).padStart(4, '0')}-${padToTwo(month)}-${padToTwo(date)}`
}

export function padToTwo(number: number): string {
  return number < 10 ? `0${number}` : `${number}`
}

function countLeapDays(year: number): number {
  return Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}

function countDaysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
