import type { Transaction } from 'kysely'
import { listManaged, verifyManageToken } from '@buy-locals/booking-access/manage-link'
import type { Requester } from '@buy-locals/booking-access/relation'
import { bookingExpired, bookingHeld } from '@buy-locals/contracts/booking/events'
import { cancelJob } from '@buy-locals/service-kit/jobs'
import type { Id } from '@buy-locals/values/ids'
import type { Temporal } from 'temporal-polyfill'
import { changeNote, expire, type Booking } from '../domain/booking.ts'
import { expireHoldJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as bookingCounts from '../persistence/booking-counts.ts'
import * as ownBookings from '../persistence/own-bookings.ts'
import { saveChange, type ActorName } from './save-change.ts'
import { releaseTime } from './take-time.ts'

type Tx = Transaction<Database>
type Instant = Temporal.Instant

/** What whoever books has at that time already: by their account, or by the links that their browser has opened. Their other tabs wait. */
export async function lockOwnBookings(
  tx: Tx,
  consumerId: Id<'person'>,
  caller: Requester['caller'],
  range: { from: Instant; to: Instant },
  now: Instant,
): Promise<Booking[]> {
  await bookingCounts.lock(tx, [consumerId])
  const managed = caller ? listManaged(caller) : []
  const bookingIds = managed.map(({ bookingId }) => bookingId)
  const found = await ownBookings.lockLive(tx, { consumerId, bookingIds }, range, now)
  const isProven = ({ id, manageTokenHash }: Booking) =>
    managed.some(({ bookingId, token }) => bookingId === id && verifyManageToken(token, manageTokenHash))
  return found.filter((booking) => booking.consumerId === consumerId || isProven(booking))
}

/** The hold as it is, with the note that was written last. */
export async function keepHold(tx: Tx, now: Instant, hold: Booking, note: string | undefined): Promise<Booking> {
  if (note === undefined || note === hold.note) return hold
  const changed = changeNote(hold, note)
  await saveChange(tx, now, hold, changed, bookingHeld, hold.consumerId)
  return changed
}

/** Frees the time of a hold that its booker has changed their mind about. */
export async function dropHold(tx: Tx, now: Instant, hold: Booking, actor: ActorName): Promise<void> {
  await saveChange(tx, now, hold, expire(hold), bookingExpired, actor)
  await cancelJob(tx, expireHoldJob, hold.id)
  await releaseTime(tx, hold, now)
}
