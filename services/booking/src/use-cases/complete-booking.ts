import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { bookingCompleted } from '@buy-locals/contracts/booking/events'
import { Problem } from '@buy-locals/contracts/problem'
import { cancelJob, schedule } from '@buy-locals/service-kit/jobs'
import { requireRelation, relationTo } from '@buy-locals/booking-access/relation'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { complete, type Booking } from '../domain/booking.ts'
import { noBooking } from '../domain/no-booking.ts'
import { autoComplete, endComplaints } from '../jobs.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as changes from '../persistence/changes.ts'
import type { Database } from '../persistence/database.ts'
import * as markets from '../persistence/markets.ts'

type Command = { bookingId: Id<'booking'>; actorId: Id<'person'> }

export async function completeBooking({ db, clock }: Deps, { bookingId, actorId }: Command): Promise<Booking> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, bookingId)
    requireRelation(await relationTo(tx, { actor: { id: actorId } }, booking), noBooking(bookingId), 'member')
    await cancelJob(tx, autoComplete, bookingId)
    return keepCompleted(tx, booking, actorId, now)
  })
}

/** Nobody said anything by the end and some grace: it took place. */
export async function completeByItself({ db, clock }: Deps, bookingId: Id<'booking'>): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, bookingId)
    if (booking.status === 'confirmed') await keepCompleted(tx, booking, 'booking.auto-complete', now)
  })
}

async function keepCompleted(
  tx: Transaction<Database>,
  booking: Booking,
  actor: string,
  now: Temporal.Instant,
): Promise<Booking> {
  const complaintHours = await markets.complaintHours(tx, booking.marketId)
  if (complaintHours === undefined) throw new Problem('not-yet', 'The market is still on its way', { retryAfter: 1 })
  const completed = complete(booking, complaintHours, now)
  await changes.keep(tx, now, booking, completed, bookingCompleted, actor)
  const { id: bookingId, complaintsEndAt, isFinal } = completed
  if (complaintsEndAt && !isFinal) await schedule(tx, endComplaints, bookingId, complaintsEndAt, { bookingId })
  return completed
}
