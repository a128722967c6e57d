import { formatMonthDay } from '@buy-locals/values/format-time'
import { translatorForFeatures, type I18n } from '../i18n'
import { toUtcNoon, toWeekday } from './dates'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** "Monday" of 1, as it begins a line: in a sentence many languages write it small. */
export const weekdayTitle = (i18n: I18n, weekday: number): string =>
  translatorForFeatures(i18n)(`time.${weekdays[weekday - 1] ?? 'sunday'}`)

/** "Tuesday, November 24" of a local date, as a heading has it. */
export const dayTitle = (i18n: I18n, date: string): string =>
  translatorForFeatures(i18n)('time.dayTitle', {
    weekday: weekdayTitle(i18n, toWeekday(date)),
    date: formatMonthDay(i18n, toUtcNoon(date), 'UTC'),
  })
