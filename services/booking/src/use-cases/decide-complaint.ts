import { bookingComplaintDecided } from '@buy-locals/contracts/booking/events'
import { isErased } from '@buy-locals/service-kit/erasure'
import { requireOperator } from '@buy-locals/service-kit/memberships'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { BasisPoints } from '@buy-locals/values/money'
import type { Deps } from '../deps.ts'
import * as domain from '../domain/booking.ts'
import type { Database } from '../persistence/database.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { saveChange } from '../steps/save-change.ts'

type Command = {
  bookingId: Id<'booking'>
  actor: Actor
  outcome: 'released' | 'refunded'
  refundShare: BasisPoints
  reason: string
}

export async function decideComplaint({ db, clock }: Deps, command: Command): Promise<domain.Booking> {
  const { bookingId, actor, reason, ...decision } = command
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const parties = ['operator', 'member', 'booker'] as const
    const { booking } = await lockBooking(tx, bookingId, { actor: { id: actor.id } }, ...parties)
    await requireOperator<Database>(tx, actor, booking.marketId, booking.businessId, booking.consumerId)
    const isConsumerErased = await isErased<Database>(tx, booking.consumerId)
    const texts = isConsumerErased
      ? { reason: undefined, complaintText: undefined, complaintReply: undefined, offeredShare: undefined }
      : { reason }
    const decided = { ...domain.decideComplaint(booking, decision), ...texts }
    await saveChange(tx, now, booking, decided, bookingComplaintDecided, actor.id)
    return decided
  })
}
