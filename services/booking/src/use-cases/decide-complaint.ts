import { bookingComplaintDecided } from '@buy-locals/contracts/booking/events'
import { requireRelation, relationTo } from '@buy-locals/booking-access/relation'
import type { Id } from '@buy-locals/values/ids'
import type { BasisPoints } from '@buy-locals/values/money'
import type { Deps } from '../deps.ts'
import * as domain from '../domain/booking.ts'
import { noBooking } from '../domain/no-booking.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as changes from '../persistence/changes.ts'

type Command = {
  bookingId: Id<'booking'>
  actorId: Id<'person'>
  outcome: 'released' | 'refunded'
  refundShare: BasisPoints
  reason: string
}

export async function decideComplaint({ db, clock }: Deps, command: Command): Promise<domain.Booking> {
  const { bookingId, actorId, reason, ...decision } = command
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, bookingId)
    requireRelation(await relationTo(tx, { actor: { id: actorId } }, booking), noBooking(bookingId), 'operator')
    const decided = { ...domain.decideComplaint(booking, decision), reason }
    await changes.keep(tx, now, booking, decided, bookingComplaintDecided, actorId)
    return decided
  })
}
