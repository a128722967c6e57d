import { sql, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Settings } from './config.ts'
import type { Database } from './persistence/database.ts'

type Requester = { consumerId: Id<'person'>; email: string | undefined; askedFrom: string; businessId: Id<'business'> }

/** A guest who pays at the venue has given no more than an address that nobody has checked. */
export async function refuseTooManyVisits(
  tx: Transaction<Database>,
  { email, askedFrom }: Pick<Requester, 'email' | 'askedFrom'>,
  now: Temporal.Instant,
  limits: Settings['guestVisitsPer'],
): Promise<void> {
  await inTurn(tx, [askedFrom, email ?? ''])
  const { rows } = await sql<{ person: number; address: number }>`
    select
      (select count(*) from people p join bookings b on b.consumer_id = p.id
         where p.kind = 'guest' and p.email = ${email ?? null} and b.status = 'confirmed' and b.start_at > ${now}) as person,
      (select count(*) from bookings
         where status = 'confirmed' and is_guest and asked_from = ${askedFrom} and start_at > ${now}) as address
  `.execute(tx)
  const [coming] = rows
  const over = coming && (['person', 'address'] as const).find((kind) => coming[kind] >= limits[kind])
  if (over) throw new Problem('too-many-requests', 'Make an account to book more', { limit: over, retryAfter: 3_600 })
}

/** Whoever keeps times without paying keeps others from booking them. */
export async function refuseTooManyHolds(
  tx: Transaction<Database>,
  { consumerId, email, askedFrom, businessId }: Requester,
  now: Temporal.Instant,
  limits: Settings['holdsPer'],
): Promise<void> {
  const who = email ?? consumerId // a guest is somebody else each time, the address is not
  await inTurn(tx, [askedFrom, who]) // what a business has may be overshot by those who ask at the same instant
  const { rows } = await sql<{ person: number; address: number; business: number }>`
    select
      (select count(*) from bookings where status = 'held' and hold_expires_at > ${now} and consumer_id = ${consumerId})
      + (select count(*) from people p join bookings b on b.consumer_id = p.id
         where p.kind = 'guest' and p.email = ${email ?? null} and b.status = 'held' and b.hold_expires_at > ${now}) as person,
      (select count(*) from bookings where status = 'held' and hold_expires_at > ${now} and asked_from = ${askedFrom}) as address,
      (select count(*) from bookings where status = 'held' and hold_expires_at > ${now} and business_id = ${businessId}) as business
  `.execute(tx)
  const [held] = rows
  if (!held) return
  const over = (['person', 'address', 'business'] as const).find((kind) => held[kind] >= limits[kind])
  if (over)
    throw new Problem('booking/too-many-holds', 'Pay or cancel what is held first', { limit: over, retryAfter: 60 })
}

/** Counted one at a time, in one order. */
async function inTurn(tx: Transaction<Database>, names: readonly string[]): Promise<void> {
  for (const name of names.toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`hold ${name}`}, 0))`.execute(tx)
}
