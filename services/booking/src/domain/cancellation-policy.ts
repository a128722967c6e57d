import type { Temporal } from 'temporal-polyfill'
import type { Policy } from '@buy-locals/contracts/booking/shapes'
import type { BasisPoints } from '@buy-locals/values/money'

export const fullRefund: BasisPoints = 10_000

/** Elapsed hours, not hours on a wall clock: a day's notice is 24 hours also when the clocks change. */
export function refundShareOnCancellation(policy: Policy, start: Temporal.Instant, now: Temporal.Instant): BasisPoints {
  const limit = start.subtract({ hours: policy.freeUntilHours })
  return now.epochNanoseconds <= limit.epochNanoseconds ? fullRefund : policy.lateRefundShare
}
