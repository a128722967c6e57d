import type { I18n } from '@buy-locals/features/i18n'
import { toUtcNoon } from '@buy-locals/features/time/dates'
import { formatDayWithYear, formatWeekday } from '@buy-locals/values/format-time'
import type { Translate } from '../messages/use-t'
import { findSpecialError, maxSpecialDays, type SpecialError, type SpecialRange } from './special-ranges'
import { findHoursErrors, type HoursError, type Week } from './week'

export type WeekFault = Omit<HoursError, 'kind'> & { text: string }
export type SpecialFault = Omit<SpecialError, 'kind'> & { text: string }

/** The first thing of the week that has to be put right before it can be saved. */
export function findWeekFault(i18n: I18n, t: Translate, week: Week): WeekFault | undefined {
  const [first] = findHoursErrors(week)
  if (!first) return undefined
  const { kind, ...place } = first
  return { ...place, text: t(`hours.${kind}`, { day: formatWeekday(i18n, first.day) }) }
}

/** The first of the special days. */
export function findSpecialFault(i18n: I18n, t: Translate, special: readonly SpecialRange[]): SpecialFault | undefined {
  const found = findSpecialError(special)
  if (!found) return undefined
  const { kind, ...place } = found
  if (kind === 'missingDate') return { ...place, text: t('hours.missingDate') }
  if (kind === 'tooMany') return { ...place, text: t('hours.tooManyDays', { max: maxSpecialDays }) }
  const day = formatDayWithYear(i18n, toUtcNoon(special[found.at]?.from ?? ''), 'UTC')
  return { ...place, text: t(kind === 'order' ? 'hours.dayOrder' : 'hours.missing', { day }) }
}
