import type { Transaction } from 'kysely'
import { listManaged, verifyManageToken } from '@buy-locals/booking-access/manage-link'
import type { Requester } from '@buy-locals/booking-access/relation'
import { bookingExpired, bookingHeld } from '@buy-locals/contracts/booking/events'
import type { Caller } from '@buy-locals/service-kit/caller'
import type { Temporal } from 'temporal-polyfill'
import type { Deps } from '../deps.ts'
import { changeNote, expire, type Booking } from '../domain/booking.ts'
import { expireHoldJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as bookingCounts from '../persistence/booking-counts.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as ownBookings from '../persistence/own-bookings.ts'
import { saveChange, type ActorName } from './save-change.ts'
import { releaseTime } from './take-time.ts'

type Tx = Transaction<Database>
type Instant = Temporal.Instant

/** What whoever books has at that time already: by their account, or by the links that their browser has opened. Their other tabs wait, and whatever else counts towards the same limits. */
export async function lockOwnBookings(
  tx: Tx,
  request: bookingCounts.CountedRequest,
  caller: Requester['caller'],
  range: { from: Instant; to: Instant },
  now: Instant,
): Promise<{ own: Booking[]; counts: bookingCounts.RequestCounts }> {
  const { consumerId, email, requestedFrom } = request
  await bookingCounts.lock(tx, [consumerId, requestedFrom, ...(email === undefined ? [] : [email])])
  const managed = caller ? listManaged(caller) : []
  const bookingIds = managed.map(({ bookingId }) => bookingId)
  const { own: found, counts } = await ownBookings.lockLive(tx, { consumerId, bookingIds }, range, request, now)
  return { own: found.filter((booking) => isOwn(booking, consumerId, managed)), counts }
}

const isOwn = ({ id, consumerId, manageTokenHash }: Booking, by: string, managed: ReturnType<typeof listManaged>) =>
  consumerId === by ||
  managed.some(({ bookingId, token }) => bookingId === id && verifyManageToken(token, manageTokenHash))

/** Whoever has taken one time of a service holds no other of it. Each is released in a transaction of its own, as if it had expired: nobody waits for it. */
export async function releaseOtherHolds(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  booked: Booking,
  caller: Pick<Caller, 'header' | 'cookies'>,
): Promise<void> {
  const managed = listManaged(caller)
  const own = { consumerId: booked.consumerId, bookingIds: managed.map(({ bookingId }) => bookingId) }
  const holds = await ownBookings.findHolds(db, own, booked.serviceId, clock())
  for (const { id } of holds.filter((hold) => hold.id !== booked.id && isOwn(hold, booked.consumerId, managed)))
    await db.transaction().execute(async (tx) => {
      const hold = await bookings.lock(tx, id)
      if (hold.status === 'held') await dropHold(tx, clock(), hold, booked.consumerId)
    })
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
  const cancelled = [{ type: expireHoldJob, key: hold.id }]
  await saveChange(tx, now, hold, expire(hold), bookingExpired, actor, { cancelled })
  await releaseTime(tx, hold, now)
}
