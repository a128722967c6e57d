import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { refundReason } from '@buy-locals/contracts/payment/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'

/** `provider`: made there by somebody else, in its dashboard. */
export type RefundReason = z.output<typeof refundReason>
export type RefundStatus = 'requested' | 'pending' | 'succeeded' | 'failed' | 'cancelled'

export type Refund = {
  id: Id<'refund'>
  paymentId: Id<'payment'>
  amount: Money
  reason: RefundReason
  status: RefundStatus
  /** How often the provider has refused it. */
  attempt: number
  /** The provider's id of it. */
  reference: string | undefined
  createdAt: Temporal.Instant
  doneAt: Temporal.Instant | undefined
}

const progress: Record<RefundStatus, number> = { requested: 0, cancelled: 0, pending: 1, succeeded: 2, failed: 3 }

/** A refund that has succeeded can still fail: banks send money back. */
export const isForward = (from: RefundStatus, to: RefundStatus): boolean => progress[to] > progress[from]

/** One that was cancelled was never made; one that failed came back. */
export const countsAsRefunded = ({ status }: Pick<Refund, 'status'>): boolean =>
  status !== 'cancelled' && status !== 'failed'
