import type { Requester } from '@buy-locals/booking-access/relation'
import { bookingComplaintDecided } from '@buy-locals/contracts/booking/events'
import type { Id } from '@buy-locals/values/ids'
import type { BasisPoints } from '@buy-locals/values/money'
import type { Deps } from '../deps.ts'
import * as domain from '../domain/booking.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { saveChange } from '../steps/save-change.ts'

type Command = { bookingId: Id<'booking'>; requester: Requester; offeredShare: BasisPoints }

export async function acceptRefund(
  { db, clock }: Deps,
  { bookingId, requester, offeredShare }: Command,
): Promise<domain.Booking> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const { booking } = await lockBooking(tx, bookingId, requester, 'booker')
    const agreed = domain.acceptRefund(booking, offeredShare)
    await saveChange(tx, now, booking, agreed, bookingComplaintDecided, requester.actor?.id ?? booking.consumerId)
    return agreed
  })
}
