import { bookingComplaintFiled } from '@buy-locals/contracts/booking/events'
import { requirePart, standingOf, type Asker } from '@buy-locals/service-kit/standing'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as domain from '../domain/booking.ts'
import { noBooking } from '../domain/no-booking.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as changes from '../persistence/changes.ts'

type Command = { bookingId: Id<'booking'>; asker: Asker; text: string }

export async function fileComplaint({ db, clock }: Deps, { bookingId, asker, text }: Command): Promise<domain.Booking> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, bookingId)
    requirePart(await standingOf(tx, asker, booking), noBooking(bookingId), 'booker')
    const reported = domain.fileComplaint(booking, text, now)
    await changes.keep(tx, now, booking, reported, bookingComplaintFiled, asker.actor?.id ?? booking.consumerId)
    return reported
  })
}
