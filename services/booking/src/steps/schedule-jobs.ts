import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { schedule, scheduleOnce } from '@buy-locals/service-kit/jobs'
import type { Id } from '@buy-locals/values/ids'
import { laterOf } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { autoCompleteJob, countFarStartsJob, countFreeStartsJob, expireHoldJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'

type Tx = Transaction<Database>

/** A hold expires and a confirmed booking is completed, unless somebody acts before: counted from its end, or from now where that is over. */
export async function scheduleNextStep(
  { settings }: Pick<Deps, 'settings'>,
  tx: Tx,
  { id, status, end, holdExpiresAt, heldMove }: Booking,
  now: Temporal.Instant,
): Promise<void> {
  const payload = { bookingId: id }
  if (status === 'held' && holdExpiresAt) await schedule(tx, expireHoldJob, id, holdExpiresAt, payload)
  if (heldMove) await schedule(tx, expireHoldJob, id, heldMove.holdExpiresAt, payload)
  if (status === 'confirmed')
    await schedule(tx, autoCompleteJob, id, laterOf(end, now).add({ hours: settings.completionGraceHours }), payload)
}

const delay = { seconds: 1 }

/** Soon, and once for many changes. The last statement of a transaction. */
export const scheduleFreeStartsCount = (tx: Tx, businessId: Id<'business'>, now: Temporal.Instant): Promise<void> =>
  scheduleOnce(tx, countFreeStartsJob, businessId, now.add(delay), { businessId })

/** After the near days. One that waits already goes on where it is. */
export const scheduleFarStartsCount = (tx: Tx, businessId: Id<'business'>, now: Temporal.Instant): Promise<void> =>
  scheduleOnce(tx, countFarStartsJob, businessId, now.add(delay), { businessId }, now.add({ hours: 1 }))
