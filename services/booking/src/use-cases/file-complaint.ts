import type { Requester } from '@buy-locals/booking-access/relation'
import { bookingComplaintFiled } from '@buy-locals/contracts/booking/events'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as domain from '../domain/booking.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { saveChange } from '../steps/save-change.ts'

type Command = { bookingId: Id<'booking'>; requester: Requester; text: string }

export async function fileComplaint(
  { db, clock }: Deps,
  { bookingId, requester, text }: Command,
): Promise<domain.Booking> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const { booking } = await lockBooking(tx, bookingId, requester, 'booker')
    const filed = domain.fileComplaint(booking, text, now)
    await saveChange(tx, now, booking, filed, bookingComplaintFiled, requester.actor?.id ?? booking.consumerId)
    return filed
  })
}
