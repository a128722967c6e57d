import type { Temporal } from 'temporal-polyfill'

const hours = 20 * 365 * 24

/** Nothing is booked or looked up twenty years away; the ends of the calendar are not for anybody's diary. */
export const isWithinReach = (at: Temporal.Instant, now: Temporal.Instant): boolean =>
  Math.abs(now.until(at).total('hours')) <= hours
