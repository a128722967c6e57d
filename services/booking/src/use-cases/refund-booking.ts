import { bookingRefunded } from '@buy-locals/contracts/booking/events'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { refund } from '../domain/business-refund.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { saveChange } from '../steps/save-change.ts'

type Command = { bookingId: Id<'booking'>; actorId: Id<'person'>; amount: Money }

/** Repeated, it changes nothing: what is refunded in all is said, not what is added. Staff do not refund the money of the business. */
export async function refundBooking({ db, clock }: Deps, command: Command): Promise<Booking> {
  const { bookingId, actorId, amount } = command
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const { booking, relation } = await lockBooking(tx, bookingId, { actor: { id: actorId } }, 'member')
    if (relation.role === 'staff') throw new Problem('forbidden', 'Owners and managers refund')
    const refunded = refund(booking, amount, now)
    if (refunded !== booking) await saveChange(tx, now, booking, refunded, bookingRefunded, actorId)
    return refunded
  })
}
