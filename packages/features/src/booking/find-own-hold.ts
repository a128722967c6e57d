import type { Api } from '@buy-locals/api-client/api'
import { ignoreHidden } from '@buy-locals/api-client/refusal'
import { listMyBookings, readBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'

const mostRead = 3

type Reader = {
  callApi: Api
  isSignedIn: boolean
  /** The bookings whose links were opened on this device, the latest first. */
  openedBookings: readonly string[]
  now: string
}

/** Once its time is over, a hold is none, also before the server has said so. */
export const isHeld = ({ status, holdExpiresAt }: Pick<Booking, 'status' | 'holdExpiresAt'>, now: string): boolean =>
  status === 'held' && Date.parse(holdExpiresAt ?? now) > Date.parse(now)

/** What this reader holds of a service and has not paid: by their account, or as a guest by the links opened here. */
export async function findOwnHold({ callApi, isSignedIn, openedBookings, now }: Reader, serviceId: string) {
  const opened = openedBookings.slice(0, mostRead).map((id) => id as Id<'booking'>)
  const own = isSignedIn
    ? (await callApi(listMyBookings, { query: { limit: 40 } })).items
    : await Promise.all(opened.map((bookingId) => callApi(readBooking, { params: { bookingId } }).catch(ignoreHidden)))
  return own.find((booking) => booking?.serviceId === serviceId && isHeld(booking, now))
}
