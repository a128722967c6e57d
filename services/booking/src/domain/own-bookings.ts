import { Problem } from '@buy-locals/contracts/problem'
import { toSecond } from '@buy-locals/values/time'
import type { Booking } from './booking.ts'
import type { BookingRequest } from './new-booking.ts'

/** What whoever books already holds, unpaid, of the same service at the same time: continuing means this one. */
export const findOwnHold = (own: readonly Booking[], { serviceId, start }: BookingRequest): Booking | undefined =>
  own.find((booking) => booking.status === 'held' && booking.serviceId === serviceId && booking.start.equals(start))

/** Nothing of what was held is requested differently now; with anybody includes whoever it is with. */
export const isSameRequest = (hold: Booking, { partySize, staffId }: BookingRequest): boolean =>
  hold.partySize === partySize && (staffId === undefined || hold.staffId === staffId)

/** A second visit at the same time, or a second seat in the same class, is often a mistake. */
export function refuseOverlap(own: readonly Booking[]): void {
  if (own.length === 0) return
  const bookings = own.map(({ id, status, serviceName, start, end, timeZone }) => ({
    ...{ id, status, serviceName, timeZone },
    start: toSecond(start),
    end: toSecond(end),
  }))
  throw new Problem('booking/already-booked', 'Send allowOverlap where both are meant', { bookings })
}
