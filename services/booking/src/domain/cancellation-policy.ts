import type { Temporal } from 'temporal-polyfill'
import type { BasisPoints } from '@buy-locals/values/money'

export type Policy = { freeUntilHours: number; lateRefundShare: BasisPoints; noShowRefundShare: BasisPoints }

export const everything: BasisPoints = 10_000

/** Elapsed hours, not hours on a wall clock: a day's notice is 24 hours also when the clocks change. */
export function shareOnCancelling(policy: Policy, start: Temporal.Instant, now: Temporal.Instant): BasisPoints {
  const limit = start.subtract({ hours: policy.freeUntilHours })
  return now.epochNanoseconds <= limit.epochNanoseconds ? everything : policy.lateRefundShare
}
