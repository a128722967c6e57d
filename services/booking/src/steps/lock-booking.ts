import type { Transaction } from 'kysely'
import {
  relationTo,
  requireRelation,
  type Party,
  type Relation,
  type Requester,
} from '@buy-locals/booking-access/relation'
import type { Id } from '@buy-locals/values/ids'
import type { Booking } from '../domain/booking.ts'
import { notFound } from '../domain/not-found.ts'
import * as bookings from '../persistence/booking-repository.ts'
import type { Database } from '../persistence/database.ts'

/** Locks a booking for a requester who must be one of these parties to it. */
export async function lockBooking(
  tx: Transaction<Database>,
  bookingId: Id<'booking'>,
  requester: Requester,
  ...allowed: Party[]
): Promise<{ booking: Booking; relation: Relation }> {
  const booking = await bookings.lock(tx, bookingId)
  const relation = await relationTo(tx, requester, booking)
  requireRelation(relation, notFound('booking', bookingId), ...allowed)
  return { booking, relation }
}
