import type { Temporal } from 'temporal-polyfill'
import type { BasisPoints, Money } from '@buy-locals/values/money'
import type { Payment } from './payment.ts'
import { movableShare } from './stripe-amount.ts'

/** What payment knows of a booking. */
export type Booked = {
  status: 'held' | 'pending' | 'confirmed' | 'completed' | 'cancelled' | 'no-show' | 'expired'
  refundShare?: BasisPoints | undefined
  problemReported: boolean
  problemDecision?: 'released' | 'refunded' | undefined
  holdExpiresAt?: Temporal.Instant | undefined
  /** Until when a problem can be reported. */
  disputeEndsAt?: Temporal.Instant | undefined
  /** Nothing can be reported any more: booking itself has said so. */
  isSettled: boolean
  /** When it became what it is. */
  settledAt: Temporal.Instant
}

export type RefundReason = 'cancelled' | 'no-show' | 'decided' | 'unusable'

export type Outcome =
  /** Until when, where that is known. */
  | { kind: 'wait'; until?: Temporal.Instant | undefined }
  | { kind: 'freeze' }
  /** In all so much is given back; the rest, if any, goes to the business at that time. */
  | { kind: 'divide'; refund: Money; reason: RefundReason; releaseAt: Temporal.Instant }

/** What becomes of money that was captured, by what became of the booking. */
export function outcomeOf(
  payment: Pick<Payment, 'captured' | 'unusable'>,
  booking: Booked,
  disputeHours: number,
): Outcome {
  const { captured, unusable } = payment
  const { status, refundShare = 0, problemReported, problemDecision, disputeEndsAt, isSettled, settledAt } = booking
  const later = settledAt.add({ hours: disputeHours })
  const divide = (points: BasisPoints, reason: RefundReason, releaseAt: Temporal.Instant): Outcome => ({
    kind: 'divide',
    refund: movableShare(captured, points),
    reason,
    releaseAt,
  })
  if (unusable) return divide(10_000, 'unusable', settledAt)
  if (status === 'cancelled' || status === 'no-show') return divide(refundShare, status, later)
  if (status !== 'completed') return { kind: 'wait' }
  if (!problemReported)
    return isSettled ? divide(0, 'decided', disputeEndsAt ?? settledAt) : { kind: 'wait', until: disputeEndsAt }
  if (!problemDecision) return { kind: 'freeze' }
  return divide(problemDecision === 'refunded' ? refundShare : 0, 'decided', settledAt)
}

/** A hold that ran out may still be paid for a little while, by somebody whose bank is asking: the slot is taken again, or the money goes back. */
const patience = { minutes: 15 }

/** From when on nobody shall be able to pay this booking any more. */
export function closesAt({ status, holdExpiresAt, settledAt }: Booked): Temporal.Instant | undefined {
  if (status === 'held' || status === 'pending' || status === 'confirmed') return undefined
  return status === 'expired' ? (holdExpiresAt ?? settledAt).add(patience) : settledAt
}
