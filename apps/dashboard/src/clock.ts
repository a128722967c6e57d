import { Temporal } from 'temporal-polyfill'

/** The reader's own clock, zone and language. Everything else gets them as arguments. */
export const now = () => Temporal.Now.instant()
export const browserTimeZone = () => Temporal.Now.timeZoneId()
export const browserLocale = () => navigator.language || 'en'
