import type { Temporal } from 'temporal-polyfill'
import type { BasisPoints, Money } from '@buy-locals/values/money'
import type { Payment } from './payment.ts'
import { movableShare } from './split.ts'

/** What payment knows of a booking. */
export type Booked = {
  status: 'held' | 'pending' | 'confirmed' | 'completed' | 'cancelled' | 'no-show' | 'expired'
  refundShare?: BasisPoints | undefined
  hasComplaint: boolean
  complaintDecision?: 'released' | 'refunded' | undefined
  holdExpiresAt?: Temporal.Instant | undefined
  /** Until when a complaint can be filed. */
  complaintsEndAt?: Temporal.Instant | undefined
  /** Nothing can be reported any more: booking itself has said so. */
  isFinal: boolean
  /** When it became what it is. */
  statusSince: Temporal.Instant
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
  complaintHours: number,
): Outcome {
  const { captured, unusable } = payment
  const { status, refundShare = 0, hasComplaint, complaintDecision, complaintsEndAt, isFinal, statusSince } = booking
  const later = statusSince.add({ hours: complaintHours })
  const divide = (points: BasisPoints, reason: RefundReason, releaseAt: Temporal.Instant): Outcome => ({
    kind: 'divide',
    refund: movableShare(captured, points),
    reason,
    releaseAt,
  })
  if (unusable) return divide(10_000, 'unusable', statusSince)
  if (status === 'cancelled' || status === 'no-show') return divide(refundShare, status, later)
  if (status !== 'completed') return { kind: 'wait' }
  if (!hasComplaint)
    return isFinal ? divide(0, 'decided', complaintsEndAt ?? statusSince) : { kind: 'wait', until: complaintsEndAt }
  if (!complaintDecision) return { kind: 'freeze' }
  return divide(complaintDecision === 'refunded' ? refundShare : 0, 'decided', statusSince)
}

/** A hold that ran out may still be paid for a little while, by somebody whose bank is asking: the slot is taken again, or the money goes back. */
const patience = { minutes: 15 }

/** From when on nobody shall be able to pay this booking any more. */
export function closesAt({ status, holdExpiresAt, statusSince }: Booked): Temporal.Instant | undefined {
  if (status === 'held' || status === 'pending' || status === 'confirmed') return undefined
  return status === 'expired' ? (holdExpiresAt ?? statusSince).add(patience) : statusSince
}
