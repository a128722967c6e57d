import { sql, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { HoldCounts, VisitCounts } from '../domain/booking-limits.ts'
import type { Database } from './database.ts'

type Tx = Transaction<Database>

/** Until the end of the transaction, nobody else counts what these people or addresses have booked. */
export async function lock(tx: Tx, names: readonly string[]): Promise<void> {
  for (const name of names.toSorted())
    // one order for everyone: no deadlock
    await sql`select pg_advisory_xact_lock(hashtextextended(${`hold ${name}`}, 0))`.execute(tx)
}

type CountKeys = {
  consumerId: Id<'person'>
  email: string | undefined
  requestedFrom: string
  businessId: Id<'business'>
}

/** Unpaid holds. A guest is another person each time; the mail address tells that it is the same one. */
export async function ofHolds(
  tx: Tx,
  { consumerId, email, requestedFrom, businessId }: CountKeys,
  now: Temporal.Instant,
): Promise<HoldCounts> {
  const { rows } = await sql<HoldCounts>`
    select
      (select count(*) from bookings where status = 'held' and hold_expires_at > ${now} and consumer_id = ${consumerId})
      + (select count(*) from people p join bookings b on b.consumer_id = p.id
         where p.kind = 'guest' and p.email = ${email ?? null} and b.status = 'held' and b.hold_expires_at > ${now}) as person,
      (select count(*) from bookings where status = 'held' and hold_expires_at > ${now} and requested_from = ${requestedFrom}) as address,
      (select count(*) from bookings where status = 'held' and hold_expires_at > ${now} and business_id = ${businessId}) as business
  `.execute(tx)
  return rows[0] ?? { person: 0, address: 0, business: 0 }
}

/** Visits to come that guests will pay at the venue. */
export async function ofGuestVisits(
  tx: Tx,
  { email, requestedFrom }: Pick<CountKeys, 'email' | 'requestedFrom'>,
  now: Temporal.Instant,
): Promise<VisitCounts> {
  const { rows } = await sql<VisitCounts>`
    select
      (select count(*) from people p join bookings b on b.consumer_id = p.id
         where p.kind = 'guest' and p.email = ${email ?? null} and b.status = 'confirmed' and b.start_at > ${now}) as person,
      (select count(*) from bookings
         where status = 'confirmed' and is_guest and requested_from = ${requestedFrom} and start_at > ${now}) as address
  `.execute(tx)
  return rows[0] ?? { person: 0, address: 0 }
}
