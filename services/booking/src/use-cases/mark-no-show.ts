import { bookingNoShow } from '@buy-locals/contracts/booking/events'
import { cancelJob } from '@buy-locals/service-kit/jobs'
import { requireRelation, relationTo } from '@buy-locals/booking-access/relation'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as domain from '../domain/booking.ts'
import { noBooking } from '../domain/no-booking.ts'
import { autoComplete, freeStartsChanged } from '../jobs.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as changes from '../persistence/changes.ts'
import { giveBack } from '../persistence/time-taking.ts'

type Command = { bookingId: Id<'booking'>; actorId: Id<'person'> }

export async function markNoShow({ db, clock }: Deps, { bookingId, actorId }: Command): Promise<domain.Booking> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, bookingId)
    requireRelation(await relationTo(tx, { actor: { id: actorId } }, booking), noBooking(bookingId), 'member')
    const missed = domain.markNoShow(booking, now)
    await changes.keep(tx, now, booking, missed, bookingNoShow, actorId)
    await cancelJob(tx, autoComplete, bookingId)
    await giveBack(tx, booking)
    await freeStartsChanged(tx, booking.businessId, now)
    return missed
  })
}
