import { bookingComplaintFiled } from '@buy-locals/contracts/booking/events'
import { requireRelation, relationTo, type Requester } from '@buy-locals/booking-access/relation'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as domain from '../domain/booking.ts'
import { noBooking } from '../domain/no-booking.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as changes from '../persistence/changes.ts'

type Command = { bookingId: Id<'booking'>; requester: Requester; text: string }

export async function fileComplaint(
  { db, clock }: Deps,
  { bookingId, requester, text }: Command,
): Promise<domain.Booking> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, bookingId)
    requireRelation(await relationTo(tx, requester, booking), noBooking(bookingId), 'booker')
    const reported = domain.fileComplaint(booking, text, now)
    await changes.keep(tx, now, booking, reported, bookingComplaintFiled, requester.actor?.id ?? booking.consumerId)
    return reported
  })
}
