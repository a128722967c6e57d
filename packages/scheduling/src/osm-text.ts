import OpeningHours from 'opening_hours'
import { namesHoliday, withoutHolidays } from './osm-holidays.ts'

// No location: what depends on one (the sun, holidays) is taken out before anything is evaluated.
const read = (text: string) => new OpeningHours(text, null, 0)

/** A text that can be evaluated, holiday rules left out; undefined where it says nothing certain. */
export function readOsm(text: string): { hours: OpeningHours; closesAll: boolean } | undefined {
  const hours = read(text)
  const tidy = hours.prettifyValue()
  const words = tidy.replaceAll(/"[^"]*"/g, '')
  if (dependsOnTheSun(words) || runsRulesTogether(words)) return undefined
  if (!namesHoliday(tidy)) return { hours, closesAll: closesAll(words) }
  const rest = withoutHolidays(tidy)
  return rest === '' ? undefined : { hours: read(rest), closesAll: closesAll(rest) }
}

function dependsOnTheSun(words: string): boolean {
  return /\b(dawn|sunrise|sunset|dusk)\b/.test(words)
}

// "Mo-Fr 08:00-20:00 Sa-Su off" lacks a separator, and the library takes it for one rule that closes everything.
function runsRulesTogether(words: string): boolean {
  return /\d\d:\d\d [A-Z]/.test(words)
}

// Where no day is open, only such words mean it; "Su off" alone leaves the other days unknown.
function closesAll(words: string): boolean {
  return /^(24\/7|00:00-24:00|off|closed|[ ;,:|])+$/.test(words)
}
