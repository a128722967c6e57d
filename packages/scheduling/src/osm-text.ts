import OpeningHours from 'opening_hours'
import { namesHoliday, withoutHolidays } from './osm-holidays.ts'

// No location: what depends on one (the sun, holidays) is taken out before anything is evaluated.
const read = (text: string) => new OpeningHours(text, null, 0)

/** A text that can be evaluated, holiday rules left out; undefined where nothing certain is left. */
export function readOsm(text: string): OpeningHours | undefined {
  const hours = read(text)
  const tidy = hours.prettifyValue()
  if (/\b(dawn|sunrise|sunset|dusk)\b/.test(tidy.replace(/"[^"]*"/g, ''))) return undefined
  if (!namesHoliday(tidy)) return hours
  const rest = withoutHolidays(tidy)
  return rest === '' ? undefined : read(rest)
}
