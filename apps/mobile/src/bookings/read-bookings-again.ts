import type { QueryClient } from '@tanstack/react-query'
import { listMyBookings } from '@buy-locals/contracts/booking/operations'
import { bookingOptions } from '../book/use-booking-options'
import { ownHold } from '../book/use-own-hold'

/** A booking was made, paid, moved or cancelled: what lists bookings and free times is read again. */
export function readBookingsAgain(queryClient: QueryClient): void {
  for (const name of [listMyBookings.id, ownHold, bookingOptions])
    void queryClient.invalidateQueries({ queryKey: [name] })
}
