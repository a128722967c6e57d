import type { Copy } from './copy-rows.ts'
import type { Plan } from './plan.ts'
import type { Visits } from './visits.ts'
import { at, dayMs, idAt, type World } from './world.ts'

export function* rowsOfBookings({
  world,
  ids,
  ours,
  consumerId,
  paidId,
  visits,
  ofVisit,
  nameOf,
  marketOf,
  email,
  nowMs,
}: Plan): Generator<Copy> {
  const { businesses, bookable, markets } = world
  const twoStaff = (n: number) => `{${ids.staff(2 * Math.floor(n / 2))},${ids.staff(2 * Math.floor(n / 2) + 1)}}`
  yield {
    table: 'booking.markets',
    from: 1,
    count: markets,
    like: `id = '${ours.marketId}'`,
    columns: { id: ids.market },
  }
  yield { table: 'booking.businesses', from: 1, count: businesses, like: `id = '${ours.id}'`, columns: { id: ids.business, name: nameOf, market_id: marketOf } } // prettier-ignore
  yield { table: 'booking.payees', from: 1, count: bookable, like: `business_id = '${ours.id}'`, columns: { business_id: ids.business } } // prettier-ignore
  yield { table: 'booking.people', from: 1, count: world.people, like: `id = '${consumerId}'`, columns: { id: ids.person, email, name: (n) => `Person ${n}`, kind: (n) => (n % 3 ? 'account' : 'guest') } } // prettier-ignore
  yield { table: 'booking.staff', count: bookable * 2, like: `id = '${ours.staffId}'`, columns: { id: ids.staff, business_id: (n) => ids.business(Math.floor(n / 2)), name: (n) => `Worker ${n}` } } // prettier-ignore
  yield { table: 'booking.services', count: bookable * 2, like: `id = '${ours.groupId}'`, columns: { id: ids.service, business_id: (n) => ids.business(Math.floor(n / 2)), name: (n) => `Visit ${n % 7}`, capacity: () => 1, staff_ids: twoStaff, step_minutes: () => 30 } } // prettier-ignore
  const customer = customersOf(visits, world)
  const isFirst = (n: number) => customer(n) === n
  yield { table: 'booking.customers', count: visits.count, only: isFirst, columns: { id: ids.customer, business_id: ofVisit.business, key: (n) => email(visits.person[n] ?? 0), name: (n) => `Person ${visits.person[n]}`, email: (n) => email(visits.person[n] ?? 0), has_account: (n) => (visits.person[n] ?? 0) % 3 > 0 } } // prettier-ignore
  yield { table: 'booking.bookings', count: visits.count, like: `id = '${paidId}'`, columns: {
    ...{ id: ids.booking, business_id: ofVisit.business, market_id: ofVisit.market, service_id: ofVisit.service, staff_id: ofVisit.staff },
    ...{ consumer_id: ofVisit.person, is_guest: (n) => (visits.person[n] ?? 0) % 3 === 0 && visits.person[n] !== 0, group_session_id: () => null, hold_expires_at: () => null },
    ...{ start_at: ofVisit.start, end_at: ofVisit.end, local_start: (n) => ofVisit.start(n).slice(0, 16), created_at: ofVisit.created, status: visits.status, payment: (n) => (visits.isPaid(n) ? 'online' : 'at-venue') },
    ...{ cancelled_by: (n) => (visits.status(n) === 'cancelled' ? 'consumer' : null), completed_at: ofVisit.over, completed_by: (n) => ofVisit.over(n) && 'automatic' },
    ...{ customer_id: (n) => ids.customer(customer(n)) },
    ...{ complaints_end_at: ofVisit.complaintsEnd, is_final: ofVisit.isFinal, requested_from: () => null },
  } } // prettier-ignore
  yield { table: 'booking.allocations', count: visits.count, columns: { calendar_id: ofVisit.staff, during: (n) => `[${ofVisit.start(n)},${ofVisit.end(n)})`, live: (n) => visits.status(n) !== 'cancelled', booking_id: ids.booking } } // prettier-ignore
  yield { table: 'booking.availability', count: bookable * 2, like: `service_id = '${ours.groupId}'`, columns: { service_id: ids.service } } // prettier-ignore
  const ahead = Math.ceil(visits.count * 0.04)
  yield { table: 'booking.jobs', count: visits.count, from: visits.count - ahead, like: `kind = 'booking.auto-complete'`, columns: { id: (n) => idAt('job', nowMs, n), key: ids.booking, run_at: (n) => at(Math.max(visits.startMs(n), nowMs) + 2 * dayMs), payload: (n) => JSON.stringify({ bookingId: ids.booking(n) }), leased_until: () => null } } // prettier-ignore
}

/** The first visit of the same person at the same business. */
function customersOf({ count, business, person }: Visits, { people }: World): (n: number) => number {
  const firsts = new Map<number, number>()
  const customers = new Uint32Array(count)
  for (let n = 0; n < count; n++) {
    const pair = (business[n] ?? 0) * people + (person[n] ?? 0)
    const first = firsts.get(pair) ?? n
    firsts.set(pair, first)
    customers[n] = first
  }
  return (n) => customers[n] ?? 0
}
