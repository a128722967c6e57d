import type { I18n } from '@buy-locals/features/i18n'
import { formatWeekday } from '@buy-locals/values/format-time'
import type { Translate } from '../messages/use-t'
import type { SpecialDay } from './special-days'
import { findHoursErrors, type Week } from './week'

/** The first thing that has to be put right before hours can be saved. */
export function hoursErrorText(
  i18n: I18n,
  t: Translate,
  week: Week,
  special: readonly SpecialDay[] = [],
): string | undefined {
  const [first] = findHoursErrors(week)
  if (first) return t(`hours.${first.kind}`, { day: formatWeekday(i18n, first.day) })
  const incomplete = special.find(({ date, closed, opens, closes }) => !date || (!closed && (!opens || !closes)))
  return incomplete && (incomplete.date ? t('hours.missing', { day: incomplete.date }) : t('hours.missingDate'))
}
