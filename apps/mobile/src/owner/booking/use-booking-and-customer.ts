import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listBusinessBookings, readBooking } from '@buy-locals/contracts/booking/operations'
import { toLocalDate } from '@buy-locals/features/time/dates'
import type { Id } from '@buy-locals/values/ids'
import { useBusiness } from '../use-business'

/** A booking, and who comes: that is on the board of its day. */
export function useBookingAndCustomer(bookingId: string) {
  const { business, params } = useBusiness()
  const booking = useOperationQuery(readBooking, { params: { bookingId: bookingId as Id<'booking'> } })
  const date = booking.data ? toLocalDate(booking.data.start, business.timeZone) : ''
  const board = useOperationQuery(
    listBusinessBookings,
    { params, query: { from: date, to: date } },
    { when: date !== '' },
  )
  return { booking, date, customer: board.data?.items.find(({ id }) => id === bookingId)?.customer }
}
