import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { basisPoints, price, share, type Money } from '@buy-locals/values/money'
import { instant, localDate, timeZone } from '@buy-locals/values/time'
import { email, line, phone, version, text } from '../shapes.ts'
import { hours } from '../business/shapes.ts'
import { shownText } from '../written-text.ts'

/** Blocks that one request may make. */
export const maxBlocksAtOnce = 400

/** An explanation of a month at all caps would be five times as long. */
export const maxBlockedTimes = 5_000
/** Bookings outside the hours of a business that are named. */
export const maxBookingsNamed = 100
/** Names of staff in one answer: three megabytes. */
export const maxStaffInSlots = 100_000

/** Free starts of a morning, an afternoon or an evening that are published: a start every five minutes has more. */
export const maxStartsOfPart = 100
/** In minutes since 1970, ascending. */
const starts = z.array(z.int()).max(maxStartsOfPart)

/** How many starts of a service are free on a date of the business's zone, and which. */
export const freeDay = z.object({
  date: localDate,
  freeStarts: z.int().min(0),
  /** Where there are many, the first and the last. */
  starts: z.object({ morning: starts, afternoon: starts, evening: starts }).optional(),
})
export type FreeDay = z.output<typeof freeDay>

/** Free until so many hours before the start; after that, and for a no-show, the share that is refunded. Hours are elapsed time. */
export const policy = z
  .object({
    freeUntilHours: z.int().min(0).max(720),
    lateRefundShare: basisPoints,
    noShowRefundShare: basisPoints,
  })
  .meta({ id: 'Policy' })
export type Policy = z.output<typeof policy>

const minutes = (min: number, max: number) => z.int().min(min).max(max)

const serviceFields = z.object({
  name: line(80),
  description: text(1000).optional(),
  durationMinutes: minutes(5, 1440),
  price,
  /** Online: paid before the time is confirmed. At the venue: the money is between the two. */
  payment: z.enum(['online', 'at-venue']),
  /** The share of the price to pay when booking online. */
  depositBasisPoints: basisPoints.min(1),
  /** A fixed deposit for each seat, instead of a share of the price. */
  depositAmount: price.optional(),
  bufferBeforeMinutes: minutes(0, 240),
  bufferAfterMinutes: minutes(0, 240),
  /** Seats of a group; 1 for one customer at a time. */
  capacity: z.int().min(1).max(500),
  /** Who gives it: one of them is needed. Empty: nobody is. */
  staffIds: z.array(id('staff')).max(100),
  /** What it needs: every one without a pool, and one of each pool. */
  resourceIds: z.array(id('resource')).max(50),
  minNoticeMinutes: minutes(0, 43_200),
  maxHorizonDays: z.int().min(1).max(730),
  stepMinutes: minutes(5, 1440),
  policy,
})

/** What an owner writes of a new service. A change takes `serviceChange`: a default there would overwrite what is set. */
export const serviceTerms = serviceFields.extend({
  payment: serviceFields.shape.payment.default('at-venue'),
  depositBasisPoints: serviceFields.shape.depositBasisPoints.default(10_000),
  bufferBeforeMinutes: serviceFields.shape.bufferBeforeMinutes.default(0),
  bufferAfterMinutes: serviceFields.shape.bufferAfterMinutes.default(0),
  capacity: serviceFields.shape.capacity.default(1),
  staffIds: serviceFields.shape.staffIds.default([]),
  resourceIds: serviceFields.shape.resourceIds.default([]),
  minNoticeMinutes: serviceFields.shape.minNoticeMinutes.default(0),
  maxHorizonDays: serviceFields.shape.maxHorizonDays.default(60),
  stepMinutes: serviceFields.shape.stepMinutes.default(15),
  policy: policy.default({ freeUntilHours: 24, lateRefundShare: 0, noShowRefundShare: 0 }),
})
/** Null takes away what is there. */
export const serviceChange = serviceFields
  .extend({
    active: z.boolean(),
    description: serviceFields.shape.description.nullable(),
    depositAmount: serviceFields.shape.depositAmount.nullable(),
  })
  .partial()

export const service = serviceFields
  .extend({ id: id('service'), businessId: id('business'), active: z.boolean(), version })
  .meta({ id: 'Service' })
export type Service = z.output<typeof service>

export const staffTerms = z.object({
  name: line(80),
  title: line(80).optional(),
  /** Absent: the hours of the business. */
  hours: hours.optional(),
  /** The member who sees this calendar as their own. Shown to members alone. */
  personId: id('person').optional(),
})
export const staff = staffTerms
  .extend({ id: id('staff'), businessId: id('business'), active: z.boolean(), version })
  .meta({ id: 'Staff' })
export type Staff = z.output<typeof staff>

const { title, hours: ownHours, personId } = staffTerms.shape
/** Null takes away what is there. */
export const staffChange = staffTerms
  .extend({ active: z.boolean(), title: title.nullable(), hours: ownHours.nullable(), personId: personId.nullable() })
  .partial()

export const resourceTerms = z.object({ name: line(80), pool: line(40).optional() })
export const resource = resourceTerms
  .extend({ id: id('resource'), businessId: id('business'), active: z.boolean(), version })
  .meta({ id: 'Resource' })
export type Resource = z.output<typeof resource>
/** Null takes it out of its pool. */
export const resourceChange = resourceTerms
  .extend({ active: z.boolean(), pool: resourceTerms.shape.pool.nullable() })
  .partial()

export const bookingStatus = z.enum(['held', 'pending', 'confirmed', 'completed', 'cancelled', 'no-show', 'expired'])
export type BookingStatus = z.output<typeof bookingStatus>

/** Where it takes place and whom to call, as the business said when it was booked: kept, whatever becomes of the business. */
export const venue = z.object({ name: shownText, address: shownText, phone: phone.optional() }).meta({ id: 'Venue' })
export type Venue = z.output<typeof venue>

/** The time a booker wants instead of the one they have, kept beside it until the difference is paid. */
const heldMove = z.object({
  /** The version of the booking with which it was held. Its payment names it. */
  version,
  start: instant,
  end: instant,
  staffId: id('staff').optional(),
  staffName: line(80).optional(),
  price,
  deposit: price,
  /** What is to pay beyond what has been paid. */
  due: price,
  holdExpiresAt: instant,
})

export const booking = z
  .object({
    id: id('booking'),
    businessId: id('business'),
    serviceId: id('service'),
    serviceName: line(80),
    staffId: id('staff').optional(),
    staffName: line(80).optional(),
    consumerId: id('person'),
    status: bookingStatus,
    start: instant,
    end: instant,
    venue: venue.optional(),
    /** The zone of the business when it was booked. */
    timeZone,
    /** The wall time of the start in that zone. */
    localStart: z.string(),
    partySize: z.int().min(1),
    price,
    /** What is to pay online; nothing where it is paid at the venue. */
    deposit: price,
    payment: z.enum(['none', 'online', 'at-venue']),
    policy,
    /** What was cancelled or has expired with it was never paid, so it was never booked. */
    holdExpiresAt: instant.optional(),
    cancelledBy: z.enum(['consumer', 'business', 'platform']).optional(),
    reason: text(500).optional(),
    /** The policy's outcome, once there is one: the share of what was paid that is refunded. */
    refundShare: basisPoints.optional(),
    /** What the business refunds in all, by its own decision. What the policy or a complaint gives back is a part of it. */
    businessRefund: price.optional(),
    /** When it was last moved, by whom, and when it was to start before. */
    rescheduledAt: instant.optional(),
    rescheduledBy: z.enum(['consumer', 'business']).optional(),
    previousStart: instant.optional(),
    heldMove: heldMove.optional(),
    completedAt: instant.optional(),
    /** Who said that it took place: the business, or nobody within the time it had. */
    completedBy: z.enum(['business', 'automatic']).optional(),
    /** Of a completed booking and a no-show: until when a complaint can be filed, and the business can take it back. */
    complaintsEndAt: instant.optional(),
    complainedAt: instant.optional(),
    /** What the business offers to refund, so that nobody has to decide. */
    offeredShare: basisPoints.optional(),
    /** What the operator decided of a complaint, or both sides agreed on. */
    complaintDecision: z.enum(['released', 'refunded']).optional(),
    createdAt: instant,
    version,
  })
  .meta({ id: 'Booking' })
export type Booking = z.output<typeof booking>

type Refundable = Pick<Booking, 'refundShare' | 'businessRefund'> & { deposit: Money }

/** What its booker gets back in all of what was paid online: by the policy or a decision, or more where the business refunds more. */
export function refundOf({ deposit, refundShare = 0, businessRefund }: Refundable): Money {
  const due = share(deposit, refundShare)
  return businessRefund && businessRefund.amount > due.amount ? businessRefund : due
}

/** Days from a complaint: until then the business can answer before anybody decides, and until then the operator decides. */
export const complaintDays = { reply: 3, decision: 7 } as const

/** What both sides wrote, for both and for the operator. */
export const complaintTexts = z.object({
  text: text(1000).optional(),
  reply: text(1000).optional(),
  repliedAt: instant.optional(),
  decideBy: instant,
})

/** Who of the two writes in the thread of a booking: its booker, or somebody of the business. */
export const threadSide = z.enum(['consumer', 'business'])
export type ThreadSide = z.output<typeof threadSide>

export const maxMessageLength = 1_000
/** After the end of the visit, or after it was cancelled. */
export const threadDays = 14

export const message = z
  .object({
    /** The first one of a booking has the number 1. */
    number: z.int().min(1).max(2_147_483_647),
    sentBy: threadSide,
    text: z.string(),
    sentAt: instant,
    /** There are phone numbers, mail addresses or links in it that the other side reads once the booking is confirmed. */
    hidesContacts: z.literal(true).optional(),
    /** The operator has removed it for both sides: its text is empty. */
    isRemoved: z.literal(true).optional(),
    /** The side that reads it has reported it. */
    isReported: z.literal(true).optional(),
    /** Why the operator has removed it, or why it stays, for the side that has reported it. */
    decisionReason: z.string().optional(),
  })
  .meta({ id: 'Message' })
export type Message = z.output<typeof message>

/** The number of the last message that each side has read. */
export const readMarks = z.object({ consumer: z.int().min(0), business: z.int().min(0) }).meta({ id: 'ReadMarks' })
export type ReadMarks = z.output<typeof readMarks>

/** Until when a thread is open, and why it is not. */
export const threadState = z.object({
  read: readMarks,
  /** Absent: no message can be sent. */
  closesAt: instant.optional(),
  /** The business has no members any more. */
  nobodyReads: z.literal(true).optional(),
  /** The booking is not confirmed: contact details are hidden from the other side. */
  hidesContacts: z.boolean(),
})

/** Somebody has not read all that the other side wrote. */
const hasUnread = z.literal(true).optional()

/** As its booker finds it. */
export const ownBooking = booking.extend({ hasUnread }).meta({ id: 'OwnBooking' })

/** What the operator does about a message that somebody has reported. */
export const reportOutcome = z.enum(['dismissed', 'removed'])
export type ReportOutcome = z.output<typeof reportOutcome>

/** A message that the other side has reported, as the operator reads it before the decision. */
export const messageReport = z
  .object({
    id: id('messageReport'),
    ...booking.pick({ businessId: true, serviceName: true, start: true, timeZone: true }).shape,
    bookingId: id('booking'),
    businessName: z.string(),
    customerName: z.string(),
    message: message.pick({ number: true, sentBy: true, text: true, sentAt: true }),
    reason: z.string(),
    reportedAt: instant,
  })
  .meta({ id: 'MessageReport' })
export type MessageReport = z.output<typeof messageReport>

export const guest = z.object({ name: line(80), email, phone: phone.optional() }).meta({ id: 'Guest' })

/** A booking as its business sees it. */
export const businessBooking = booking
  .extend({ note: text(500).optional(), customer: z.object({ name: line(80), email: email.optional(), phone: phone.optional(), /** Name and phone number are their own to change. */ hasAccount: z.boolean().optional(), isErased: z.literal(true).optional() }) })
  .meta({ id: 'BusinessBooking' }) // prettier-ignore

/** With the rooms, tables and chairs that are kept for it, and the meeting of a class that it is a seat of. */
export const boardBooking = businessBooking
  .extend({ resourceIds: z.array(id('resource')), groupSessionId: id('groupSession').optional(), hasUnread })
  .meta({ id: 'BoardBooking' })

/** Whoever has booked with the business, once: all their bookings with one mail address, or else with one phone number and name. */
export const customer = z
  .object({
    id: id('customer'),
    name: line(80),
    email: email.optional(),
    phone: phone.optional(),
    hasAccount: z.boolean(),
    /** What has begun and was not cancelled. */
    visits: z.int().min(0),
    lastVisit: instant.optional(),
    nextVisit: instant.optional(),
  })
  .meta({ id: 'Customer' })
export type Customer = z.output<typeof customer>

export const maxNotesPerCustomer = 50
export const customerNote = z.object({ id: id('customerNote'), text: text(1000), writtenAt: instant, version })
export type CustomerNote = z.output<typeof customerNote>

export const customerDetails = customer
  .extend({
    cancelled: z.int().min(0),
    noShows: z.int().min(0),
    /** The prices of completed visits, by currency. */
    spent: z.array(price),
    /** The newest first. */
    notes: z.array(customerNote).max(maxNotesPerCustomer),
  })
  .meta({ id: 'CustomerDetails' })

/** A booking with a complaint, as the operator who decides sees it. */
export const complaint = businessBooking
  .extend({ businessName: line(120), complaintText: text(1000), complaintReply: text(1000).optional() })
  .meta({ id: 'Complaint' })

export const bookingRequest = z.object({
  serviceId: id('service'),
  start: instant,
  staffId: id('staff').optional(),
  partySize: z.int().min(1).max(500).default(1),
  note: text(500).optional(),
  guest: guest.optional(),
})

/** What a booking would cost, and what of it is to pay before the time is confirmed. */
export const quote = z
  .object({
    price,
    deposit: price,
    dueNow: price,
    /** Of a booking that has been paid: what would be refunded. */
    refund: price.optional(),
    payment: booking.shape.payment,
  })
  .meta({ id: 'Quote' })
export type Quote = z.output<typeof quote>

export const listedService = service.extend({
  /** For one person. */
  quote,
  /** Paid online, and the business cannot take payments yet: nobody can book it online. */
  awaitsPayments: z.literal(true).optional(),
})
export type ListedService = z.output<typeof listedService>

export const slot = z
  .object({ start: instant, end: instant, staffIds: z.array(id('staff')).optional(), seatsLeft: z.int() })
  .meta({ id: 'Slot' })

/** Why there is no start in that time. */
export const blocked = z.object({
  start: instant,
  end: instant,
  reason: z.enum(['booked', 'blocked', 'closed', 'notice', 'horizon', 'off-duty']),
  staffId: id('staff').optional(),
})

const blockFields = z.object({
  staffId: id('staff').optional(),
  resourceId: id('resource').optional(),
  start: instant,
  end: instant,
  /** Why, where it is one of the usual reasons. */
  kind: z.enum(['vacation', 'sick-day', 'break']).optional(),
  note: line(200).optional(),
})
export const block = blockFields.extend({
  id: id('block'),
  /** A class with a calendar of its own, one of whose meetings was cancelled. */
  serviceId: id('service').optional(),
  /** The first of those that were made with it, where there are several. */
  seriesId: id('block').optional(),
})
export type Block = z.output<typeof block>
/** Without a person or a resource: of everyone who can be booked. */
export const blockTerms = blockFields
  .extend({
    /** The same time of day again on every day until this one. */
    repeatUntil: localDate.optional(),
  })
  .refine((terms) => !terms.staffId || !terms.resourceId, 'staffId or resourceId, not both')
