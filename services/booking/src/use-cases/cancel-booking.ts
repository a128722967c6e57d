import { bookingCancelled } from '@buy-locals/contracts/booking/events'
import { cancelJob } from '@buy-locals/service-kit/jobs'
import { requireRelation, relationTo, type Requester } from '@buy-locals/booking-access/relation'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { cancel, type Booking } from '../domain/booking.ts'
import { noBooking } from '../domain/no-booking.ts'
import { autoComplete, freeStartsChanged, expireHoldJob } from '../jobs.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as changes from '../persistence/changes.ts'
import { giveBack } from '../persistence/time-taking.ts'

type Command = { bookingId: Id<'booking'>; requester: Requester; reason: string | undefined }

export async function cancelBooking({ db, clock }: Deps, { bookingId, requester, reason }: Command): Promise<Booking> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, bookingId)
    const standing = await relationTo(tx, requester, booking)
    requireRelation(standing, noBooking(bookingId), 'booker', 'member')
    const by = standing.isBooker ? 'consumer' : 'business'
    const cancelled = cancel(booking, by, reason, now)
    await changes.keep(tx, now, booking, cancelled, bookingCancelled, requester.actor?.id ?? booking.consumerId)
    await cancelJob(tx, expireHoldJob, bookingId)
    await cancelJob(tx, autoComplete, bookingId)
    await giveBack(tx, booking)
    await freeStartsChanged(tx, booking.businessId, now)
    return cancelled
  })
}
