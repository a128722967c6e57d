import type { Requester } from '@buy-locals/booking-access/relation'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { cancel, type Booking } from '../domain/booking.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { saveCancelled } from '../steps/save-cancelled.ts'

type Command = { bookingId: Id<'booking'>; requester: Requester; reason: string | undefined }

export async function cancelBooking({ db, clock }: Deps, { bookingId, requester, reason }: Command): Promise<Booking> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const { booking, relation } = await lockBooking(tx, bookingId, requester, 'booker', 'member')
    const by = relation.isBooker ? 'consumer' : 'business'
    const cancelled = cancel(booking, by, reason, now)
    await saveCancelled(tx, now, booking, cancelled, requester.actor?.id ?? booking.consumerId)
    return cancelled
  })
}
