import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { basisPoints, price } from '@buy-locals/values/money'
import { localDate, timeZone } from '@buy-locals/values/time'
import { hours } from '../business/shapes.ts'
import { operation } from '../operation.ts'
import { cursor, limit, line, page, searchText, text, queryFlag } from '../shapes.ts'
import * as shapes from './shapes.ts'

const read = { service: 'booking', method: 'get', throttle: 'read', status: 200 } as const
const write = { service: 'booking', method: 'post', throttle: 'write', status: 200 } as const
const ofBusiness = z.object({ businessId: id('business') })
const ofBooking = z.object({ bookingId: id('booking') })
const ofService = ofBusiness.extend({ serviceId: id('service') })
const ofStaff = ofBusiness.extend({ staffId: id('staff') })
const ofCustomer = ofBusiness.extend({ customerId: id('customer') })
const ofCustomerNote = ofCustomer.extend({ noteId: id('customerNote') })
const takes = [
  'not-found',
  'booking/slot-taken',
  'booking/outside-policy',
  'booking/payments-not-ready',
  'not-yet',
] as const
const movesState = ['not-found', 'booking/wrong-state', 'not-yet'] as const

export const listServices = operation({
  ...read,
  id: 'listServices',
  title: 'List services',
  shared: true,
  showsMembersMore: true,
  path: '/businesses/:businessId/services',
  access: 'anyone',
  summary: 'What can be booked',
  params: ofBusiness,
  returns: z.object({ items: z.array(shapes.listedService) }),
  problems: ['not-found', 'not-yet'],
})

export const addService = operation({
  ...write,
  id: 'addService',
  title: 'Add a service',
  path: '/businesses/:businessId/services',
  idempotent: 'if-sent',
  access: 'manager',
  summary: 'Offer a service',
  params: ofBusiness,
  body: shapes.serviceTerms,
  status: 201,
  returns: shapes.service,
  problems: ['not-found', 'not-yet', 'limit-reached'],
})

export const changeService = operation({
  ...write,
  id: 'changeService',
  title: 'Change a service',
  method: 'patch',
  path: '/businesses/:businessId/services/:serviceId',
  access: 'manager',
  conditional: true,
  summary: 'Change or withdraw a service; what is booked keeps its terms',
  params: ofService,
  body: shapes.serviceChange,
  returns: shapes.service,
  problems: ['not-found', 'stale'],
})

export const listStaff = operation({
  ...read,
  id: 'listStaff',
  title: 'List staff',
  shared: true,
  showsMembersMore: true,
  path: '/businesses/:businessId/staff',
  access: 'anyone',
  summary: 'Who works there',
  params: ofBusiness,
  returns: z.object({ items: z.array(shapes.staff) }),
  problems: ['not-found', 'not-yet'],
})

export const addStaff = operation({
  ...write,
  id: 'addStaff',
  title: 'Add a staff member',
  path: '/businesses/:businessId/staff',
  idempotent: 'if-sent',
  access: 'manager',
  summary: 'Add someone who can be booked',
  params: ofBusiness,
  body: shapes.staffTerms,
  status: 201,
  returns: shapes.staff,
  problems: ['not-found', 'not-yet', 'limit-reached'],
})

export const changeStaff = operation({
  ...write,
  id: 'changeStaff',
  title: 'Change a staff member',
  method: 'patch',
  path: '/businesses/:businessId/staff/:staffId',
  access: 'manager',
  conditional: true,
  summary: 'Change name, hours, or whether they can be booked',
  params: ofStaff,
  body: shapes.staffChange,
  returns: shapes.staff,
  problems: ['not-found', 'stale'],
})

export const listResources = operation({
  ...read,
  id: 'listResources',
  title: 'List resources',
  path: '/businesses/:businessId/resources',
  access: 'staff',
  summary: 'Chairs, rooms, courts',
  params: ofBusiness,
  returns: z.object({ items: z.array(shapes.resource) }),
  problems: [],
})

export const addResource = operation({
  ...write,
  id: 'addResource',
  title: 'Add a resource',
  path: '/businesses/:businessId/resources',
  idempotent: 'if-sent',
  access: 'manager',
  summary: 'Add a chair, a room, a court',
  params: ofBusiness,
  body: shapes.resourceTerms,
  status: 201,
  returns: shapes.resource,
  problems: ['not-found', 'not-yet', 'limit-reached'],
})

export const changeResource = operation({
  ...write,
  id: 'changeResource',
  title: 'Change a resource',
  method: 'patch',
  path: '/businesses/:businessId/resources/:resourceId',
  access: 'manager',
  conditional: 'if-sent',
  summary: 'Rename or retire a resource, or change its pool; what is booked keeps it',
  params: ofBusiness.extend({ resourceId: id('resource') }),
  body: shapes.resourceChange,
  returns: shapes.resource,
  problems: ['not-found', 'stale'],
})

export const findSlots = operation({
  ...read,
  id: 'findSlots',
  title: 'Find free times',
  shared: true,
  showsMembersMore: true,
  path: '/businesses/:businessId/slots',
  access: 'anyone',
  summary:
    'Free starts of a service; `to` inclusive, at most 31 days; `staffIds` for a single day or with `staff=true`',
  params: ofBusiness,
  query: z.object({
    serviceId: id('service'),
    from: localDate,
    to: localDate,
    staffId: id('staff').optional(),
    partySize: z.coerce.number().int().min(1).max(500).default(1),
    staff: queryFlag,
    explain: queryFlag,
  }),
  returns: z.object({
    timeZone,
    items: z.array(shapes.slot),
    /** The first of them, by start, where there are very many. */
    blocked: z.array(shapes.blocked).max(shapes.maxBlockedTimes).optional(),
  }),
  problems: ['not-found', 'not-yet'],
})

export const quote = operation({
  ...write,
  id: 'quote',
  title: 'Quote a price',
  showsMembersMore: true,
  path: '/businesses/:businessId/quotes',
  access: 'anyone',
  throttle: 'read',
  summary: 'What a service costs now: price, deposit and what is due before the time is confirmed',
  params: ofBusiness,
  body: shapes.bookingRequest.pick({ serviceId: true, partySize: true }),
  returns: shapes.quote,
  problems: ['not-found', 'not-yet', 'booking/outside-policy'],
})

export const book = operation({
  ...write,
  id: 'book',
  title: 'Book a time',
  path: '/bookings',
  access: 'anyone',
  idempotent: true,
  summary: 'Book a time; signed in, or as a guest who then manages it by the token',
  body: shapes.bookingRequest.extend({
    businessId: id('business'),
    /** It is meant: a second seat, or a visit at the time of another one. */
    allowOverlap: z.boolean().optional(),
    /** What else they hold of this service, unpaid, is released for it. */
    replaceHolds: z.boolean().optional(),
  }),
  status: 201,
  returns: shapes.booking.extend({
    /** For guests, this once. */
    manageToken: z.string().optional(),
  }),
  problems: [...takes, 'unauthenticated', 'booking/already-booked', 'booking/too-many-holds', 'too-many-requests'],
})

export const bookForCustomer = operation({
  ...write,
  id: 'bookForCustomer',
  title: 'Book for a customer',
  path: '/businesses/:businessId/bookings',
  access: 'staff',
  idempotent: true,
  summary: 'A phone or walk-in booking, paid at the venue; may override notice and hours, never what is taken',
  params: ofBusiness,
  body: shapes.bookingRequest.omit({ guest: true }).extend({
    customer: z.object({ name: line(80), email: shapes.guest.shape.email.optional(), phone: shapes.guest.shape.phone }),
    override: z.object({ minNotice: z.boolean(), hours: z.boolean() }).partial().optional(),
  }),
  status: 201,
  returns: shapes.businessBooking,
  problems: takes,
})

export const readBooking = operation({
  ...read,
  id: 'readBooking',
  title: 'Read a booking',
  path: '/bookings/:bookingId',
  access: 'party',
  summary: 'One booking',
  params: ofBooking,
  returns: shapes.ownBooking.extend({ note: text(500).optional(), complaint: shapes.complaintTexts.optional() }),
  problems: ['not-found'],
})

export const readBookingFile = operation({
  ...read,
  id: 'readBookingFile',
  title: 'Download a calendar file',
  path: '/bookings/:bookingId/calendar',
  access: 'party',
  summary: 'The booking as a calendar file (RFC 5545)',
  params: ofBooking,
  produces: 'text/calendar',
  problems: ['not-found'],
})

export const openManageLink = operation({
  ...write,
  id: 'openManageLink',
  title: 'Open a manage link',
  path: '/bookings/:bookingId/manage-session',
  access: 'anyone',
  throttle: 'identity',
  summary: "Exchange a guest's link for a cookie",
  params: ofBooking,
  body: z.object({ token: z.string().min(20).max(200) }),
  status: 204,
  problems: ['not-found', 'too-many-requests'],
})

export const eraseGuest = operation({
  ...write,
  id: 'eraseGuest',
  title: "Delete a guest's data",
  method: 'delete',
  path: '/bookings/:bookingId/guest',
  access: 'booker',
  summary:
    'Erase a guest by the mailed link: the booking is cancelled if it is to come, and nothing names the guest any more',
  params: ofBooking,
  body: z
    .object({
      /** The first name and the text of the review stay. Otherwise the stars alone do. */
      keepReviews: z.boolean().default(false),
    })
    .optional(),
  status: 204,
  problems: ['not-found', 'forbidden'],
})

export const cancelBooking = operation({
  ...write,
  id: 'cancelBooking',
  title: 'Cancel a booking',
  path: '/bookings/:bookingId/cancellation',
  access: 'party',
  summary: 'Cancel; the policy that was agreed says what is refunded',
  params: ofBooking,
  body: z.object({ reason: text(500).optional() }).optional(),
  returns: shapes.booking,
  problems: [...movesState, 'booking/outside-policy'],
})

export const rescheduleBooking = operation({
  ...write,
  id: 'rescheduleBooking',
  title: 'Change the time',
  path: '/bookings/:bookingId/reschedule',
  access: 'party',
  summary: 'Move a booking to another time; the consumer while cancelling is free, the business at any time',
  params: ofBooking,
  body: shapes.bookingRequest
    .pick({ start: true, staffId: true })
    .extend({ agreedPrice: shapes.quote.shape.price.optional() }),
  returns: shapes.booking,
  problems: [
    ...movesState,
    'booking/slot-taken',
    'booking/outside-policy',
    'booking/price-changed',
    'booking/payments-not-ready',
    'booking/too-many-holds',
  ],
})

export const changeBooking = operation({
  ...write,
  id: 'changeBooking',
  title: 'Correct a booking',
  conditional: 'if-sent',
  method: 'patch',
  path: '/bookings/:bookingId',
  access: 'staff',
  summary: 'Correct the customer, the note or the price of a booking that is not paid online',
  params: ofBooking,
  /** Null takes away what is there. Name and phone number of a customer with an account are their own to change. */
  body: z
    .object({
      customer: z
        .object({ name: line(80), phone: shapes.guest.shape.phone.unwrap().nullable() })
        .partial()
        .optional(),
      note: text(500).nullable(),
      price: shapes.booking.shape.price,
    })
    .partial(),
  returns: shapes.businessBooking,
  problems: [...movesState, 'stale'],
})

export const completeBooking = operation({
  ...write,
  id: 'completeBooking',
  title: 'Complete a booking',
  path: '/bookings/:bookingId/completion',
  access: 'staff',
  summary: 'It took place',
  params: ofBooking,
  returns: shapes.booking,
  problems: [...movesState, 'booking/not-started'],
})

export const markNoShow = operation({
  ...write,
  id: 'markNoShow',
  title: 'Mark a no-show',
  path: '/bookings/:bookingId/no-show',
  access: 'staff',
  summary: 'Nobody came',
  params: ofBooking,
  returns: shapes.booking,
  problems: [...movesState, 'booking/not-started'],
})

export const reopenBooking = operation({
  ...write,
  id: 'reopenBooking',
  title: 'Reopen a booking',
  path: '/bookings/:bookingId/reopening',
  access: 'staff',
  summary: 'Take back a completion or a no-show, within the complaint window',
  params: ofBooking,
  returns: shapes.booking,
  problems: [...movesState, 'booking/outside-policy', 'booking/slot-taken'],
})

export const refundBooking = operation({
  ...write,
  id: 'refundBooking',
  title: 'Refund a booking',
  path: '/bookings/:bookingId/refund',
  access: 'manager',
  summary: 'Refund any part of what was paid online, once the booking is over: `amount` is the sum of all its refunds',
  params: ofBooking,
  body: z.object({ amount: price }),
  returns: shapes.booking,
  problems: [...movesState, 'booking/outside-policy'],
})

export const fileComplaint = operation({
  ...write,
  id: 'fileComplaint',
  title: 'File a complaint',
  path: '/bookings/:bookingId/complaint',
  access: 'booker',
  summary:
    'Report from the start until the complaint window ends that something was wrong; the money stays until it is decided',
  params: ofBooking,
  body: z.object({ text: text(1000) }),
  returns: shapes.booking,
  problems: [...movesState, 'booking/outside-policy', 'booking/not-started'],
})

export const replyToComplaint = operation({
  ...write,
  id: 'replyToComplaint',
  title: 'Reply to a complaint',
  path: '/bookings/:bookingId/complaint/reply',
  access: 'manager',
  summary: 'Answer a complaint until it is decided, and offer to refund a share of what was paid',
  params: ofBooking,
  body: z.object({ text: text(1000), offeredShare: basisPoints.min(1).optional() }),
  returns: shapes.booking,
  problems: movesState,
})

export const acceptRefund = operation({
  ...write,
  id: 'acceptRefund',
  title: 'Accept a refund',
  path: '/bookings/:bookingId/complaint/acceptance',
  access: 'booker',
  summary: 'Accept what the business offers to refund: the complaint is over',
  params: ofBooking,
  body: z.object({ offeredShare: basisPoints }),
  returns: shapes.booking,
  problems: movesState,
})

export const decideComplaint = operation({
  ...write,
  id: 'decideComplaint',
  title: 'Decide a complaint',
  sensitive: true,
  path: '/bookings/:bookingId/complaint/decision',
  access: 'operator',
  summary: 'Release the money to the business, or refund a share of it',
  params: ofBooking,
  body: z.object({
    outcome: z.enum(['released', 'refunded']),
    refundShare: basisPoints.default(10_000),
    reason: text(500),
  }),
  returns: shapes.booking,
  problems: movesState,
})

export const listComplaints = operation({
  ...read,
  id: 'listComplaints',
  title: 'List open complaints',
  path: '/markets/:marketId/complaints',
  access: 'operator',
  summary: 'Complaints that wait for a decision, the one that is due first before the others',
  params: z.object({ marketId: id('market') }),
  query: z.object({ limit, cursor: cursor.optional() }),
  returns: page(shapes.complaint),
  problems: ['not-found'],
})

export const listMessages = operation({
  ...read,
  id: 'listMessages',
  title: 'List the messages',
  path: '/bookings/:bookingId/messages',
  access: 'party',
  summary:
    'The thread of a booking, the newest message first. Until the booking is confirmed, phone numbers, mail addresses and links are hidden from the other side',
  params: ofBooking,
  query: z.object({ limit, cursor: cursor.optional() }),
  returns: page(shapes.message).extend(shapes.threadState.shape),
  problems: ['not-found'],
})

export const sendMessage = operation({
  ...write,
  id: 'sendMessage',
  title: 'Send a message',
  path: '/bookings/:bookingId/messages',
  access: 'party',
  idempotent: true,
  summary: `Write to the other side of a booking, until ${shapes.threadDays} days after the visit or its cancellation`,
  params: ofBooking,
  body: z.object({ sentBy: shapes.threadSide, text: text(shapes.maxMessageLength) }),
  status: 201,
  returns: shapes.message,
  problems: ['not-found', 'booking/thread-closed', 'booking/no-address', 'booking/nobody-reads', 'too-many-requests'],
})

export const markMessagesRead = operation({
  ...write,
  id: 'markMessagesRead',
  title: 'Mark messages read',
  path: '/bookings/:bookingId/messages/read',
  access: 'party',
  summary: 'Say up to which message one side has read; a mark never goes back',
  params: ofBooking,
  body: z.object({ readBy: shapes.threadSide, upTo: shapes.message.shape.number }),
  returns: shapes.readMarks,
  problems: ['not-found'],
})

export const reportMessage = operation({
  ...write,
  id: 'reportMessage',
  title: 'Report a message',
  path: '/bookings/:bookingId/messages/reports',
  access: 'party',
  summary:
    'Ask the operator to look at a message of the other side, with a reason; until the decision it stays in sight, and a message that was reported already is not reported again',
  params: ofBooking,
  body: z.object({ number: shapes.message.shape.number, reason: text(500) }),
  returns: shapes.message,
  problems: ['not-found', 'too-many-requests'],
})

export const listReportedMessages = operation({
  ...read,
  id: 'listReportedMessages',
  title: 'List reported messages',
  path: '/markets/:marketId/reported-messages',
  access: 'operator',
  summary: 'Messages that somebody has reported and nobody has decided about, the oldest report first',
  params: z.object({ marketId: id('market') }),
  query: z.object({ limit, cursor: cursor.optional() }),
  returns: page(shapes.messageReport),
  problems: ['not-found'],
})

export const decideMessageReport = operation({
  ...write,
  id: 'decideMessageReport',
  title: 'Decide about a message',
  path: '/message-reports/:reportId/decision',
  access: 'operator',
  summary:
    'Keep or remove a reported message, with a reason that whoever reported it reads, and whoever wrote it where it is removed',
  params: z.object({ reportId: id('messageReport') }),
  body: z.object({ outcome: shapes.reportOutcome, reason: text(500) }),
  status: 204,
  problems: ['not-found', 'booking/not-reported'],
})

export const listMyBookings = operation({
  ...read,
  id: 'listMyBookings',
  title: 'List my bookings',
  path: '/me/bookings',
  access: 'person',
  summary: 'My bookings, the next first',
  query: z.object({ limit, cursor: cursor.optional() }),
  returns: page(shapes.ownBooking),
  problems: [],
})

export const listBusinessBookings = operation({
  ...read,
  id: 'listBusinessBookings',
  title: 'Read the board',
  path: '/businesses/:businessId/bookings',
  access: 'staff',
  summary: 'The board: bookings and blocked time that take up any of the time between two local dates',
  params: ofBusiness,
  query: z.object({ from: localDate, to: localDate }),
  returns: z.object({
    timeZone,
    items: z.array(shapes.boardBooking),
    /** Bookings whose move to this time is held until the difference is paid; their `resourceIds` are those of that time. */
    heldMoves: z.array(shapes.boardBooking),
    blocks: z.array(shapes.block),
  }),
  problems: [],
})

export const findBookingsOutsideHours = operation({
  ...write,
  id: 'findBookingsOutsideHours',
  title: 'Find bookings outside hours',
  path: '/businesses/:businessId/bookings/outside-hours',
  access: 'staff',
  throttle: 'read',
  summary:
    'What is booked outside these hours, of the business or of one of its staff, services or resources: it stands until somebody cancels it',
  params: ofBusiness,
  /** Without any hours: everything that is to come. */
  body: hours.extend({
    staffId: id('staff').optional(),
    serviceId: id('service').optional(),
    resourceId: id('resource').optional(),
  }),
  returns: z.object({
    count: z.int().min(0),
    /** The next of them. */
    items: z.array(shapes.businessBooking).max(shapes.maxBookingsNamed),
  }),
  problems: ['not-found'],
})

export const blockTime = operation({
  ...write,
  id: 'blockTime',
  title: 'Block time',
  path: '/businesses/:businessId/blocks',
  idempotent: 'if-sent',
  access: 'staff',
  summary:
    'Keep a person, everyone or a resource free, once or every day; what is booked in that time stands, and is named',
  params: ofBusiness,
  body: shapes.blockTerms,
  status: 201,
  returns: shapes.block.extend({
    /** How many blocks were made: one for each person and day. */
    count: z.int().min(1),
    /** The next of what is booked in that time. */
    overlapping: z.array(shapes.businessBooking).max(shapes.maxBookingsNamed),
  }),
  problems: ['not-found', 'limit-reached'],
})

export const unblockTime = operation({
  ...write,
  id: 'unblockTime',
  title: 'Remove a block',
  method: 'delete',
  path: '/businesses/:businessId/blocks/:blockId',
  access: 'staff',
  summary: 'Release blocked time, or with `series=true` all that was blocked together with it',
  params: ofBusiness.extend({ blockId: id('block') }),
  query: z.object({ series: queryFlag }),
  status: 204,
  problems: ['not-found'],
})

export const cancelGroupSession = operation({
  ...write,
  id: 'cancelGroupSession',
  title: 'Cancel a group session',
  path: '/businesses/:businessId/group-sessions/:groupSessionId/cancellation',
  access: 'staff',
  summary: 'Cancel one meeting of a class for everybody who has booked it, and keep its time free',
  params: ofBusiness.extend({ groupSessionId: id('groupSession') }),
  body: z.object({ reason: text(500) }),
  returns: z.object({ cancelled: z.int() }),
  problems: ['not-found'],
})

export const messageGroupSession = operation({
  ...write,
  id: 'messageGroupSession',
  title: 'Message a session',
  path: '/businesses/:businessId/group-sessions/:groupSessionId/messages',
  access: 'staff',
  idempotent: true,
  summary: 'Write to everybody who has booked one meeting of a class',
  params: ofBusiness.extend({ groupSessionId: id('groupSession') }),
  body: z.object({ text: text(500) }),
  returns: z.object({ sent: z.int() }),
  problems: ['not-found', 'too-many-requests'],
})

export const listCustomers = operation({
  ...read,
  id: 'listCustomers',
  title: 'List customers',
  path: '/businesses/:businessId/customers',
  access: 'staff',
  summary:
    'Everybody who has booked with the business, by name; `q` is words of a name, a mail address or a phone number',
  params: ofBusiness,
  query: z.object({ q: searchText(80).optional(), limit, cursor: cursor.optional() }),
  returns: page(shapes.customer),
  problems: [],
})

/** As many as a page of transactions names. */
const bookingIds = z
  .string()
  .max(5_000)
  .regex(/^[a-z0-9_]+(,[a-z0-9_]+)*$/, 'ids')
  .transform((text) => text.split(','))
  .pipe(z.array(id('booking')).max(100))
  .meta({ description: 'ids, with commas between them' })

export const listCustomerNames = operation({
  ...read,
  id: 'listCustomerNames',
  title: 'List customer names',
  path: '/businesses/:businessId/customer-names',
  access: 'staff',
  summary: 'Who has made these bookings of the business',
  params: ofBusiness,
  query: z.object({ bookings: bookingIds }),
  returns: z.object({ items: z.array(z.object({ bookingId: id('booking'), name: line(80) })) }),
  problems: [],
})

export const readCustomer = operation({
  ...read,
  id: 'readCustomer',
  title: 'Read a customer',
  path: '/businesses/:businessId/customers/:customerId',
  access: 'staff',
  summary: 'One customer, with totals and the notes of the business',
  params: ofCustomer,
  returns: shapes.customerDetails,
  problems: ['not-found'],
})

export const listCustomerBookings = operation({
  ...read,
  id: 'listCustomerBookings',
  title: "List a customer's bookings",
  path: '/businesses/:businessId/customers/:customerId/bookings',
  access: 'staff',
  summary: 'What the customer has booked with the business, the latest start first',
  params: ofCustomer,
  query: z.object({ limit, cursor: cursor.optional() }),
  returns: page(shapes.booking),
  problems: ['not-found'],
})

export const addCustomerNote = operation({
  ...write,
  id: 'addCustomerNote',
  title: 'Add a customer note',
  path: '/businesses/:businessId/customers/:customerId/notes',
  access: 'manager',
  idempotent: true,
  summary: 'Write down something about a customer; the customer finds it in the export of their data',
  params: ofCustomer,
  body: z.object({ text: text(1000) }),
  status: 201,
  returns: shapes.customerNote,
  problems: ['not-found', 'limit-reached'],
})

export const changeCustomerNote = operation({
  ...write,
  id: 'changeCustomerNote',
  title: 'Change a customer note',
  method: 'patch',
  path: '/businesses/:businessId/customers/:customerId/notes/:noteId',
  access: 'manager',
  conditional: true,
  summary: 'Change the text of a note about a customer',
  params: ofCustomerNote,
  body: z.object({ text: text(1000) }),
  returns: shapes.customerNote,
  problems: ['not-found', 'stale'],
})

export const deleteCustomerNote = operation({
  ...write,
  id: 'deleteCustomerNote',
  title: 'Delete a customer note',
  method: 'delete',
  path: '/businesses/:businessId/customers/:customerId/notes/:noteId',
  access: 'manager',
  summary: 'Delete a note about a customer',
  params: ofCustomerNote,
  status: 204,
  problems: ['not-found'],
})
