import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { bookingCompleted } from '@buy-locals/contracts/booking/events'
import { Problem } from '@buy-locals/contracts/problem'
import { cancelJob, schedule } from '@buy-locals/service-kit/jobs'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { complete, type Booking } from '../domain/booking.ts'
import { autoCompleteJob, endComplaintsJob } from '../jobs.ts'
import * as bookings from '../persistence/booking-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as markets from '../persistence/markets.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { saveChange, type ActorName } from '../steps/save-change.ts'

type Command = { bookingId: Id<'booking'>; actorId: Id<'person'> }

export async function completeBooking({ db, clock }: Deps, { bookingId, actorId }: Command): Promise<Booking> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const { booking } = await lockBooking(tx, bookingId, { actor: { id: actorId } }, 'member')
    await cancelJob(tx, autoCompleteJob, bookingId)
    return saveCompleted(tx, booking, actorId, now)
  })
}

/** Nobody reported otherwise by some hours after the end: it took place. */
export async function autoCompleteBooking({ db, clock }: Deps, bookingId: Id<'booking'>): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, bookingId)
    if (booking.status === 'confirmed') await saveCompleted(tx, booking, autoCompleteJob.kind, now)
  })
}

async function saveCompleted(
  tx: Transaction<Database>,
  booking: Booking,
  actor: ActorName,
  now: Temporal.Instant,
): Promise<Booking> {
  const complaintHours = await markets.complaintHours(tx, booking.marketId)
  if (complaintHours === undefined) throw new Problem('not-yet', 'The market is still on its way', { retryAfter: 1 })
  const completed = complete(booking, complaintHours, now)
  await saveChange(tx, now, booking, completed, bookingCompleted, actor)
  const { id: bookingId, complaintsEndAt, isFinal } = completed
  if (complaintsEndAt && !isFinal) await schedule(tx, endComplaintsJob, bookingId, complaintsEndAt, { bookingId })
  return completed
}
