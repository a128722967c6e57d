import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { jobType, schedule } from '@buy-locals/service-kit/jobs'
import { id, type Id } from '@buy-locals/values/ids'
import type { Database } from './persistence/database.ts'

export const expireHoldJob = jobType('booking.expire-hold', z.object({ bookingId: id('booking') }))
export const autoComplete = jobType('booking.auto-complete', z.object({ bookingId: id('booking') }))
/** When the complaint window is over. */
export const endComplaints = jobType('booking.end-complaints', z.object({ bookingId: id('booking') }))
/** Counts the free starts of a business again and says what has changed; comes again by itself every day. */
export const countFreeStarts = jobType('booking.count-free-starts', z.object({ businessId: id('business') }))

const patience = { seconds: 1 }

/** Soon, and once for many changes. The last statement of a transaction: the row is one for the whole business. */
export async function freeStartsChanged(
  tx: Transaction<Database>,
  businessId: Id<'business'>,
  now: Temporal.Instant,
): Promise<void> {
  const at = now.add(patience)
  const due = await tx
    .selectFrom('jobs')
    .select('id')
    .where('kind', '=', countFreeStarts.kind)
    .where('key', '=', businessId)
    .where('run_at', '<=', at)
    .where('leased_until', 'is', null)
    .forUpdate() // the worker passes over it until this change can be seen
    .executeTakeFirst()
  if (!due) await schedule(tx, countFreeStarts, businessId, at, { businessId })
}
