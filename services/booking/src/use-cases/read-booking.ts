import { requireRelation, relationTo, type Requester } from '@buy-locals/booking-access/relation'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { noBooking } from '../domain/no-booking.ts'
import * as bookings from '../persistence/booking-repository.ts'

type Question = { bookingId: Id<'booking'>; requester: Requester }

export async function readBooking({ db }: Deps, { bookingId, requester }: Question): Promise<Booking> {
  const booking = await bookings.find(db, bookingId)
  requireRelation(await relationTo(db, requester, booking), noBooking(bookingId), 'booker', 'member', 'operator')
  return booking
}
