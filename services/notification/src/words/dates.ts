import { Temporal } from 'temporal-polyfill'

/** 'Tue, Nov 24, 2026, 9:00 AM MST': day, time and zone, as mails are read anywhere. */
export function timeInFull(start: string, timeZone: string, locale: string): string {
  const zoned = Temporal.Instant.from(start).toZonedDateTimeISO(timeZone)
  return zoned.toLocaleString(locale, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })
}
