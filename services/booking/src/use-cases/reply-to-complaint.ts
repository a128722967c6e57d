import { bookingComplaintReplied } from '@buy-locals/contracts/booking/events'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { BasisPoints } from '@buy-locals/values/money'
import type { Deps } from '../deps.ts'
import * as domain from '../domain/booking.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { saveChange } from '../steps/save-change.ts'

type Command = {
  bookingId: Id<'booking'>
  actorId: Id<'person'>
  text: string
  offeredShare?: BasisPoints | undefined
}

/** Staff do not offer the money of the business. */
export async function replyToComplaint(
  { db, clock }: Deps,
  { bookingId, actorId, ...reply }: Command,
): Promise<domain.Booking> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const { booking, relation } = await lockBooking(tx, bookingId, { actor: { id: actorId } }, 'member')
    if (relation.role === 'staff') throw new Problem('forbidden', 'Owners and managers answer a complaint')
    const replied = domain.replyToComplaint(booking, reply, now)
    await saveChange(tx, now, booking, replied, bookingComplaintReplied, actorId)
    return replied
  })
}
