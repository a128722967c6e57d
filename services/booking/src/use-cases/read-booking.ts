import { relationTo, requireRelation, type Relation, type Requester } from '@buy-locals/booking-access/relation'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { notFound } from '../domain/not-found.ts'
import * as bookings from '../persistence/booking-repository.ts'

type Query = { bookingId: Id<'booking'>; requester: Requester }

export async function readBooking(
  { db }: Deps,
  { bookingId, requester }: Query,
): Promise<{ booking: Booking; relation: Relation }> {
  const booking = await bookings.find(db, bookingId)
  const relation = await relationTo(db, requester, booking)
  requireRelation(relation, notFound('booking', bookingId), 'booker', 'member', 'operator')
  return { booking, relation }
}
