import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { booking } from '@buy-locals/contracts/booking/shapes'
import { add, subtract, zero, type BasisPoints, type Money } from '@buy-locals/values/money'
import type { Payment } from './payment.ts'
import type { RefundReason } from './refund.ts'
import { movableShare } from './split.ts'

/** What decides over the money of a booking. */
export type BookingState = Pick<z.output<typeof booking>, 'status' | 'refundShare' | 'complaintDecision'> & {
  hasComplaint: boolean
  holdExpiresAt?: Temporal.Instant | undefined
  /** A time held beside the booking's own, until the difference is paid. */
  heldMove?: { version: number; due: Money; expiresAt: Temporal.Instant } | undefined
  /** Until when a complaint can be filed. */
  complaintsEndAt?: Temporal.Instant | undefined
  /** The booking service has published that no complaint can be filed any more. */
  isFinal: boolean
  /** Since when it has its status. */
  statusSince: Temporal.Instant
}

export type FundsDecision =
  /** Until when, where that is known. */
  | { kind: 'wait'; until?: Temporal.Instant | undefined }
  | { kind: 'freeze' }
  /** `refund` is the sum of all refunds; the rest, if any, goes to the business at `releaseAt`. */
  | { kind: 'divide'; refund: Money; reason: RefundReason; releaseAt: Temporal.Instant }

/** Where captured money goes, by what became of the booking: of several payments each has its part of the share of all. What it costs no more is refunded whatever becomes of it. */
export function decideFunds(
  { captured, excess, unusable }: Pick<Payment, 'captured' | 'excess' | 'unusable'>,
  booking: BookingState,
  complaintHours: number,
  paidBefore: Money = zero(captured.currency),
): FundsDecision {
  const { status, refundShare = 0, hasComplaint, complaintDecision, complaintsEndAt, isFinal, statusSince } = booking
  const used = subtract(captured, excess)
  const divide = (points: BasisPoints, reason: RefundReason, releaseAt: Temporal.Instant): FundsDecision => ({
    kind: 'divide',
    refund: add(excess, subtract(movableShare(add(paidBefore, used), points), movableShare(paidBefore, points))),
    reason,
    releaseAt,
  })
  if (unusable) return divide(10_000, 'unusable', statusSince)
  if (status === 'cancelled') return divide(refundShare, status, statusSince.add({ hours: complaintHours }))
  if (status !== 'confirmed' && status !== 'completed' && status !== 'no-show') return { kind: 'wait' }
  if (complaintDecision) return divide(refundShare, 'decided', statusSince)
  if (hasComplaint) return { kind: 'freeze' }
  if (status === 'confirmed') return { kind: 'wait' }
  const isMarkedForGood = isFinal || (status === 'no-show' && !complaintsEndAt) // no-shows once had no complaint window
  if (!isMarkedForGood) return { kind: 'wait', until: complaintsEndAt }
  const unobjected = status === 'no-show' ? statusSince.add({ hours: complaintHours }) : statusSince
  const releaseAt = complaintsEndAt ?? unobjected
  return status === 'no-show' ? divide(refundShare, status, releaseAt) : divide(0, 'decided', releaseAt)
}

/** A bank may still be asking its customer when the hold expires: the slot is taken again, or the money is refunded. */
const graceAfterHold = { minutes: 15 }

/** From when on nobody shall be able to pay for this booking. */
export function paymentClosesAt(
  { status, holdExpiresAt, statusSince, heldMove }: BookingState,
  { moveVersion }: Pick<Payment, 'moveVersion'>,
): Temporal.Instant | undefined {
  if (moveVersion !== undefined) return heldMove?.version === moveVersion ? undefined : statusSince
  if (status === 'held' || status === 'pending' || status === 'confirmed') return undefined
  return status === 'expired' ? (holdExpiresAt ?? statusSince).add(graceAfterHold) : statusSince
}
