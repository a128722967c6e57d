/** "Monday" for 1. */
export const weekdayName = (locale: string, day: number, weekday: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(Date.UTC(2026, 5, day))
