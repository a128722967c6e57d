import { bookingNoShow } from '@buy-locals/contracts/booking/events'
import { cancelJob } from '@buy-locals/service-kit/jobs'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as domain from '../domain/booking.ts'
import { autoCompleteJob } from '../jobs.ts'
import { requireComplaintHours, scheduleComplaintsEnd } from '../steps/complaint-window.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { saveChange } from '../steps/save-change.ts'
import { scheduleFreeStartsCount } from '../steps/schedule-jobs.ts'
import { releaseTime } from '../steps/take-time.ts'

type Command = { bookingId: Id<'booking'>; actorId: Id<'person'> }

export async function markNoShow({ db, clock }: Deps, { bookingId, actorId }: Command): Promise<domain.Booking> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const { booking } = await lockBooking(tx, bookingId, { actor: { id: actorId } }, 'member')
    const missed = domain.markNoShow(booking, await requireComplaintHours(tx, booking.marketId), now)
    await saveChange(tx, now, booking, missed, bookingNoShow, actorId)
    await cancelJob(tx, autoCompleteJob, bookingId)
    await scheduleComplaintsEnd(tx, missed)
    await releaseTime(tx, booking, now)
    await scheduleFreeStartsCount(tx, booking.businessId, now)
    return missed
  })
}
