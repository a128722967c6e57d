import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Consequences } from '@buy-locals/service-kit/consequences'
import { scheduleOnce, toJobRow } from '@buy-locals/service-kit/jobs'
import type { Id } from '@buy-locals/values/ids'
import { laterOf } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { autoCompleteJob, countFarStartsJob, countFreeStartsJob, expireHoldJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'

type Tx = Transaction<Database>
type Jobs = NonNullable<Consequences['jobs']>

/** A hold expires and a confirmed booking is completed, unless somebody acts before: counted from its end, or from now where that is over. */
export function toNextSteps(
  { settings }: Pick<Deps, 'settings'>,
  { id, status, end, holdExpiresAt, heldMove }: Booking,
  now: Temporal.Instant,
): Jobs {
  const payload = { bookingId: id }
  const expiresAt = status === 'held' ? holdExpiresAt : heldMove?.holdExpiresAt
  const completesAt = laterOf(end, now).add({ hours: settings.completionGraceHours })
  return [
    ...(expiresAt ? [toJobRow(expireHoldJob, id, expiresAt, payload)] : []),
    ...(status === 'confirmed' ? [toJobRow(autoCompleteJob, id, completesAt, payload)] : []),
  ]
}

const delay = { seconds: 1 }

/** Soon, and once for many changes. */
export function toFreeStartsCount(businessId: Id<'business'>, now: Temporal.Instant): Jobs[number] {
  const runAt = now.add(delay)
  return { ...toJobRow(countFreeStartsJob, businessId, runAt, { businessId }), by: runAt }
}

/** The last statement of a transaction. */
export const scheduleFreeStartsCount = (tx: Tx, businessId: Id<'business'>, now: Temporal.Instant): Promise<void> =>
  scheduleOnce(tx, countFreeStartsJob, businessId, now.add(delay), { businessId })

/** After the near days. One that waits already goes on where it is. */
export const scheduleFarStartsCount = (tx: Tx, businessId: Id<'business'>, now: Temporal.Instant): Promise<void> =>
  scheduleOnce(tx, countFarStartsJob, businessId, now.add(delay), { businessId }, now.add({ hours: 1 }))
