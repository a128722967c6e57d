import { useMemo } from 'react'
import { useI18n, translatorForFeatures } from '@buy-locals/features/i18n'
import { toUtcNoon } from '@buy-locals/features/time/dates'
import {
  formatDateTime,
  formatDay,
  formatDayWithYear,
  formatDuration,
  formatTime,
} from '@buy-locals/features/time/format-time'

/** Times as the reader writes them, on the clock of the business. */
export function useTimes(timeZone: string) {
  const i18n = useI18n()
  return useMemo(() => {
    const time = (at: string) => formatTime(i18n, at, timeZone)
    return {
      time,
      span: (from: string, to: string) => translatorForFeatures(i18n)('time.range', { from: time(from), to: time(to) }),
      moment: (at: string) => formatDateTime(i18n, at, timeZone),
      /** Of a local date: "Tuesday 24 November". */
      day: (date: string) => formatDay(i18n, toUtcNoon(date), 'UTC', 'long'),
      shortDay: (date: string) => formatDayWithYear(i18n, toUtcNoon(date), 'UTC'),
      length: (minutes: number) => formatDuration(i18n, minutes),
    }
  }, [i18n, timeZone])
}
