import { Temporal } from 'temporal-polyfill'
import { isBefore } from '@buy-locals/values/time'
import type { About } from './notifications.ts'

/** What people are notified of after a visit. */
const afterVisit = [
  ...['booking-completed', 'complaint-filed', 'complaint-decided', 'review-new', 'review-replied'],
  ...['message-from-business', 'message-from-customer'],
]

export const outlivesVisit = (kind: string): boolean => afterVisit.includes(kind)

/** Nobody needs to read in an SMS or a push of a visit that has begun. */
export const isOver = ({ kind, about: { start } }: { kind: string; about: About }, now: Temporal.Instant): boolean =>
  !outlivesVisit(kind) && typeof start === 'string' && isBefore(Temporal.Instant.from(start), now)
