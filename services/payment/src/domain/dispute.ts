import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { dispute } from '@buy-locals/contracts/payment/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'

export type DisputeStatus = z.output<typeof dispute>['status']

/** What the provider says of a dispute. `withdrawn` is what the bank has of it at the moment. */
export type DisputeState = {
  status: DisputeStatus
  amount: Money
  withdrawn: Money
  /** The provider's, for the dispute itself. */
  fee: Money
  reason: string
  /** Until when evidence can be given. */
  respondBy: Temporal.Instant | undefined
}

export type Dispute = DisputeState & {
  id: Id<'dispute'>
  paymentId: Id<'payment'>
  /** The provider's id of it. */
  reference: string
  createdAt: Temporal.Instant
  version: number
}

/** A bank that inquires takes nothing, and the payment can still be refunded; an open dispute does not allow that. */
export const isUndecided = ({ status }: Pick<Dispute, 'status'>): boolean => status === 'inquiry' || status === 'open'

export const isSameDispute = (a: DisputeState, b: DisputeState): boolean =>
  a.status === b.status &&
  a.amount.amount === b.amount.amount &&
  a.withdrawn.amount === b.withdrawn.amount &&
  a.fee.amount === b.fee.amount
