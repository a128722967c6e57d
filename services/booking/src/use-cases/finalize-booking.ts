import { bookingFinalized } from '@buy-locals/contracts/booking/events'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { canFinalize, finalize } from '../domain/booking.ts'
import { endComplaintsJob } from '../jobs.ts'
import * as bookings from '../persistence/booking-repository.ts'
import { saveChange } from '../steps/save-change.ts'

/** With the booking locked: of a complaint filed at this moment and the release of the money, one is refused. */
export async function finalizeBooking(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  bookingId: Id<'booking'>,
): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, bookingId)
    if (canFinalize(booking, now))
      await saveChange(tx, now, booking, finalize(booking), bookingFinalized, endComplaintsJob.kind)
  })
}
