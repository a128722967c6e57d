import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { HoldCounts, VisitCounts } from '../domain/booking-limits.ts'
import type { Database } from './database.ts'

type Tx = Transaction<Database>

/** Until the end of the transaction, nobody else counts what these people or addresses have booked. */
export async function lock(tx: Tx, names: readonly string[]): Promise<void> {
  const sorted = [...new Set(names)].toSorted() // one order for everyone: no deadlock
  await sql`
    select pg_advisory_xact_lock(hashtextextended('hold ' || name, 0)) from unnest(${sorted}::text[]) as names(name)
  `.execute(tx)
}

type Keys = {
  /** Its own held time is given up for the next. */
  except?: Id<'booking'>
  consumerId: Id<'person'>
  email: string | undefined
  requestedFrom: string
  businessId: Id<'business'>
}
type Session = { serviceId: Id<'service'>; start: Temporal.Instant; requestedFrom: string }

/** Who wants to book, and what: something to pay online is held until then, and a class has seats for others too. */
export type CountedRequest = Keys & { isHeld: boolean; session: Session | undefined }
/** Seats that count towards the limits of such a request. */
export type RequestCounts = HoldCounts & VisitCounts & { session: number }

export const selectOfRequest = (
  { isHeld, session, ...keys }: CountedRequest,
  now: Temporal.Instant,
): RawBuilder<RequestCounts> => sql`
  select unpaid.*, ${session ? selectOfSession(session, now) : sql`0`} as session
  from (${isHeld ? selectOfHolds(keys, now) : selectOfVisits(keys, now)}) as unpaid`

export async function ofRequest(tx: Tx, request: CountedRequest, now: Temporal.Instant): Promise<RequestCounts> {
  const [counts] = (await selectOfRequest(request, now).execute(tx)).rows
  return counts ?? { person: 0, address: 0, business: 0, session: 0 }
}

export async function ofHolds(tx: Tx, keys: Keys, now: Temporal.Instant): Promise<HoldCounts> {
  const [counts] = (await selectOfHolds(keys, now).execute(tx)).rows
  return counts ?? { person: 0, address: 0, business: 0 }
}

export async function ofSession(tx: Tx, session: Session, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ seats: number }>`select ${selectOfSession(session, now)} as seats`.execute(tx)
  return rows[0]?.seats ?? 0
}

/** As one list, because with `or` PostgreSQL reads the bookings of everybody. */
const isOneOf = (consumerId: Id<'person'>, email: string | undefined) => sql`
  consumer_id = any(array(select ${consumerId}::text union all select id from people where kind = 'guest' and email = ${email ?? null}))`

/** Of what stands in these lists nearly all is later: written as a difference, no index by time is used, which would read what everybody has. */
const isLater = (column: 'start_at' | 'hold_expires_at' | 'held_move_expires_at', now: Temporal.Instant) =>
  sql`${sql.ref(column)} - ${now} > interval '0'`

/** Seats of unpaid holds, and of times that are held for a move. A guest is another person each time; the mail address tells that it is the same one. */
function selectOfHolds(
  { consumerId, email, requestedFrom, businessId, except }: Keys,
  now: Temporal.Instant,
): RawBuilder<HoldCounts> {
  const sum = sql`(select coalesce(sum(party_size), 0)::integer from bookings`
  const ofWhere = (whose: RawBuilder<unknown>) => sql`
    ${sum} where status = 'held' and ${isLater('hold_expires_at', now)} and ${whose})
    + ${sum} where ${isLater('held_move_expires_at', now)} and id <> ${except ?? ''} and ${whose})`
  return sql`
    select
      ${ofWhere(isOneOf(consumerId, email))} as person,
      ${ofWhere(sql`requested_from = ${requestedFrom}`)} as address,
      ${ofWhere(sql`business_id = ${businessId}`)} as business`
}

/** Seats of visits to come for which nothing is paid online. A business may have as many as it can. */
function selectOfVisits({ consumerId, email, requestedFrom }: Keys, now: Temporal.Instant): RawBuilder<VisitCounts> {
  const unpaid = sql`coalesce(sum(party_size), 0)::integer from bookings
    where status = 'confirmed' and payment <> 'online' and ${isLater('start_at', now)}`
  return sql`
    select
      (select ${unpaid} and ${isOneOf(consumerId, email)}) as person,
      (select ${unpaid} and requested_from = ${requestedFrom}) as address,
      0 as business`
}

/** Seats of one class that are kept from one address without having been paid. */
const selectOfSession = (
  { serviceId, start, requestedFrom }: Session,
  now: Temporal.Instant,
): RawBuilder<number> => sql`
  (select coalesce(sum(party_size), 0)::integer from bookings
    where requested_from = ${requestedFrom} and service_id = ${serviceId} and start_at = ${start}
      and (status = 'held' and hold_expires_at > ${now} or status = 'confirmed' and payment <> 'online'))`
