import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { bookingExpired, bookingRescheduleExpired } from '@buy-locals/contracts/booking/events'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { expire, hasHoldExpired } from '../domain/booking.ts'
import { dropHeldMove, hasHeldMoveExpired } from '../domain/reschedule.ts'
import { expireHoldJob } from '../jobs.ts'
import * as bookings from '../persistence/booking-repository.ts'
import type { Database } from '../persistence/database.ts'
import { saveChange } from './save-change.ts'
import { toFreeStartsCount } from './schedule-jobs.ts'
import { releaseTime } from './take-time.ts'

/** Releases expired holds that stand in the way of new bookings. Each in a transaction of its own, before any time is taken: one that waits holds no other lock. */
export async function expireHolds(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  bookingIds: readonly Id<'booking'>[],
): Promise<void> {
  for (const bookingId of bookingIds) await db.transaction().execute((tx) => expireHold(tx, clock(), bookingId))
}

/** Does nothing to a hold that was paid, cancelled or expired in the meantime. */
export async function expireHold(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  bookingId: Id<'booking'>,
): Promise<void> {
  const booking = await bookings.lock(tx, bookingId)
  const jobs = toFreeStartsCount(booking.businessId, now, booking)
  if (hasHeldMoveExpired(booking, now))
    return saveChange(tx, now, booking, dropHeldMove(booking), bookingRescheduleExpired, expireHoldJob.kind, { jobs })
  if (!hasHoldExpired(booking, now)) return
  await releaseTime(tx, booking, now)
  await saveChange(tx, now, booking, expire(booking), bookingExpired, expireHoldJob.kind, { jobs })
}
