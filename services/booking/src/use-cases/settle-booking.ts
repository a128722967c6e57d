import { bookingSettled } from '@buy-locals/contracts/booking/events'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { canSettle, settle } from '../domain/booking.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as changes from '../persistence/changes.ts'

/** With the booking locked: of a problem that is reported in this very moment and the money that leaves, one is refused. */
export async function settleBooking(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  bookingId: Id<'booking'>,
): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, bookingId)
    if (canSettle(booking, now))
      await changes.keep(tx, now, booking, settle(booking), bookingSettled, 'booking.dispute-ends')
  })
}
