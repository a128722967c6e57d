import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { bookingExpired } from '@buy-locals/contracts/booking/events'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { expire, isLapsed } from '../domain/booking.ts'
import { freeStartsChanged } from '../jobs.ts'
import * as bookings from './booking-repository.ts'
import * as changes from './changes.ts'
import { giveBack } from './time-taking.ts'

type Instant = Temporal.Instant

/** Holds of a business that have run out and touch this time: a constraint cannot know what time it is. */
export async function clearLapsed(deps: Deps, businessId: Id<'business'>, from: Instant, to: Instant): Promise<void> {
  const { rows } = await sql<{ id: Id<'booking'> }>`
    select id from bookings
    where status = 'held' and hold_expires_at <= ${deps.clock()} and business_id = ${businessId}
      and start_at < ${to.add({ hours: 4 })} and end_at > ${from.subtract({ hours: 4 })}
    order by id`.execute(deps.db)
  for (const { id } of rows) await expireHold(deps, id)
}

/** Does nothing to a hold that was paid, cancelled or expired in the meantime. */
export async function expireHold({ db, clock }: Pick<Deps, 'db' | 'clock'>, bookingId: Id<'booking'>): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, bookingId)
    if (!isLapsed(booking, now)) return
    await changes.keep(tx, now, booking, expire(booking), bookingExpired, 'booking.expire-hold')
    await giveBack(tx, booking)
    await freeStartsChanged(tx, booking.businessId, now)
  })
}
