import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { booking } from '@buy-locals/contracts/booking/shapes'
import { stepOf } from '@buy-locals/values/card-amounts'
import { add, split, subtract, zero, type BasisPoints, type Money } from '@buy-locals/values/money'
import type { Payment } from './payment.ts'
import type { RefundReason } from './refund.ts'
import { movableShare } from './split.ts'

/** What decides over the money of a booking. */
export type BookingState = Pick<
  z.output<typeof booking>,
  'status' | 'refundShare' | 'businessRefund' | 'complaintDecision'
> & {
  /** What it costs online. */
  deposit: Money
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
  | ({ kind: 'wait'; until?: Temporal.Instant | undefined } & RefundOfPayment)
  | ({ kind: 'freeze' } & RefundOfPayment)
  /** The rest, if any, goes to the business at `releaseAt`. */
  | ({ kind: 'divide'; releaseAt: Temporal.Instant } & RefundOfPayment)

/** The sum of all its refunds. */
type RefundOfPayment = { refund: Money; reason: RefundReason }

/** Where captured money goes, by what became of the booking: of several payments each has its part of the share of all. What it costs no more is refunded whatever becomes of it. */
export function decideFunds(
  { captured, excess, unusable }: Pick<Payment, 'captured' | 'excess' | 'unusable'>,
  booking: BookingState,
  complaintHours: number,
  paidBefore: Money = zero(captured.currency),
): FundsDecision {
  const { status, refundShare = 0, hasComplaint, complaintDecision, complaintsEndAt, isFinal, statusSince } = booking
  const whole = add(paidBefore, subtract(captured, excess))
  const refunded = (points: BasisPoints, reason: RefundReason): RefundOfPayment => ({
    refund: add(excess, subtract(refundOfFirst(whole, points, booking), refundOfFirst(paidBefore, points, booking))),
    reason: isMoreThanDue(points, booking) ? 'by-business' : reason,
  })
  const divide = (points: BasisPoints, reason: RefundReason, releaseAt: Temporal.Instant): FundsDecision => ({
    kind: 'divide',
    releaseAt,
    ...refunded(points, reason),
  })
  const undecided = refunded(0, 'rescheduled')
  if (unusable) return divide(10_000, 'unusable', statusSince)
  if (status === 'cancelled') return divide(refundShare, status, statusSince.add({ hours: complaintHours }))
  if (status !== 'confirmed' && status !== 'completed' && status !== 'no-show') return { kind: 'wait', ...undecided }
  if (complaintDecision) return divide(refundShare, 'decided', statusSince)
  if (hasComplaint) return { kind: 'freeze', ...undecided }
  if (status === 'confirmed') return { kind: 'wait', ...undecided }
  const isMarkedForGood = isFinal || (status === 'no-show' && !complaintsEndAt) // no-shows once had no complaint window
  if (!isMarkedForGood) return { kind: 'wait', until: complaintsEndAt, ...undecided }
  const unobjected = status === 'no-show' ? statusSince.add({ hours: complaintHours }) : statusSince
  const releaseAt = complaintsEndAt ?? unobjected
  return status === 'no-show' ? divide(refundShare, status, releaseAt) : divide(0, 'decided', releaseAt)
}

type Refundable = Pick<BookingState, 'deposit' | 'businessRefund'>

const isMoreThanDue = (points: BasisPoints, { deposit, businessRefund }: Refundable): boolean =>
  businessRefund !== undefined && businessRefund.amount > movableShare(deposit, points).amount

/** Of the first payments, as much as `paid`: the parts of all payments add up to the whole refund. */
function refundOfFirst(paid: Money, points: BasisPoints, booking: Refundable): Money {
  const { deposit, businessRefund } = booking
  if (!businessRefund || !isMoreThanDue(points, booking)) return movableShare(paid, points)
  const step = stepOf(deposit.currency)
  const [part = zero(deposit.currency)] = split({ ...businessRefund, amount: businessRefund.amount / step }, [
    Math.min(paid.amount, deposit.amount),
    Math.max(0, deposit.amount - paid.amount),
  ])
  return { ...part, amount: part.amount * step }
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
