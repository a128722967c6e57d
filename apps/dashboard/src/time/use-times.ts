import { useMemo, useEffect, useState } from 'react'
import { useI18n, translatorForFeatures } from '@buy-locals/features/i18n'
import { toUtcNoon } from '@buy-locals/features/time/dates'
import {
  formatDateTime,
  formatDay,
  formatDayWithYear,
  formatDuration,
  formatTime,
} from '@buy-locals/features/time/format-time'
import { now } from '../clock'

/** Formats times in the reader's way of writing, on the clock of the business. */
export function useTimes(timeZone: string) {
  const i18n = useI18n()
  return useMemo(() => {
    const format = (at: string) => formatTime(i18n, at, timeZone)
    return {
      formatTime: format,
      /** "09:00–09:30" */
      formatSpan: (from: string, to: string) =>
        translatorForFeatures(i18n)('time.range', { from: format(from), to: format(to) }),
      /** "Tue 24 Nov, 09:00" */
      formatMoment: (at: string) => formatDateTime(i18n, at, timeZone),
      /** "Tuesday 24 November", of a local date */
      formatDay: (date: string) => formatDay(i18n, toUtcNoon(date), 'UTC', 'long'),
      /** "Tue 24 Nov 2026", of a local date */
      formatShortDay: (date: string) => formatDayWithYear(i18n, toUtcNoon(date), 'UTC'),
      formatLength: (minutes: number) => formatDuration(i18n, minutes),
    }
  }, [i18n, timeZone])
}

/** The time, updated every half minute. */
export function useNow() {
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return time
}
