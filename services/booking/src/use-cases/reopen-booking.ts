import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { bookingReopened } from '@buy-locals/contracts/booking/events'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import { isBefore } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { reopen, type Booking } from '../domain/booking.ts'
import { endComplaintsJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { saveChange } from '../steps/save-change.ts'
import { toFreeStartsCount, toNextSteps } from '../steps/schedule-jobs.ts'
import { retakeTime } from '../steps/take-time.ts'

type Command = { bookingId: Id<'booking'>; actorId: Id<'person'> }

export async function reopenBooking(deps: Deps, { bookingId, actorId }: Command): Promise<Booking> {
  const now = deps.clock()
  return deps.db.transaction().execute(async (tx) => {
    const { booking } = await lockBooking(tx, bookingId, { actor: { id: actorId } }, 'member')
    const reopened = await secureTime(tx, booking, reopen(booking, now), now)
    await saveChange(tx, now, booking, reopened, bookingReopened, actorId, {
      cancelled: [{ type: endComplaintsJob, key: bookingId }],
      jobs: [...toNextSteps(deps, reopened, now), ...toFreeStartsCount(booking.businessId, now, booking)],
    })
    return reopened
  })
}

/** A no-show gave its time back. What is left of it is taken again; once it is over there is nothing to take. */
async function secureTime(
  tx: Transaction<Database>,
  before: Booking,
  reopened: Booking,
  now: Temporal.Instant,
): Promise<Booking> {
  if (before.status === 'completed' || !isBefore(now, before.end)) return reopened
  const secured = await retakeTime(tx, reopened)
  if (!secured) throw new Problem('booking/slot-taken', 'The time has gone to somebody else', { alternatives: [] })
  return secured
}
