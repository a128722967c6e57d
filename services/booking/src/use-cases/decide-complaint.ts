import { bookingComplaintDecided } from '@buy-locals/contracts/booking/events'
import { isErased } from '@buy-locals/service-kit/erasure'
import type { Id } from '@buy-locals/values/ids'
import type { BasisPoints } from '@buy-locals/values/money'
import type { Deps } from '../deps.ts'
import type { Database } from '../persistence/database.ts'
import * as domain from '../domain/booking.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { saveChange } from '../steps/save-change.ts'

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
    const { booking } = await lockBooking(tx, bookingId, { actor: { id: actorId } }, 'operator')
    const isConsumerErased = await isErased<Database>(tx, booking.consumerId)
    const texts = isConsumerErased
      ? { reason: undefined, complaintText: undefined, complaintReply: undefined }
      : { reason }
    const decided = { ...domain.decideComplaint(booking, decision), ...texts }
    await saveChange(tx, now, booking, decided, bookingComplaintDecided, actorId)
    return decided
  })
}
