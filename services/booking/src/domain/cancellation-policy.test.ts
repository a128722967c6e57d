import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { refundShareOnCancellation } from './cancellation-policy.ts'

const policy = { freeUntilHours: 24, lateRefundShare: 2_500, noShowRefundShare: 0 }
const start = Temporal.Instant.from('2026-03-08T15:00:00Z')
const share = (now: string) => refundShareOnCancellation(policy, start, Temporal.Instant.from(now))

test('up to the last second of the notice everything is refunded, then the late share', () => {
  expect(share('2026-03-07T14:59:59Z')).toBe(10_000)
  expect(share('2026-03-07T15:00:00Z')).toBe(10_000)
  expect(share('2026-03-07T15:00:00.001Z')).toBe(2_500)
})

test('a policy without notice refunds everything until the start', () => {
  const anyTime = { ...policy, freeUntilHours: 0 }
  expect(refundShareOnCancellation(anyTime, start, start)).toBe(10_000)
})
