import { useMemo } from 'react'
import {
  formatDates,
  formatDateTime,
  formatDateTimeRange,
  formatDay,
  formatDaysWithYear,
  formatDayWithYear,
  formatDuration,
  formatHour,
  formatMonthDay,
  formatTime,
  formatTimeRange,
  formatWeekday,
} from '@buy-locals/values/format-time'
import { useI18n } from '../i18n'
import { toUtcNoon, toWeekday } from './dates'
import { dayTitle, weekdayTitle } from './day-title'

/** Formats times in the reader's way of writing, on the clock of the business. */
export function useTimes(timeZone: string) {
  const i18n = useI18n()
  return useMemo(() => {
    return {
      formatTime: (at: string) => formatTime(i18n, at, timeZone),
      /** "9 AM" */
      formatHour: (at: string) => formatHour(i18n, at, timeZone),
      /** "9:00 – 9:30 AM" */
      formatSpan: (from: string, to: string) => formatTimeRange(i18n, from, to, timeZone),
      /** "Tue, Nov 24, 9:00 AM" */
      formatMoment: (at: string) => formatDateTime(i18n, at, timeZone),
      /** "Tue, Nov 24, 9:00 – 9:30 AM" */
      formatMomentSpan: (from: string, to: string) => formatDateTimeRange(i18n, from, to, timeZone),
      /** "Tuesday, November 24", of a local date */
      formatDay: (date: string) => formatDay(i18n, toUtcNoon(date), 'UTC', 'long'),
      /** The same, where a line begins with it. */
      dayTitle: (date: string) => dayTitle(i18n, date),
      /** "Tuesday", of a local date */
      formatWeekday: (date: string) => formatWeekday(i18n, toWeekday(date)),
      /** The same, where a line begins with it. */
      weekdayTitle: (date: string) => weekdayTitle(i18n, toWeekday(date)),
      /** "November 24", of a local date */
      formatMonthDay: (date: string) => formatMonthDay(i18n, toUtcNoon(date), 'UTC'),
      /** "Tue, Nov 24, 2026", of a local date */
      formatShortDay: (date: string) => formatDayWithYear(i18n, toUtcNoon(date), 'UTC'),
      /** "Tue, Nov 24 – Fri, Nov 27, 2026", of local dates */
      formatShortDays: (from: string, to: string) => formatDaysWithYear(i18n, toUtcNoon(from), toUtcNoon(to), 'UTC'),
      /** "Nov 24 – 27, 2026", of local dates */
      formatDates: (from: string, to: string) => formatDates(i18n, toUtcNoon(from), toUtcNoon(to), 'UTC'),
      formatLength: (minutes: number) => formatDuration(i18n, minutes),
    }
  }, [i18n, timeZone])
}
