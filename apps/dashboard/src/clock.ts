import { Temporal } from 'temporal-polyfill'

/** What is the reader's own: clock, zone and language. Everything else is handed them. */
export const now = () => Temporal.Now.instant()
export const readersZone = () => Temporal.Now.timeZoneId()
export const readersLocale = () => navigator.language || 'en'
