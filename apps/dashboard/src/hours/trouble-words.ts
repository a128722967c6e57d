import { weekdayName } from '../time/weekday'
import type { Say } from '../words/say'
import type { SpecialDay } from './special-days'
import { troublesIn, type Week } from './week'

/** The first thing that has to be put right before hours can be saved. */
export function troubleWords(
  { week, special = [] }: { week: Week; special?: readonly SpecialDay[] },
  say: Say,
  locale: string,
): string | undefined {
  const [first] = troublesIn(week)
  if (first) return say(`hours.${first.kind}`, { day: weekdayName(locale, first.day) })
  const undone = special.find(({ date, closed, opens, closes }) => !date || (!closed && (!opens || !closes)))
  return undone && (undone.date ? say('hours.missing', { day: undone.date }) : say('hours.missingDate'))
}
