import { Problem } from '@buy-locals/contracts/problem'
import { toSecond } from '@buy-locals/values/time'
import type { Booking } from './booking.ts'
import type { BookingRequest } from './new-booking.ts'

/** What whoever books already holds, unpaid, of the same service at the same time: continuing means this one. Where holds are replaced, one that only overlaps is in the way too. */
export function findOwnHold(
  own: readonly Booking[],
  { serviceId, start }: BookingRequest,
  replaceHolds = false,
): Booking | undefined {
  const holds = own.filter((booking) => booking.status === 'held' && booking.serviceId === serviceId)
  return holds.find((hold) => hold.start.equals(start)) ?? (replaceHolds ? holds[0] : undefined)
}

/** Nothing of what was held is requested differently now; with anybody includes whoever it is with. */
export const isSameRequest = (hold: Booking, { start, partySize, staffId }: BookingRequest): boolean =>
  hold.start.equals(start) && hold.partySize === partySize && (staffId === undefined || hold.staffId === staffId)

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
