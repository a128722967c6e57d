import { weekdayName } from '../time/weekday'
import type { Translate } from '../messages/use-t'
import type { SpecialDay } from './special-days'
import { hoursErrorsIn, type Week } from './week'

/** The first thing that has to be put right before hours can be saved. */
export function hoursErrorText(
  { week, special = [] }: { week: Week; special?: readonly SpecialDay[] },
  t: Translate,
  locale: string,
): string | undefined {
  const [first] = hoursErrorsIn(week)
  if (first) return t(`hours.${first.kind}`, { day: weekdayName(locale, first.day) })
  const undone = special.find(({ date, closed, opens, closes }) => !date || (!closed && (!opens || !closes)))
  return undone && (undone.date ? t('hours.missing', { day: undone.date }) : t('hours.missingDate'))
}
