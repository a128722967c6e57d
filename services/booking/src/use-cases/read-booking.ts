import { requirePart, standingOf, type Asker } from '@buy-locals/service-kit/standing'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { noBooking } from '../domain/no-booking.ts'
import * as bookings from '../persistence/booking-repository.ts'

type Question = { bookingId: Id<'booking'>; asker: Asker }

export async function readBooking({ db }: Deps, { bookingId, asker }: Question): Promise<Booking> {
  const booking = await bookings.find(db, bookingId)
  requirePart(await standingOf(db, asker, booking), noBooking(bookingId), 'booker', 'member', 'operator')
  return booking
}
