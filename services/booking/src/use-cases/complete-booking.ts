import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { bookingCompleted } from '@buy-locals/contracts/booking/events'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { canConfirmCompletion, complete, confirmCompletion, type Booking } from '../domain/booking.ts'
import { autoCompleteJob } from '../jobs.ts'
import * as bookings from '../persistence/booking-repository.ts'
import type { Database } from '../persistence/database.ts'
import { requireComplaintHours, toComplaintsEnd } from '../steps/complaint-window.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { saveChange, type ActorName } from '../steps/save-change.ts'

type Command = { bookingId: Id<'booking'>; actorId: Id<'person'> }

export async function completeBooking({ db, clock }: Deps, { bookingId, actorId }: Command): Promise<Booking> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const { booking } = await lockBooking(tx, bookingId, { actor: { id: actorId } }, 'member')
    if (!canConfirmCompletion(booking)) return saveCompleted(tx, booking, 'business', actorId, now)
    const confirmed = confirmCompletion(booking)
    await saveChange(tx, now, booking, confirmed, bookingCompleted, actorId)
    return confirmed
  })
}

/** Nobody reported otherwise by some hours after the end: it took place. */
export async function autoCompleteBooking({ db, clock }: Deps, bookingId: Id<'booking'>): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, bookingId)
    if (booking.status === 'confirmed') await saveCompleted(tx, booking, 'automatic', autoCompleteJob.kind, now)
  })
}

async function saveCompleted(
  tx: Transaction<Database>,
  booking: Booking,
  by: 'business' | 'automatic',
  actor: ActorName,
  now: Temporal.Instant,
): Promise<Booking> {
  const completed = complete(booking, by, await requireComplaintHours(tx, booking.marketId), now)
  await saveChange(tx, now, booking, completed, bookingCompleted, actor, {
    cancelled: by === 'business' ? [{ type: autoCompleteJob, key: booking.id }] : [], // the job itself ends by itself
    jobs: toComplaintsEnd(completed),
  })
  return completed
}
