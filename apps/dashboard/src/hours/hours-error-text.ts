import type { I18n } from '@buy-locals/features/i18n'
import { toUtcNoon } from '@buy-locals/features/time/dates'
import { formatDayWithYear, formatWeekday } from '@buy-locals/values/format-time'
import type { Translate } from '../messages/use-t'
import { findSpecialError, maxSpecialDays, type SpecialRange } from './special-ranges'
import { findHoursErrors, type Week } from './week'

/** The first thing that has to be put right before hours can be saved. */
export function hoursErrorText(
  i18n: I18n,
  t: Translate,
  week: Week,
  special: readonly SpecialRange[] = [],
): string | undefined {
  const [first] = findHoursErrors(week)
  if (first) return t(`hours.${first.kind}`, { day: formatWeekday(i18n, first.day) })
  const found = findSpecialError(special)
  if (!found) return undefined
  if (found.kind === 'missingDate') return t('hours.missingDate')
  if (found.kind === 'tooMany') return t('hours.tooManyDays', { max: maxSpecialDays })
  const day = formatDayWithYear(i18n, toUtcNoon(found.range?.from ?? ''), 'UTC')
  return t(found.kind === 'order' ? 'hours.dayOrder' : 'hours.missing', { day })
}
