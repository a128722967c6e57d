import * as api from '@buy-locals/contracts/booking/operations'
import type { TwoTowns } from '../two-towns/two-towns.ts'
import type { Booked, Matter } from '../two-towns/bookings.ts'
import { asked, ifMatch } from './asked.ts'
import type { Makers } from './makers.ts'

const price = { amount: 4_500, currency: 'USD' } as const
const today = ({ running }: TwoTowns) => running.composed.auth.clock().toZonedDateTimeISO('America/Boise').toPlainDate()
const guest = { name: 'Gwen Guest', email: 'gwen@example.com' }
const about = ({ id }: Booked) => ({ params: { bookingId: id } })

let blocks = 0
/** Each an hour of its own, months ahead. */
const blockedHour = ({ running }: TwoTowns) => {
  const start = running.composed.auth.clock().add({ hours: 2_000 + blocks++ })
  return { start: start.toString(), end: start.add({ hours: 1 }).toString() }
}

export const bookingRequests: Makers = {
  listServices: async (_towns, { shop }) => asked(api.listServices, { params: { businessId: shop.id } }),
  addService: async (_towns, { shop }) =>
    asked(api.addService, {
      params: { businessId: shop.id },
      body: { name: 'Lesson', description: 'Half an hour', durationMinutes: 30, price },
    }),
  changeService: async ({ ask }, { shop }) => {
    const params = { businessId: shop.id }
    const service = await ask(shop.owner, api.addService, {
      params,
      body: { name: 'Brief', durationMinutes: 30, price },
    })
    const input = { params: { ...params, serviceId: service.id }, body: { name: 'Longer', durationMinutes: 45 } }
    return asked(api.changeService, input, ifMatch(service.version))
  },
  listStaff: async (_towns, { shop }) => asked(api.listStaff, { params: { businessId: shop.id } }),
  addStaff: async (_towns, { shop }) =>
    asked(api.addStaff, { params: { businessId: shop.id }, body: { name: 'Ben', title: 'Tenor' } }),
  changeStaff: async ({ ask }, { shop }) => {
    const params = { businessId: shop.id }
    const staff = await ask(shop.owner, api.addStaff, { params, body: { name: 'Cleo' } })
    const input = { params: { ...params, staffId: staff.id }, body: { name: 'Cleopatra', active: false, hours: null } }
    return asked(api.changeStaff, input, ifMatch(staff.version))
  },
  listResources: async (_towns, { shop }) => asked(api.listResources, { params: { businessId: shop.id } }),
  addResource: async (_towns, { shop }) =>
    asked(api.addResource, { params: { businessId: shop.id }, body: { name: 'Room', pool: 'rooms' } }),
  findSlots: async (towns, { shop }) => {
    const query = { serviceId: shop.groupId, from: String(today(towns)), to: String(today(towns).add({ days: 2 })) }
    return asked(api.findSlots, { params: { businessId: shop.id }, query })
  },
  book: async ({ bookings }, { shop }) =>
    asked(api.book, {
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
    asked(api.bookForCustomer, {
      params: { businessId: shop.id },
      body: {
        serviceId: shop.groupId,
        start: bookings.soon(),
        note: 'By phone',
        customer: { name: 'Cara Caller', phone: '+12085550100' },
      },
    }),
  readBooking: async ({ bookings }, matter) => ofBooking(api.readBooking, bookings.paid(matter)),
  readBookingFile: async ({ bookings }, matter) => ofBooking(api.readBookingFile, bookings.paid(matter)),
  openManageLink: async ({ bookings }, { shop }) => {
    const booked = await bookings.fresh({ shop, booker: 'guest' })
    return asked(api.openManageLink, { ...about(booked), body: { token: booked.link ?? '' } })
  },
  cancelBooking: async ({ bookings }, matter) => {
    const booked = await bookings.fresh(matter)
    return asked(api.cancelBooking, { ...about(booked), body: { reason: 'Something came up' } }, booked)
  },
  completeBooking: async ({ bookings }, matter) => ofBooking(api.completeBooking, bookings.begun(matter)),
  markNoShow: async ({ bookings }, matter) => ofBooking(api.markNoShow, bookings.begun(matter)),
  fileComplaint: async (towns, matter) => {
    const booked = await completed(towns, matter)
    return asked(api.fileComplaint, { ...about(booked), body: { text: 'It was too short' } }, booked)
  },
  decideComplaint: async (towns, matter) => {
    const booked = await reported(towns, matter)
    const body = { outcome: 'refunded' as const, refundShare: 5_000, reason: 'Half of it took place' }
    return asked(api.decideComplaint, { ...about(booked), body }, booked)
  },
  listComplaints: async (_towns, { shop }) =>
    asked(api.listComplaints, { params: { marketId: shop.marketId }, query: { limit: 5 } }),
  listMyBookings: async () => asked(api.listMyBookings, { query: { limit: 5 } }),
  listBusinessBookings: async (towns, { shop }) => {
    const query = { from: String(today(towns)), to: String(today(towns).add({ days: 1 })) }
    return asked(api.listBusinessBookings, { params: { businessId: shop.id }, query })
  },
  blockTime: async (towns, { shop }) => {
    const body = { staffId: shop.staffId, ...blockedHour(towns), note: 'Dentist' }
    return asked(api.blockTime, { params: { businessId: shop.id }, body })
  },
  unblockTime: async (towns, { shop }) => {
    const params = { businessId: shop.id }
    const body = { staffId: shop.staffId, ...blockedHour(towns) }
    const { id: blockId } = await towns.ask(shop.owner, api.blockTime, { params, body })
    return asked(api.unblockTime, { params: { ...params, blockId } })
  },
}

const ofBooking = <
  O extends typeof api.readBooking | typeof api.readBookingFile | typeof api.completeBooking | typeof api.markNoShow,
>(
  operation: O,
  booked: Booked,
) =>
  asked<typeof api.readBooking | typeof api.readBookingFile | typeof api.completeBooking | typeof api.markNoShow>(
    operation,
    about(booked),
    booked,
  )

export async function completed({ ask, bookings }: TwoTowns, matter: Matter): Promise<Booked> {
  const booked = bookings.begun(matter)
  await ask(matter.shop.owner, api.completeBooking, about(booked))
  return booked
}

async function reported(towns: TwoTowns, matter: Matter): Promise<Booked> {
  const booked = await completed(towns, matter)
  const as = matter.booker === 'guest' ? undefined : matter.booker
  const options = booked.link ? { headers: { 'x-manage-token': booked.link } } : {}
  await towns.ask(as, api.fileComplaint, { ...about(booked), body: { text: 'It was too short' } }, options)
  return booked
}
