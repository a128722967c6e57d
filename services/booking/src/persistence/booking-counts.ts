import { sql, type RawBuilder, type Transaction } from 'kysely'
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
  /** Its own held time is given up for the next. */
  except?: Id<'booking'>
  consumerId: Id<'person'>
  email: string | undefined
  requestedFrom: string
  businessId: Id<'business'>
}

/** As one list, because with `or` PostgreSQL reads the bookings of everybody. */
const isOneOf = (consumerId: Id<'person'>, email: string | undefined) => sql`
  consumer_id = any(array(select ${consumerId}::text union all select id from people where kind = 'guest' and email = ${email ?? null}))`

/** Seats of unpaid holds, and of times that are held for a move. A guest is another person each time; the mail address tells that it is the same one. */
export async function ofHolds(
  tx: Tx,
  { consumerId, email, requestedFrom, businessId, except }: CountKeys,
  now: Temporal.Instant,
): Promise<HoldCounts> {
  const sum = sql`(select coalesce(sum(party_size), 0)::integer from bookings`
  const ofWhere = (whose: RawBuilder<unknown>) => sql`
    ${sum} where status = 'held' and hold_expires_at > ${now} and ${whose})
    + ${sum} where held_move_expires_at > ${now} and id <> ${except ?? ''} and ${whose})`
  const { rows } = await sql<HoldCounts>`
    select
      ${ofWhere(isOneOf(consumerId, email))} as person,
      ${ofWhere(sql`requested_from = ${requestedFrom}`)} as address,
      ${ofWhere(sql`business_id = ${businessId}`)} as business
  `.execute(tx)
  return rows[0] ?? { person: 0, address: 0, business: 0 }
}

/** Seats of visits to come for which nothing is paid online. */
export async function ofVisits(
  tx: Tx,
  { consumerId, email, requestedFrom }: Omit<CountKeys, 'businessId'>,
  now: Temporal.Instant,
): Promise<VisitCounts> {
  const unpaid = sql`coalesce(sum(party_size), 0)::integer from bookings
    where status = 'confirmed' and payment <> 'online' and start_at > ${now}`
  const { rows } = await sql<VisitCounts>`
    select
      (select ${unpaid} and ${isOneOf(consumerId, email)}) as person,
      (select ${unpaid} and requested_from = ${requestedFrom}) as address
  `.execute(tx)
  return rows[0] ?? { person: 0, address: 0 }
}

/** Seats of one class that are kept from one address without having been paid. */
export async function ofSession(
  tx: Tx,
  { serviceId, start, requestedFrom }: { serviceId: Id<'service'>; start: Temporal.Instant; requestedFrom: string },
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{ seats: number }>`
    select coalesce(sum(party_size), 0)::integer as seats from bookings
    where requested_from = ${requestedFrom} and service_id = ${serviceId} and start_at = ${start}
      and (status = 'held' and hold_expires_at > ${now} or status = 'confirmed' and payment <> 'online')
  `.execute(tx)
  return rows[0]?.seats ?? 0
}
