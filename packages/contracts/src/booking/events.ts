import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { price } from '@buy-locals/values/money'
import { instant } from '@buy-locals/values/time'
import { eventType } from '../event.ts'
import { text, version } from '../shapes.ts'
import { booking, freeDay, message, reportOutcome, service, staff, threadSide } from './shapes.ts'

/** Every event of a booking carries the whole booking. A guest's contact data travels in `person.changed.v1`. */
const eventData = booking.extend({
  marketId: id('market'),
  isGuest: z.boolean(),
  /** SHA-256 of the guest's manage token, so that payment and review know the guest too. */
  manageTokenHash: z.string().optional(),
  /** On the phone or at the counter: its members wrote it down, not the consumer. */
  isEnteredByBusiness: z.boolean().optional(),
  /** Nothing can be reported any more: what is held for it can go. */
  isFinal: z.boolean().optional(),
  /** Who did it, where somebody did: they need not be notified of it. */
  actorId: id('person').optional(),
  /** Who was to do it until this change gave it to somebody else. */
  formerStaffId: id('staff').optional(),
})

export const bookingHeld = eventType('booking.held.v1', eventData)
export const bookingConfirmed = eventType('booking.confirmed.v1', eventData)
/** The business has corrected the note or the price of a booking that is not paid online. */
export const bookingChanged = eventType('booking.changed.v1', eventData)
/** The same booking at another time. */
export const bookingRescheduled = eventType('booking.rescheduled.v1', eventData)
/** Another time is kept beside the one it has, until the difference in price is paid. */
export const bookingRescheduleHeld = eventType('booking.reschedule-held.v1', eventData)
/** The difference was not paid in time: it keeps the time it has. */
export const bookingRescheduleExpired = eventType('booking.reschedule-expired.v1', eventData)
export const bookingExpired = eventType('booking.expired.v1', eventData)
export const bookingCancelled = eventType('booking.cancelled.v1', eventData)
export const bookingCompleted = eventType('booking.completed.v1', eventData)
export const bookingNoShow = eventType('booking.no-show.v1', eventData)
export const bookingComplaintFiled = eventType('booking.complaint-filed.v1', eventData)
/** The business has answered it, and may offer a refund. */
export const bookingComplaintReplied = eventType('booking.complaint-replied.v1', eventData)
export const bookingComplaintDecided = eventType('booking.complaint-decided.v1', eventData)
/** The business took back that it was completed, or a no-show: it is confirmed again. */
export const bookingReopened = eventType('booking.reopened.v1', eventData)
/** The business refunds more than it has to. */
export const bookingRefunded = eventType('booking.refunded.v1', eventData)
/** The complaint window has ended without a complaint. Where the market has no such window, a booking is final when it is completed or a no-show. */
export const bookingFinalized = eventType('booking.finalized.v1', eventData)
/** The guest's bookings joined an account. */
export const bookingClaimed = eventType('booking.claimed.v1', eventData)
/** Money came for a booking that could not be kept: all of it is refunded. */
export const bookingPaymentUnusable = eventType(
  'booking.payment-unusable.v1',
  eventData.extend({ paymentId: id('payment') }),
)

/** What a person needs once to manage a booking without an account. The token is stored hashed and travels here alone. */
export const manageLinkIssued = eventType(
  'booking.manage-link-issued.v1',
  z.object({
    bookingId: id('booking'),
    personId: id('person'),
    businessId: id('business').optional(),
    /** As in the booking: the business wrote the address down. */
    isEnteredByBusiness: z.boolean().optional(),
    token: z.string(),
    version,
  }),
)

/** The business has written to everybody who has booked a meeting of a class; to each for itself. */
export const sessionMessageSent = eventType(
  'booking.session-message-sent.v1',
  booking
    .pick({ businessId: true, consumerId: true, serviceName: true, start: true, timeZone: true, venue: true })
    .extend({ bookingId: id('booking'), isEnteredByBusiness: z.boolean().optional(), text: text(500) }),
)

/** Of the thread of a booking, as of this version of it. */
const threadData = booking
  .pick({ id: true, businessId: true, consumerId: true, version: true })
  .extend({ isEnteredByBusiness: z.boolean().optional(), actorId: id('person').optional() })

/** One side of a booking has written to the other. What it wrote stays in the thread. */
export const messageSent = eventType(
  'booking.message-sent.v1',
  threadData.extend({
    ...booking.pick({ serviceName: true, start: true, timeZone: true, venue: true, staffId: true }).shape,
    sentBy: threadSide,
    /** When the first message was sent that the other side has not read. */
    unreadSince: instant,
  }),
)

/** One side has read all that the other wrote. */
export const messagesRead = eventType('booking.messages-read.v1', threadData.extend({ readBy: threadSide }))

const reportData = threadData.extend({
  ...booking.pick({ serviceName: true, start: true, timeZone: true, venue: true }).shape,
  marketId: id('market'),
  number: message.shape.number,
  sentBy: threadSide,
})

/** One side of a booking asks the operator to look at what the other wrote. What was written, and why it is reported, stay in the thread. */
export const messageReported = eventType('booking.message-reported.v1', reportData)

/** The operator keeps the message, or has removed it. */
export const messageReportDecided = eventType(
  'booking.message-report-decided.v1',
  reportData.extend({ outcome: reportOutcome, reason: text(500) }),
)

/** Whose login a calendar is, and whether it is one of the business still. */
export const staffChanged = eventType(
  'staff.changed.v1',
  staff.pick({ id: true, businessId: true, personId: true, active: true, version: true }),
)

export const serviceChanged = eventType('service.changed.v1', service)

/** How many free starts a service has on a date of the business's zone, and which: of the dates that are news. */
export const availabilityChanged = eventType(
  'availability.changed.v1',
  z.object({
    businessId: id('business'),
    serviceId: id('service'),
    days: z.array(freeDay).max(62),
    minNoticeMinutes: z.int().min(0).optional(),
    price: price.optional(),
    version,
  }),
)

export const bookingEvents = [
  bookingHeld, bookingConfirmed, bookingRescheduled, bookingExpired, bookingCancelled, bookingCompleted, bookingNoShow,
  bookingRescheduleHeld, bookingRescheduleExpired, bookingReopened, bookingChanged, bookingComplaintFiled, bookingComplaintReplied, bookingComplaintDecided, bookingRefunded, bookingFinalized, bookingClaimed,
] as const // prettier-ignore
