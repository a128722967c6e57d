import type { Temporal } from 'temporal-polyfill'
import { isBefore } from '@buy-locals/values/time'

/** Its link was not followed in time. What the operator decides waits as long as it takes. */
export const isOver = ({ expiresAt }: { expiresAt: Temporal.Instant | undefined }, now: Temporal.Instant): boolean =>
  expiresAt !== undefined && isBefore(expiresAt, now)
