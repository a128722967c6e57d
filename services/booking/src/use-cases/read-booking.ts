import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { requirePart } from '../domain/standing.ts'
import * as bookings from '../persistence/booking-repository.ts'
import { standingOf, type Asker } from '../persistence/standings.ts'

type Question = { bookingId: Id<'booking'>; asker: Asker }

export async function readBooking({ db }: Deps, { bookingId, asker }: Question): Promise<Booking> {
  const booking = await bookings.find(db, bookingId)
  requirePart(await standingOf(db, booking, asker), bookingId, 'booker', 'member', 'operator')
  return booking
}
