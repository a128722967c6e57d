import { sql, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Booking } from '../domain/booking.ts'
import { fromRow } from './booking-repository.ts'
import type { Database } from './database.ts'

type Instant = Temporal.Instant
type Own = { consumerId: Id<'person'>; bookingIds: readonly Id<'booking'>[] }

const longestHours = 25 // a service lasts a day at most

/** Bookings of this person, or with these ids, that take up any of this time. A hold that has expired does not. Locked, so that none is paid or expires meanwhile. */
export async function lockLive(
  tx: Transaction<Database>,
  { consumerId, bookingIds }: Own,
  { from, to }: { from: Instant; to: Instant },
  now: Instant,
): Promise<Booking[]> {
  const rows = await tx
    .selectFrom('bookings')
    .selectAll()
    .where(({ eb, or }) =>
      or([eb('consumer_id', '=', consumerId), ...(bookingIds.length ? [eb('id', 'in', bookingIds)] : [])]),
    )
    .where('status', 'in', ['held', 'pending', 'confirmed'])
    .where(sql<boolean>`(hold_expires_at is null or hold_expires_at > ${now})`)
    .where('start_at', '>', from.subtract({ hours: longestHours }))
    .where('start_at', '<', to)
    .where('end_at', '>', from)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(fromRow)
}
