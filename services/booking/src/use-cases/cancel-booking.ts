import type { Requester } from '@buy-locals/booking-access/relation'
import { bookingCancelled } from '@buy-locals/contracts/booking/events'
import { cancelJob } from '@buy-locals/service-kit/jobs'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { cancel, type Booking } from '../domain/booking.ts'
import { autoCompleteJob, expireHoldJob } from '../jobs.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { saveChange } from '../steps/save-change.ts'
import { scheduleFreeStartsCount } from '../steps/schedule-jobs.ts'
import { releaseTime } from '../steps/take-time.ts'

type Command = { bookingId: Id<'booking'>; requester: Requester; reason: string | undefined }

export async function cancelBooking({ db, clock }: Deps, { bookingId, requester, reason }: Command): Promise<Booking> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const { booking, relation } = await lockBooking(tx, bookingId, requester, 'booker', 'member')
    const by = relation.isBooker ? 'consumer' : 'business'
    const cancelled = cancel(booking, by, reason, now)
    await saveChange(tx, now, booking, cancelled, bookingCancelled, requester.actor?.id ?? booking.consumerId)
    await cancelJob(tx, expireHoldJob, bookingId)
    await cancelJob(tx, autoCompleteJob, bookingId)
    await releaseTime(tx, booking)
    await scheduleFreeStartsCount(tx, booking.businessId, now)
    return cancelled
  })
}
