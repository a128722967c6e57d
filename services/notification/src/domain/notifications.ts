import { refundOf, complaintDays } from '@buy-locals/contracts/booking/shapes'
import type { listingFaults } from '@buy-locals/contracts/business/shapes'
import type { Id } from '@buy-locals/values/ids'
import { share, type Currency, type Money } from '@buy-locals/values/money'
import { Temporal } from 'temporal-polyfill'

export type About = Record<string, string | number>

/** Of whoever is named in it and was erased: why the operator decided so about their complaint is about them as well. */
export function withoutReason(kind: string, about: About): About {
  if (kind !== 'complaint-decided') return about
  const { message: _, ...others } = about
  return others
}

/** A booking in a calendar: `sequence` grows with every change of it. */
export type CalendarEntry = {
  bookingId: Id<'booking'>
  method: 'REQUEST' | 'CANCEL'
  sequence: number
  start: string
  end: string
}

/** Which channels have its kind is in the table of kinds. A business is its owners and managers, a market its operators, a calendar whoever works by it. */
export type Notification = {
  kind: string
  to:
    | { person: Id<'person'> }
    | { business: Id<'business'> }
    | { market: Id<'market'> }
    | { calendar: Id<'staff'>; of: Id<'business'> }
  about: About
  link?: string
  /** Mail, SMS and push wait so long, and are not sent if it is no longer true by then. */
  delay?: { minutes: number }
  /** Their own side has done it: there is nothing new in it, and no mail of it. */
  isOwnAct?: true
  /** For the calendar of whoever reads the mail. */
  calendar?: CalendarEntry
  /** Whatever happens again, the person is notified of this once. */
  once?: string
  /** Several events that are one notification. */
  batch?: string
  /** Somebody else whom it names. Their name is looked up when it is read or mailed. */
  names?: Id<'person'>
}

/** A wrong press on a busy counter is undone before the customer reads of it. */
const timeToUndo = { minutes: 10 }

type Price = { amount: number; currency: string }

type Booking = {
  id: Id<'booking'>
  businessId: Id<'business'>
  marketId: Id<'market'>
  consumerId: Id<'person'>
  serviceName: string
  staffId?: Id<'staff'> | undefined
  staffName?: string | undefined
  formerStaffId?: Id<'staff'> | undefined
  venue?: { name: string; address: string; phone?: string | undefined } | undefined
  start: string
  end: string
  timeZone: string
  partySize: number
  status: string
  holdExpiresAt?: string | undefined
  completedBy?: 'business' | 'automatic' | undefined
  isGuest: boolean
  isEnteredByBusiness?: boolean | undefined
  cancelledBy?: 'consumer' | 'business' | 'platform' | undefined
  /** What whoever cancelled it wrote. */
  reason?: string | undefined
  previousStart?: string | undefined
  rescheduledBy?: 'consumer' | 'business' | undefined
  heldMove?: { start: string; due: Price; holdExpiresAt: string } | undefined
  refundShare?: number | undefined
  businessRefund?: Money | undefined
  offeredShare?: number | undefined
  complaintDecision?: 'released' | 'refunded' | undefined
  price: Price
  payment: 'none' | 'online' | 'at-venue'
  deposit: { amount: number }
  policy: { freeUntilHours: number; lateRefundShare: number; noShowRefundShare: number }
  createdAt: string
  version: number
}

/** Nobody reads of refunds who has paid nothing online. */
const isPaidOnline = ({ payment, deposit }: Booking): boolean => payment === 'online' && deposit.amount > 0

/** Nobody is invited to what the review service would refuse. */
const isInvitedToReview = ({ payment, completedBy, isGuest, isEnteredByBusiness }: Booking) =>
  (payment === 'online' || completedBy !== 'automatic') && !(isGuest && isEnteredByBusiness)

/** What is refunded of what was paid. */
function toRefund({ deposit: { amount }, price, ...booking }: Booking): About {
  if (booking.refundShare === undefined && !booking.businessRefund) return {}
  const { amount: refund, currency } = refundOf({
    ...booking,
    deposit: { amount, currency: price.currency as Currency },
  })
  return { refund, currency }
}

/** A hold that was cancelled before anybody paid for it. */
const wasNeverBooked = ({ holdExpiresAt }: Booking): boolean => holdExpiresAt !== undefined

/** Its booker took another time instead. */
const wasGivenUp = ({ holdExpiresAt }: Booking, at: string): boolean =>
  holdExpiresAt !== undefined && Date.parse(at) < Date.parse(holdExpiresAt)

/** All that somebody needs to come, to pay and to cancel. */
const toDetails = ({ staffName, venue, partySize, price, payment, deposit, policy, createdAt }: Booking): About => ({
  ...(staffName && { staff: staffName }),
  ...(venue && { address: venue.address, ...(venue.phone && { phone: venue.phone }) }),
  ...{ partySize, amount: price.amount, currency: price.currency, payment, createdAt },
  ...(payment === 'online' && { deposit: deposit.amount }),
  ...policy,
})

/** The operator's word of when, as the page of the booking has it. */
export const decideBy = (filedAt: string): string =>
  Temporal.Instant.from(filedAt)
    .add({ hours: complaintDays.decision * 24 })
    .toString()

const toEntry = ({ id, version, start, end }: Booking, method: CalendarEntry['method']): CalendarEntry => ({
  ...{ bookingId: id, method, sequence: version, start, end },
})

const toOfferedRefund = ({ offeredShare, deposit, price: { currency } }: Booking): About =>
  offeredShare === undefined ? {} : share({ amount: deposit.amount, currency: currency as Currency }, offeredShare)

/** Without a reason both agreed on what was offered; otherwise the operator decided. Once its booker is erased there is neither a reason nor an offer. */
function endOfComplaint({ complaintDecision, refundShare, offeredShare, reason }: Booking) {
  if (complaintDecision !== 'refunded' || refundShare === 0) return 'declined'
  return reason === undefined && refundShare === offeredShare ? 'accepted' : 'refunded'
}

const toPaid = (booking: Booking): About => (isPaidOnline(booking) ? { paid: booking.deposit.amount } : {})

/** How a complaint ended, and what was paid online. */
const toDecision = (booking: Booking): About => ({ decision: endOfComplaint(booking), ...toPaid(booking) })

const toHeldMove = ({ start, due, holdExpiresAt }: NonNullable<Booking['heldMove']>): About => ({
  ...{ newStart: start, payBy: holdExpiresAt, amount: due.amount, currency: due.currency },
})

/** What a reminder says. */
export const aboutVisit = (booking: Booking, businessName: string): About => ({
  bookingId: booking.id,
  business: booking.venue?.name ?? businessName,
  ...{ service: booking.serviceName, start: booking.start, timeZone: booking.timeZone },
  ...toDetails(booking),
})

type BookingEvent = { type: string; at: string; data: Booking }

/** Who is notified of what. Whoever did it is not notified of it. */
export function notificationsOfBooking(
  { type, at, data: booking }: BookingEvent,
  businessName: string,
): Notification[] {
  const about = {
    bookingId: booking.id,
    business: booking.venue?.name ?? businessName,
    service: booking.serviceName,
    start: booking.start,
    timeZone: booking.timeZone,
    ...(isPaidOnline(booking) && toRefund(booking)),
    ...(booking.cancelledBy && { cancelledBy: booking.cancelledBy }),
    ...(booking.previousStart && { previousStart: booking.previousStart }),
  }
  // What the booker wrote is erased with them: others read it with the booking itself.
  const message = booking.cancelledBy === 'business' ? booking.reason : undefined
  const toConsumer = (kind: string): Notification => ({
    kind,
    to: { person: booking.consumerId },
    about: message === undefined ? about : { ...about, message },
    link: `/bookings/${booking.id}`,
  })
  const toBusiness = (kind: string, isOwnAct = false): Notification => ({
    kind,
    to: { business: booking.businessId },
    about,
    link: `/dashboard/bookings/${booking.id}`,
    ...(isOwnAct && { isOwnAct: true }),
    names: booking.consumerId,
  })
  /** Whoever works by its calendar reads it as theirs, also what somebody else of the business has done. */
  const toCalendar = (kind: string, staffId = booking.staffId): Notification[] =>
    staffId ? [{ ...toBusiness(kind), to: { calendar: staffId, of: booking.businessId } }] : []
  /** Whoever has it no more reads of the time that was theirs. */
  const toFormerCalendar = (kind: string): Notification[] =>
    booking.formerStaffId
      ? toCalendar(kind, booking.formerStaffId).map((notification) => ({
          ...notification,
          about: { ...about, start: booking.previousStart ?? booking.start },
        }))
      : []
  const withDetails = { ...about, ...toDetails(booking) }
  switch (type) {
    case 'booking.held.v1': // a later version has a new note and nothing else
      return booking.version > 1 || booking.holdExpiresAt === undefined
        ? []
        : [
            {
              ...toConsumer('booking-held'),
              about: { ...withDetails, payBy: booking.holdExpiresAt },
              link: `/bookings/${booking.id}/pay`,
            },
          ]
    case 'booking.confirmed.v1':
      return [
        { ...toConsumer('booking-confirmed'), about: withDetails, calendar: toEntry(booking, 'REQUEST') },
        ...toCalendar('booking-new'),
        toBusiness('booking-new', booking.isEnteredByBusiness),
      ]
    case 'booking.rescheduled.v1': // both sides have a new time to keep, whoever moved it
      return [
        { ...toConsumer('booking-rescheduled'), calendar: toEntry(booking, 'REQUEST') },
        ...toFormerCalendar('booking-reassigned'),
        ...toCalendar('booking-moved'),
        toBusiness('booking-moved', booking.rescheduledBy === 'business'),
      ]
    case 'booking.reschedule-held.v1':
      return booking.heldMove
        ? [
            {
              ...toConsumer('move-held'),
              about: { ...about, ...toHeldMove(booking.heldMove) },
              link: `/bookings/${booking.id}/pay`,
            },
          ]
        : []
    case 'booking.reschedule-expired.v1':
      return [toConsumer('move-expired')]
    case 'booking.cancelled.v1':
      if (wasNeverBooked(booking)) return booking.cancelledBy === 'consumer' ? [] : [toConsumer('hold-cancelled')]
      return [
        { ...toConsumer('booking-cancelled'), calendar: toEntry(booking, 'CANCEL') },
        ...(booking.cancelledBy === 'business'
          ? toCalendar('booking-cancelled-by-business')
          : [...toCalendar('booking-cancelled-by-customer'), toBusiness('booking-cancelled-by-customer')]),
      ]
    case 'booking.completed.v1':
      return isInvitedToReview(booking) ? [{ ...toConsumer('booking-completed'), once: `review ${booking.id}` }] : []
    case 'booking.no-show.v1':
      return [{ ...toConsumer('booking-no-show'), delay: timeToUndo }]
    case 'booking.reopened.v1':
      return [toConsumer('booking-reopened')]
    case 'booking.expired.v1':
      return wasGivenUp(booking, at) ? [] : [toConsumer('booking-expired')]
    case 'booking.payment-unusable.v1':
      // One that stands was to be moved, and keeps its time.
      return [toConsumer(booking.status === 'confirmed' ? 'difference-unusable' : 'payment-unusable')]
    case 'booking.refunded.v1':
      return [toConsumer('booking-refunded')]
    case 'booking.complaint-filed.v1': {
      const filed = toBusiness('complaint-filed')
      return [
        { ...toConsumer('complaint-received'), about: { ...about, decideBy: decideBy(at) } },
        { ...filed, about: { ...filed.about, ...toPaid(booking), decideBy: decideBy(at) } },
        { ...filed, to: { market: booking.marketId }, link: '/dashboard/operator/complaints' },
      ]
    }
    case 'booking.complaint-replied.v1':
      return [{ ...toConsumer('complaint-replied'), about: { ...about, ...toOfferedRefund(booking) } }]
    case 'booking.complaint-decided.v1':
      return [toConsumer('complaint-decided'), toBusiness('complaint-decided')].map((decided) => ({
        ...decided,
        about: {
          ...decided.about,
          ...toDecision(booking),
          ...(booking.reason && { message: booking.reason }),
          reader: 'person' in decided.to ? 'consumer' : 'business',
        },
      }))
    default:
      return []
  }
}

type Payment = {
  subject: { id: Id<'booking'> }
  businessId: Id<'business'>
  consumerId: Id<'person'>
  marketId?: Id<'market'> | undefined
}

const aboutMoney = ({ subject }: Payment, { amount, currency }: Money, business: string): About => ({
  ...{ bookingId: subject.id, business, amount, currency },
})

const toBusinessAndOperators = (payment: Payment, notification: Omit<Notification, 'to' | 'link'>): Notification[] => [
  { ...notification, to: { business: payment.businessId }, link: `/dashboard/bookings/${payment.subject.id}` },
  ...(payment.marketId ? [{ ...notification, to: { market: payment.marketId } }] : []),
]

/** Of our own refunds people read with what they are for. This one was made in the payment provider's dashboard. */
export function notificationsOfRefund(
  payment: Payment & { refund: Money; reason?: string | undefined },
  business: string,
): Notification[] {
  if (payment.reason !== 'provider') return []
  const about = aboutMoney(payment, payment.refund, business)
  const link = `/bookings/${payment.subject.id}`
  return [
    { kind: 'payment-refunded', to: { person: payment.consumerId }, about, link },
    ...toBusinessAndOperators(payment, { kind: 'payment-refunded', about }),
  ]
}

type Dispute = { status: 'inquiry' | 'open' | 'won' | 'lost' | 'closed'; amount: Money }

/** Whoever opened it is not notified: that is between them and their bank. */
export function notificationsOfDispute(payment: Payment & { dispute: Dispute }, business: string): Notification[] {
  const { status, amount } = payment.dispute
  const about = aboutMoney(payment, amount, business)
  return toBusinessAndOperators(payment, { kind: `dispute-${status}`, about })
}

type RefusedMovement = { kind: 'refund' | 'transfer'; amount: Money }

/** Only an operator can do something about it. */
export const notificationsOfRefusal = (
  payment: Payment & { movement: RefusedMovement },
  business: string,
): Notification[] =>
  payment.marketId
    ? [
        {
          kind: `${payment.movement.kind}-refused`,
          to: { market: payment.marketId },
          about: aboutMoney(payment, payment.movement.amount, business),
          link: '/dashboard/operator/complaints',
        },
      ]
    : []

type SessionMessage = Pick<Booking, 'consumerId' | 'serviceName' | 'start' | 'timeZone'> & {
  bookingId: Id<'booking'>
  text: string
}

export const notificationOfMessage = (
  { bookingId, consumerId, serviceName: service, start, timeZone, text: message }: SessionMessage,
  business: string,
): Notification => ({
  kind: 'session-message',
  to: { person: consumerId },
  about: { bookingId, business, service, start, timeZone, message },
  link: `/bookings/${bookingId}`,
})

type Suspension = { businessId: Id<'business'>; name: string; reason: string; contactEmail?: string | undefined }

/** Its staff do not read the reason: that is between the operator and whoever answers for the business. */
export const notificationOfSuspension = ({ businessId, name, reason, contactEmail }: Suspension): Notification => ({
  kind: 'business-suspended',
  to: { business: businessId },
  about: { business: name, message: reason, ...(contactEmail && { contact: contactEmail }) },
  link: `/dashboard/${businessId}/profile`,
})

type Decision = {
  businessId: Id<'business'>
  name: string
  about: 'business' | 'change'
  outcome: 'approved' | 'refused' | 'returned' | 'rejected'
  reason?: string | undefined
}

export const notificationOfDecision = ({ businessId, name, about, outcome, reason }: Decision): Notification => ({
  kind: `${about}-${outcome}`,
  to: { business: businessId },
  about: { business: name, ...(reason !== undefined && { message: reason }) },
  link: `/dashboard/${businessId}/${outcome === 'approved' ? 'board' : 'profile'}`,
})

type Claim = { businessId: Id<'business'>; personId: Id<'person'>; name: string }

/** The operator decides, and whoever claims it knows that they will hear of it. */
export const notificationsOfClaim = ({
  personId,
  name,
  marketId,
}: Claim & { marketId: Id<'market'> }): Notification[] => [
  {
    kind: 'claim-filed',
    to: { market: marketId },
    about: { business: name },
    names: personId,
    link: '/dashboard/operator/claims',
  },
  { kind: 'claim-received', to: { person: personId }, about: { business: name } },
]

type ClaimDecision = Claim & { outcome: 'approved' | 'rejected'; reason?: string | undefined }

/** Without a reason, somebody else has got it. */
export const notificationOfClaimDecision = ({
  businessId,
  personId,
  name,
  outcome,
  reason,
}: ClaimDecision): Notification => ({
  kind: `claim-${outcome}`,
  to: { person: personId },
  about: { business: name, ...(reason && { message: reason }) },
  ...(outcome === 'approved' && { link: `/dashboard/${businessId}/profile` }),
})

export type ListingFault = (typeof listingFaults)[number]
type ListingReport = { marketId: Id<'market'>; name: string; fault: ListingFault }

/** What was written with it stays on the list: anybody may have written it. */
export const notificationOfListingReport = ({ marketId, name, fault }: ListingReport): Notification => ({
  kind: 'listing-reported',
  to: { market: marketId },
  about: { business: name, fault },
  link: '/dashboard/operator/reports',
})

type Review = {
  businessId: Id<'business'>
  bookingId: Id<'booking'>
  consumerId: Id<'person'>
  stars: number
  by: string
}

export const notificationOfReview = ({ businessId, consumerId, stars, by }: Review): Notification => ({
  kind: 'review-new',
  to: { business: businessId },
  about: { stars, by },
  names: consumerId,
  link: '/dashboard/reviews',
})

type FlaggedReview = Review & {
  marketId: Id<'market'>
  flag?: { outcome?: 'dismissed' | 'removed' | undefined; outcomeReason?: string | undefined } | undefined
}

export const notificationOfFlag = (
  { marketId, consumerId, stars, by }: FlaggedReview,
  business: string,
): Notification => ({
  kind: 'review-flagged',
  to: { market: marketId },
  about: { business, stars, by },
  names: consumerId,
  link: '/dashboard/operator/reported-reviews',
})

/** The business reads of either outcome, its reviewer where the review is gone; both with the reason. */
export function notificationsOfFlagDecision(review: FlaggedReview, business: string): Notification[] {
  const { businessId, bookingId, consumerId, stars, by, flag } = review
  const isRemoved = flag?.outcome === 'removed'
  const about = { business, stars, message: flag?.outcomeReason ?? '' }
  const toBusiness: Notification = {
    kind: isRemoved ? 'review-removed' : 'review-kept',
    to: { business: businessId },
    about: { ...about, by },
    names: consumerId,
    link: '/dashboard/reviews',
  }
  const toReviewer: Notification = {
    ...{ kind: 'own-review-removed', to: { person: consumerId }, about, link: `/bookings/${bookingId}` },
  }
  return isRemoved ? [toReviewer, toBusiness] : [toBusiness]
}

export const notificationOfReply = ({ consumerId, bookingId }: Review, businessName: string): Notification => ({
  kind: 'review-replied',
  to: { person: consumerId },
  about: { business: businessName },
  link: `/bookings/${bookingId}`,
})
