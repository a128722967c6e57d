import { sql } from 'kysely'
import * as api from '@buy-locals/contracts/booking/operations'
import type { ThreadSide } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import { asBooker, openFromMail, required, type Subject, type TestBooking } from '../two-markets/bookings.ts'
import type { TwoMarkets } from '../two-markets/two-markets.ts'
import type { Caller } from './callers.ts'
import { apiRequest, ifMatch, type RequestMakers } from './request.ts'

const price = { amount: 4_500, currency: 'USD' } as const
const today = ({ running }: TwoMarkets) =>
  running.composed.auth.clock().toZonedDateTimeISO('America/Boise').toPlainDate()
const guest = { name: 'Gwen Guest', email: 'gwen@example.com' }
export const bookingParams = ({ id }: TestBooking) => ({ params: { bookingId: id } })

let blocks = 0
/** A different hour each time, months ahead. */
const unusedHour = ({ running }: TwoMarkets) => {
  const start = running.composed.auth.clock().add({ hours: 2_000 + blocks++ })
  return { start: start.toString(), end: start.add({ hours: 1 }).toString() }
}

export const bookingRequests: RequestMakers = {
  listServices: async (_, { shop }) => apiRequest(api.listServices, { params: { businessId: shop.id } }),
  addService: async (_, { shop }) =>
    apiRequest(api.addService, {
      params: { businessId: shop.id },
      body: { name: 'Lesson', description: 'Half an hour', durationMinutes: 30, price },
    }),
  changeService: async ({ callAs }, { shop }) => {
    const params = { businessId: shop.id }
    const service = await callAs(shop.owner, api.addService, {
      params,
      body: { name: 'Brief', durationMinutes: 30, price },
    })
    const input = { params: { ...params, serviceId: service.id }, body: { name: 'Longer', durationMinutes: 45 } }
    return apiRequest(api.changeService, input, ifMatch(service.version))
  },
  listStaff: async (_, { shop }) => apiRequest(api.listStaff, { params: { businessId: shop.id } }),
  addStaff: async (_, { shop }) =>
    apiRequest(api.addStaff, { params: { businessId: shop.id }, body: { name: 'Ben', title: 'Tenor' } }),
  changeStaff: async ({ callAs }, { shop }) => {
    const params = { businessId: shop.id }
    const staff = await callAs(shop.owner, api.addStaff, { params, body: { name: 'Cleo' } })
    const input = { params: { ...params, staffId: staff.id }, body: { name: 'Cleopatra', active: false, hours: null } }
    return apiRequest(api.changeStaff, input, ifMatch(staff.version))
  },
  listResources: async (_, { shop }) => apiRequest(api.listResources, { params: { businessId: shop.id } }),
  addResource: async (_, { shop }) =>
    apiRequest(api.addResource, { params: { businessId: shop.id }, body: { name: 'Room', pool: 'rooms' } }),
  changeResource: async ({ callAs }, { shop }) => {
    const params = { businessId: shop.id }
    const resource = await callAs(shop.owner, api.addResource, { params, body: { name: 'Room' } })
    const input = { params: { ...params, resourceId: resource.id }, body: { name: 'Hall', active: false, pool: null } }
    return apiRequest(api.changeResource, input, ifMatch(resource.version))
  },
  findSlots: async (markets, { shop }) => {
    const query = { serviceId: shop.groupId, from: String(today(markets)), to: String(today(markets).add({ days: 2 })) }
    return apiRequest(api.findSlots, { params: { businessId: shop.id }, query })
  },
  quote: async (_, { shop }) =>
    apiRequest(api.quote, { params: { businessId: shop.id }, body: { serviceId: shop.groupId, partySize: 2 } }),
  book: async ({ bookings }, { shop }) =>
    apiRequest(api.book, {
      body: {
        businessId: shop.id,
        serviceId: shop.groupId,
        start: bookings.soon(),
        partySize: 1,
        note: 'The door is blue',
        guest,
      },
    }),
  bookForCustomer: async ({ bookings }, { shop }) =>
    apiRequest(api.bookForCustomer, {
      params: { businessId: shop.id },
      body: {
        serviceId: shop.groupId,
        start: bookings.soon(),
        note: 'By phone',
        customer: { name: 'Cara Caller', phone: '+12085550100' },
      },
    }),
  readBooking: async ({ bookings }, subject) => aboutBooking(api.readBooking, bookings.paid(subject)),
  readBookingFile: async ({ bookings }, subject) => aboutBooking(api.readBookingFile, bookings.paid(subject)),
  openManageLink: async ({ bookings }, { shop }) => {
    const booking = await bookings.create({ shop, booker: 'guest' })
    return apiRequest(api.openManageLink, { ...bookingParams(booking), body: { token: booking.manageToken ?? '' } })
  },
  eraseGuest: async ({ running, bookings }, subject) => {
    const booking = await openFromMail(running, await bookings.create(subject))
    return apiRequest(api.eraseGuest, { ...bookingParams(booking), body: { keepReviews: true } }, booking)
  },
  cancelBooking: async ({ bookings }, subject) => {
    const booking = await bookings.create(subject)
    return apiRequest(api.cancelBooking, { ...bookingParams(booking), body: { reason: 'Something came up' } }, booking)
  },
  rescheduleBooking: async ({ bookings }, subject) => {
    const booking = await bookings.create(subject)
    return apiRequest(api.rescheduleBooking, { ...bookingParams(booking), body: { start: bookings.soon() } }, booking)
  },
  changeBooking: async ({ bookings }, subject) => {
    const booking = await bookings.create(subject)
    return apiRequest(api.changeBooking, { ...bookingParams(booking), body: { note: 'At the side door' } })
  },
  completeBooking: async ({ bookings }, subject) => aboutBooking(api.completeBooking, bookings.takeBegun(subject)),
  markNoShow: async ({ bookings }, subject) => aboutBooking(api.markNoShow, bookings.takeBegun(subject)),
  reopenBooking: async (markets, subject) => aboutBooking(api.reopenBooking, await completedBooking(markets, subject)),
  refundBooking: async (markets, subject) => {
    const booking = await completedBooking(markets, subject)
    const db = required(markets.running.composed.databases.get('booking'), 'there is no booking service')
    await sql`update bookings set payment = 'online', deposit_amount = 500 where id = ${booking.id}`.execute(db)
    const body = { amount: { amount: 500, currency: 'USD' as const } }
    return apiRequest(api.refundBooking, { ...bookingParams(booking), body }, booking)
  },
  fileComplaint: async (markets, subject) => {
    const booking = await completedBooking(markets, subject)
    return apiRequest(api.fileComplaint, { ...bookingParams(booking), body: { text: 'It was too short' } }, booking)
  },
  replyToComplaint: async (markets, subject) => {
    const booking = await bookingWithComplaint(markets, subject)
    return apiRequest(api.replyToComplaint, { ...bookingParams(booking), body: reply }, booking)
  },
  acceptRefund: async (markets, subject) => {
    const booking = await bookingWithComplaint(markets, subject)
    const { offeredShare } = reply
    const db = required(markets.running.composed.databases.get('booking'), 'there is no booking service')
    // What nobody paid online for is offered no refund: these bookings are paid at the venue.
    await sql`update bookings set offered_share = ${offeredShare} where id = ${booking.id}`.execute(db)
    return apiRequest(api.acceptRefund, { ...bookingParams(booking), body: { offeredShare } }, booking)
  },
  decideComplaint: async (markets, subject) => {
    const booking = await bookingWithComplaint(markets, subject)
    const body = { outcome: 'refunded' as const, refundShare: 5_000, reason: 'Half of it took place' }
    return apiRequest(api.decideComplaint, { ...bookingParams(booking), body }, booking)
  },
  listComplaints: async (_, { shop }) =>
    apiRequest(api.listComplaints, { params: { marketId: shop.marketId }, query: { limit: 5 } }),
  listMessages: async ({ bookings }, subject) => {
    const booking = bookings.paid(subject)
    return apiRequest(api.listMessages, { ...bookingParams(booking), query: { limit: 5 } }, booking)
  },
  sendMessage: async ({ bookings }, subject, caller) => {
    const booking = await bookings.create(subject)
    const body = { sentBy: sideOf(subject, caller), text: 'Is there parking?' }
    return apiRequest(api.sendMessage, { ...bookingParams(booking), body }, booking)
  },
  markMessagesRead: async (markets, subject, caller) => {
    const booking = await markets.bookings.create(subject)
    const { name, options } = asBooker(subject, booking)
    const message = { sentBy: 'consumer' as const, text: 'Is there parking?' }
    await markets.callAs(name, api.sendMessage, { ...bookingParams(booking), body: message }, options)
    const body = { readBy: sideOf(subject, caller), upTo: 1 }
    return apiRequest(api.markMessagesRead, { ...bookingParams(booking), body }, booking)
  },
  reportMessage: async (markets, subject, caller) => {
    const booking = await bookingWithMessages(markets, subject)
    const number = sideOf(subject, caller) === 'consumer' ? 2 : 1
    return apiRequest(api.reportMessage, { ...bookingParams(booking), body: { number, reason } }, booking)
  },
  listReportedMessages: async (_, { shop }) =>
    apiRequest(api.listReportedMessages, { params: { marketId: shop.marketId }, query: { limit: 5 } }),
  decideMessageReport: async (markets, subject) => {
    const { shop } = subject
    const { id: bookingId } = await bookingWithMessages(markets, subject)
    await markets.callAs(shop.owner, api.reportMessage, { params: { bookingId }, body: { number: 1, reason } })
    const list = { params: { marketId: shop.marketId }, query: { limit: 100 } }
    const { items } = await markets.callAs(shop.operator, api.listReportedMessages, list)
    const { id: reportId } = required(
      items.find((report) => report.bookingId === bookingId),
      'the report is not on the list',
    )
    const body = { outcome: 'dismissed' as const, reason: 'It is no threat' }
    return apiRequest(api.decideMessageReport, { params: { reportId }, body })
  },
  listMyBookings: async () => apiRequest(api.listMyBookings, { query: { limit: 5 } }),
  listBusinessBookings: async (markets, { shop }) => {
    const query = { from: String(today(markets)), to: String(today(markets).add({ days: 1 })) }
    return apiRequest(api.listBusinessBookings, { params: { businessId: shop.id }, query })
  },
  findBookingsOutsideHours: async (_, { shop }) =>
    apiRequest(api.findBookingsOutsideHours, { params: { businessId: shop.id }, body: { weekly: [] } }),
  blockTime: async (markets, { shop }) => {
    const body = { staffId: shop.staffId, ...unusedHour(markets), note: 'Dentist' }
    return apiRequest(api.blockTime, { params: { businessId: shop.id }, body })
  },
  unblockTime: async (markets, { shop }) => {
    const params = { businessId: shop.id }
    const body = { staffId: shop.staffId, ...unusedHour(markets) }
    const { id: blockId } = await markets.callAs(shop.owner, api.blockTime, { params, body })
    return apiRequest(api.unblockTime, { params: { ...params, blockId } })
  },
  messageGroupSession: async (markets, subject) => {
    const params = { businessId: subject.shop.id, groupSessionId: await groupSessionOf(markets, subject) }
    return apiRequest(api.messageGroupSession, { params, body: { text: 'Bring a towel' } })
  },
  listCustomers: async (_, { shop }) =>
    apiRequest(api.listCustomers, { params: { businessId: shop.id }, query: { q: 'cara', limit: 5 } }),
  listCustomerNames: async ({ bookings }, subject) =>
    apiRequest(api.listCustomerNames, {
      params: { businessId: subject.shop.id },
      query: { bookings: bookings.paid(subject).id },
    }),
  readCustomer: async (markets, subject) =>
    apiRequest(api.readCustomer, { params: await customerOf(markets, subject) }),
  listCustomerBookings: async (markets, subject) =>
    apiRequest(api.listCustomerBookings, { params: await customerOf(markets, subject), query: { limit: 5 } }),
  addCustomerNote: async (markets, subject) =>
    apiRequest(api.addCustomerNote, { params: await customerOf(markets, subject), body: { text: 'Likes tea' } }),
  changeCustomerNote: async (markets, subject) => {
    const { params, version } = await noteOf(markets, subject)
    return apiRequest(api.changeCustomerNote, { params, body: { text: 'Likes coffee' } }, ifMatch(version))
  },
  deleteCustomerNote: async (markets, subject) =>
    apiRequest(api.deleteCustomerNote, { params: (await noteOf(markets, subject)).params }),
  cancelGroupSession: async (markets, subject) => {
    const params = { businessId: subject.shop.id, groupSessionId: await groupSessionOf(markets, subject) }
    return apiRequest(api.cancelGroupSession, { params, body: { reason: 'The teacher is ill' } })
  },
}

const sideOf = ({ booker }: Subject, caller: Caller): ThreadSide => (caller === booker ? 'consumer' : 'business')

const reason = 'It is a threat'

/** The first message is the booker's, the second one the business's. */
async function bookingWithMessages(markets: TwoMarkets, subject: Subject): Promise<TestBooking> {
  const booking = await markets.bookings.create(subject)
  const { name, options } = asBooker(subject, booking)
  const write = (sentBy: ThreadSide) => ({ ...bookingParams(booking), body: { sentBy, text: 'Is there parking?' } })
  await markets.callAs(name, api.sendMessage, write('consumer'), options)
  await markets.callAs(subject.shop.owner, api.sendMessage, write('business'))
  return booking
}

const reply = { text: 'We were late, and are sorry', offeredShare: 5_000 }

let customers = 0
/** Each has a name of its own: a customer has fifty notes at most. */
async function customerOf(markets: TwoMarkets, { shop }: Subject) {
  const params = { businessId: shop.id }
  const name = `Cara Caller ${(customers += 1)}`
  const body = { serviceId: shop.groupId, start: markets.bookings.soon(), customer: { name } }
  await markets.callAs(shop.owner, api.bookForCustomer, { params, body })
  const { items } = await markets.callAs(shop.owner, api.listCustomers, { params, query: { q: name } })
  return {
    ...params,
    customerId: required(
      items.find((customer) => customer.name === name),
      'no customer',
    ).id,
  }
}

async function noteOf(markets: TwoMarkets, subject: Subject) {
  const params = await customerOf(markets, subject)
  const body = { text: 'Likes tea' }
  const note = await markets.callAs(subject.shop.owner, api.addCustomerNote, { params, body })
  return { params: { ...params, noteId: note.id }, version: note.version }
}

/** A class of its own, because everybody's seat is cancelled. */
async function groupSessionOf(markets: TwoMarkets, { shop }: Subject): Promise<Id<'groupSession'>> {
  const params = { businessId: shop.id }
  const terms = { name: 'Choir', durationMinutes: 30, price, capacity: 5 }
  const { id: serviceId } = await markets.callAs(shop.owner, api.addService, { params, body: terms })
  const customer = { name: 'Cara Caller', phone: '+12085550100' }
  const body = { serviceId, start: markets.bookings.soon(), customer }
  const { id: bookingId } = await markets.callAs(shop.owner, api.bookForCustomer, { params, body })
  const query = { from: String(today(markets)), to: String(today(markets).add({ days: 1 })) }
  const { items } = await markets.callAs(shop.owner, api.listBusinessBookings, { params, query })
  return required(items.find(({ id }) => id === bookingId)?.groupSessionId, 'the board names no session')
}

type BookingOperation =
  | typeof api.readBooking
  | typeof api.readBookingFile
  | typeof api.completeBooking
  | typeof api.markNoShow
  | typeof api.reopenBooking

const aboutBooking = (operation: BookingOperation, booking: TestBooking) =>
  apiRequest<BookingOperation>(operation, bookingParams(booking), booking)

export async function completedBooking({ callAs, bookings }: TwoMarkets, subject: Subject): Promise<TestBooking> {
  const booking = bookings.takeBegun(subject)
  await callAs(subject.shop.owner, api.completeBooking, bookingParams(booking))
  return booking
}

async function bookingWithComplaint(markets: TwoMarkets, subject: Subject): Promise<TestBooking> {
  const booking = await completedBooking(markets, subject)
  const { name, options } = asBooker(subject, booking)
  await markets.callAs(
    name,
    api.fileComplaint,
    { ...bookingParams(booking), body: { text: 'It was too short' } },
    options,
  )
  return booking
}
