import { bookingNoShow } from '@buy-locals/contracts/booking/events'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as domain from '../domain/booking.ts'
import { autoCompleteJob } from '../jobs.ts'
import { requireComplaintHours, toComplaintsEnd } from '../steps/complaint-window.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { saveChange } from '../steps/save-change.ts'
import { toFreeStartsCount } from '../steps/schedule-jobs.ts'
import { releaseTime } from '../steps/take-time.ts'

type Command = { bookingId: Id<'booking'>; actorId: Id<'person'> }

export async function markNoShow({ db, clock }: Deps, { bookingId, actorId }: Command): Promise<domain.Booking> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const { booking } = await lockBooking(tx, bookingId, { actor: { id: actorId } }, 'member')
    const missed = domain.markNoShow(booking, await requireComplaintHours(tx, booking.marketId), now)
    await releaseTime(tx, booking, now)
    await saveChange(tx, now, booking, missed, bookingNoShow, actorId, {
      cancelled: [{ type: autoCompleteJob, key: bookingId }],
      jobs: [...toComplaintsEnd(missed), ...toFreeStartsCount(booking.businessId, now, booking)],
    })
    return missed
  })
}
