import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { bookingCancelled } from '@buy-locals/contracts/booking/events'
import type { Booking } from '../domain/booking.ts'
import { autoCompleteJob, expireHoldJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import { saveChange, type ActorName } from './save-change.ts'
import { toFreeStartsCount } from './schedule-jobs.ts'
import { releaseTime } from './take-time.ts'

/** Saves a booking that was cancelled and releases its time. The last statements of a transaction. */
export async function saveCancelled(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  before: Booking,
  cancelled: Booking,
  actor: ActorName,
): Promise<void> {
  await releaseTime(tx, before, now)
  await saveChange(tx, now, before, cancelled, bookingCancelled, actor, {
    cancelled: [expireHoldJob, autoCompleteJob].map((type) => ({ type, key: before.id })),
    jobs: toFreeStartsCount(before.businessId, now, before),
  })
}
