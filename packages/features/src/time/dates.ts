import { toLocalDate, addMinutes, toUtcNoon } from './when'

const minutesOfDay = 24 * 60

/** Local dates are counted in UTC, where every day has 24 hours. */
export const addDays = (date: string, days: number) =>
  toLocalDate(addMinutes(toUtcNoon(date), days * minutesOfDay), 'UTC')

const mondayNoon = Date.parse('2024-01-01T12:00:00Z')

/** 1 = Monday … 7 = Sunday */
export function toWeekday(date: string): number {
  const days = Math.round((Date.parse(toUtcNoon(date)) - mondayNoon) / 86_400_000)
  return (((days % 7) + 7) % 7) + 1
}

/** A date that the calendar has: neither "tomorrow" nor 30 February. */
export const isDate = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(toUtcNoon(text))) && addDays(text, 0) === text
