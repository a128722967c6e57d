import { listMyBookings, readBooking } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { ignoreHidden } from '../api/loader-errors'
import type { Visit } from '../server/visit'

const mostRead = 3

/** What this reader holds of a service and has not paid: by their account, or as a guest by the links opened here, the latest first. */
export async function findOwnHold({ callApi, me, openedBookings, now }: Visit, serviceId: string) {
  const opened = openedBookings.slice(0, mostRead).map((id) => id as Id<'booking'>)
  const own = me
    ? (await callApi(listMyBookings, { query: { limit: 40 } })).items
    : await Promise.all(opened.map((bookingId) => callApi(readBooking, { params: { bookingId } }).catch(ignoreHidden)))
  return own.find(
    (booking) =>
      booking?.status === 'held' &&
      booking.serviceId === serviceId &&
      Date.parse(booking.holdExpiresAt ?? now) > Date.parse(now),
  )
}
