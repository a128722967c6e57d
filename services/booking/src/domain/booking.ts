import type { BookingStatus, Policy, Venue } from '@buy-locals/contracts/booking/shapes'
import type { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { BasisPoints, Money } from '@buy-locals/values/money'
import { isBefore, laterOf } from '@buy-locals/values/time'
import type { CalendarId } from './catalogue.ts'
import { fullRefund, refundShareOnCancellation } from './cancellation-policy.ts'

type Instant = Temporal.Instant

/** A time that is kept beside the one a booking has, until the difference in price is paid. */
export type HeldMove = {
  version: number
  start: Instant
  end: Instant
  staffId?: Id<'staff'> | undefined
  staffName?: string | undefined
  /** What it takes, buffers included. */
  calendarIds: readonly CalendarId[]
  from: Instant
  to: Instant
  price: Money
  deposit: Money
  due: Money
  holdExpiresAt: Instant
}

export type Booking = {
  id: Id<'booking'>
  businessId: Id<'business'>
  marketId: Id<'market'>
  serviceId: Id<'service'>
  serviceName: string
  staffId?: Id<'staff'> | undefined
  staffName?: string | undefined
  consumerId: Id<'person'>
  isGuest: boolean
  manageTokenHash?: string | undefined
  /** On the phone or at the counter: entered by its members, not by the consumer. */
  isEnteredByBusiness?: boolean | undefined
  status: BookingStatus
  start: Instant
  end: Instant
  /** Unknown only where nothing was ever heard of the business. */
  venue?: Venue | undefined
  timeZone: string
  localStart: string
  partySize: number
  price: Money
  deposit: Money
  payment: 'none' | 'online' | 'at-venue'
  policy: Policy
  holdExpiresAt?: Instant | undefined
  cancelledBy?: 'consumer' | 'business' | 'platform' | undefined
  cancelledAt?: Instant | undefined
  reason?: string | undefined
  refundShare?: BasisPoints | undefined
  businessRefund?: Money | undefined
  completedAt?: Instant | undefined
  completedBy?: 'business' | 'automatic' | undefined
  /** Of a completed booking and a no-show: until when a complaint can be filed, by the rule that held then. */
  complaintsEndAt?: Instant | undefined
  /** No complaint can be filed any more, so nothing can change its money. */
  isFinal: boolean
  rescheduledAt?: Instant | undefined
  rescheduledBy?: 'consumer' | 'business' | undefined
  /** When it was to start before it was last moved. */
  previousStart?: Instant | undefined
  heldMove?: HeldMove | undefined
  complainedAt?: Instant | undefined
  complaintText?: string | undefined
  complaintReply?: string | undefined
  complaintRepliedAt?: Instant | undefined
  offeredShare?: BasisPoints | undefined
  complaintDecision?: 'released' | 'refunded' | undefined
  note?: string | undefined
  groupSessionId?: Id<'groupSession'> | undefined
  createdAt: Instant
  version: number
}

/** A payment confirms a hold, also one that has expired where its time could be taken again. */
export function confirm(booking: Booking): Booking {
  requireStatus(booking, 'held', 'expired')
  return change(booking, { status: 'confirmed', holdExpiresAt: undefined })
}

export function expire(booking: Booking): Booking {
  requireStatus(booking, 'held')
  return change(booking, { status: 'expired' })
}

export const changeNote = (booking: Booking, note: string): Booking => change(booking, { note })

export type Correction = { note?: string | null | undefined; price?: Money | undefined }

/** The business corrects what it agreed with its customer. What is paid online stays as it was agreed. */
export function correct(booking: Booking, { note = booking.note ?? null, price = booking.price }: Correction): Booking {
  requireStatus(booking, 'pending', 'confirmed')
  if (booking.payment === 'online') throw new Problem('booking/wrong-state', 'It is paid online', { state: booking.status }) // prettier-ignore
  if (price.currency !== booking.price.currency) {
    const { currency } = booking.price
    throw new Problem('invalid-request', 'The price is in another currency', {
      errors: [{ pointer: '/body/price/currency', detail: `the booking is in ${currency}`, code: 'other-currency', currency }], // prettier-ignore
    })
  }
  return change(booking, { note: note ?? undefined, price, payment: price.amount === 0 ? 'none' : 'at-venue' })
}

export const hasHoldExpired = ({ status, holdExpiresAt }: Booking, now: Instant): boolean =>
  status === 'held' && holdExpiresAt !== undefined && !isBefore(now, holdExpiresAt)

/** Money came that cannot buy anything any more. The new version makes consumers handle it. */
export const noteUnusablePayment = (booking: Booking): Booking => change(booking, {})

export function cancel(
  booking: Booking,
  by: 'consumer' | 'business',
  reason: string | undefined,
  now: Instant,
): Booking {
  requireStatus(booking, 'held', 'pending', 'confirmed')
  refuseAfterDecision(booking)
  const isByConsumer = by === 'consumer'
  if (isByConsumer && !isBefore(now, booking.start)) {
    throw new Problem('booking/outside-policy', 'It has started; ask the business', { rule: 'started' })
  }
  const isPolicyApplied = isByConsumer && booking.status === 'confirmed'
  const refundShare = isPolicyApplied ? refundShareOnCancellation(booking.policy, booking.start, now) : fullRefund
  return change(booking, { status: 'cancelled', cancelledBy: by, cancelledAt: now, reason, refundShare }) // an unpaid hold keeps its end: it was never booked
}

/** A guest does by booking; whoever has an account did before. */
export const acceptsDocuments = ({ isGuest, isEnteredByBusiness }: Booking): boolean => isGuest && !isEnteredByBusiness

/** Its booker can still cancel it. */
export const isUpcoming = ({ status, start }: Booking, now: Instant): boolean =>
  ['held', 'pending', 'confirmed'].includes(status) && isBefore(now, start)

export function complete(
  booking: Booking,
  by: 'business' | 'automatic',
  complaintHours: number,
  now: Instant,
): Booking {
  requireStatus(booking, 'confirmed')
  refuseBeforeStart(booking, now)
  const window = openComplaintWindow(booking, complaintHours, now)
  return change(booking, { status: 'completed', completedAt: now, completedBy: by, ...window })
}

/** Nobody has said yet that it took place: the business can, and a payment has. */
export const canConfirmCompletion = ({ status, completedBy, payment }: Booking): boolean =>
  status === 'completed' && completedBy === 'automatic' && payment !== 'online'

export const confirmCompletion = (booking: Booking): Booking => change(booking, { completedBy: 'business' })

export function markNoShow(booking: Booking, complaintHours: number, now: Instant): Booking {
  requireStatus(booking, 'confirmed')
  refuseBeforeStart(booking, now)
  refuseAfterDecision(booking)
  const refundShare = booking.policy.noShowRefundShare
  return change(booking, { status: 'no-show', refundShare, ...openComplaintWindow(booking, complaintHours, now) })
}

/** It runs from the later of the business's word and the end that was booked. */
function openComplaintWindow({ end }: Booking, hours: number, now: Instant) {
  const complaintsEndAt = laterOf(now, end).add({ hours })
  return { complaintsEndAt, isFinal: !isBefore(now, complaintsEndAt) }
}

/** The business takes back that the visit took place, or that nobody came. */
export function reopen(booking: Booking, now: Instant): Booking {
  requireStatus(booking, 'completed', 'no-show')
  refuseAfterComplaintWindow(booking, now)
  refuseAfterDecision(booking)
  if (booking.businessRefund) throw new Problem('booking/wrong-state', 'It is refunded', { state: booking.status })
  const undone = { completedAt: undefined, completedBy: undefined, complaintsEndAt: undefined, refundShare: undefined } // prettier-ignore
  return change(booking, { status: 'confirmed', ...undone })
}

/** The complaint window has ended without a complaint. */
export const finalize = (booking: Booking): Booking => change(booking, { isFinal: true })

export const canFinalize = (booking: Booking, now: Instant): boolean =>
  (booking.status === 'completed' || booking.status === 'no-show') &&
  !booking.isFinal &&
  !booking.complainedAt &&
  isComplaintWindowOver(booking, now)

const isComplaintWindowOver = ({ complaintsEndAt }: Booking, now: Instant): boolean =>
  complaintsEndAt === undefined || !isBefore(now, complaintsEndAt)

/** Once it has started, whether or not the business has said what became of it. */
export function fileComplaint(booking: Booking, text: string, now: Instant): Booking {
  requireStatus(booking, 'confirmed', 'completed', 'no-show')
  refuseBeforeStart(booking, now)
  if (booking.complainedAt) throw new Problem('booking/wrong-state', 'A complaint has been filed already')
  if (booking.status !== 'confirmed') refuseAfterComplaintWindow(booking, now)
  return change(booking, { complainedAt: now, complaintText: text, heldMove: undefined })
}

type Reply = { text: string; offeredShare?: BasisPoints | undefined }

/** A better offer takes the place of the one before. Where nothing was paid online there is nothing to offer. */
export function replyToComplaint(booking: Booking, { text, offeredShare }: Reply, now: Instant): Booking {
  refuseWithoutComplaint(booking)
  return change(booking, {
    ...{ complaintReply: text, complaintRepliedAt: now },
    offeredShare: booking.payment === 'online' ? offeredShare : undefined,
  })
}

/** Both agree, so nobody has to decide. An offer that has changed meanwhile was not read. */
export function acceptRefund(booking: Booking, offeredShare: BasisPoints): Booking {
  refuseWithoutComplaint(booking)
  if (booking.offeredShare !== offeredShare) throw new Problem('booking/wrong-state', 'That is not offered')
  return change(booking, { complaintDecision: 'refunded', refundShare: offeredShare, reason: undefined })
}

function refuseWithoutComplaint(booking: Booking): void {
  requireStatus(booking, 'confirmed', 'completed', 'no-show')
  if (!booking.complainedAt) throw new Problem('booking/wrong-state', 'No complaint has been filed')
  refuseAfterDecision(booking)
}

type Decision = { outcome: 'released' | 'refunded'; refundShare: BasisPoints }

/** Released after a no-show: what was agreed for a no-show stands. */
export function decideComplaint(booking: Booking, { outcome, refundShare }: Decision): Booking {
  refuseWithoutComplaint(booking)
  const agreedShare = booking.status === 'no-show' ? booking.policy.noShowRefundShare : 0
  return change(booking, {
    complaintDecision: outcome,
    refundShare: outcome === 'refunded' ? refundShare : agreedShare,
  })
}

/** The guest has an account now: that is the way in, and the link ends. */
export function claim(booking: Booking, accountId: Id<'person'>): Booking {
  return change(booking, { consumerId: accountId, isGuest: false, manageTokenHash: undefined })
}

/** Only what is confirmed can have a second time beside its own. */
export const change = (booking: Booking, changes: Partial<Booking>): Booking => ({
  ...booking,
  ...(changes.status && { heldMove: undefined }),
  ...changes,
  version: booking.version + 1,
})

export function requireStatus(booking: Booking, ...allowed: BookingStatus[]): void {
  if (!allowed.includes(booking.status)) {
    throw new Problem('booking/wrong-state', `The booking is ${booking.status}`, { state: booking.status })
  }
}

function refuseBeforeStart(booking: Booking, now: Instant): void {
  if (isBefore(now, booking.start)) throw new Problem('booking/not-started', 'It has not started yet')
}

function refuseAfterComplaintWindow(booking: Booking, now: Instant): void {
  if (booking.isFinal || isComplaintWindowOver(booking, now))
    throw new Problem('booking/outside-policy', 'The complaint window is over', { rule: 'complaint-window' })
}

function refuseAfterDecision({ complaintDecision }: Booking): void {
  if (complaintDecision) throw new Problem('booking/wrong-state', 'The complaint has been decided already')
}
