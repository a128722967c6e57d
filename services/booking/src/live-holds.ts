import { sql, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Settings } from './config.ts'
import type { Database } from './persistence/database.ts'

type Asker = { consumerId: Id<'person'>; email: string | undefined; askedFrom: string; businessId: Id<'business'> }

/** Whoever keeps times without paying keeps others from booking them. */
export async function refuseTooManyHolds(
  tx: Transaction<Database>,
  { consumerId, email, askedFrom, businessId }: Asker,
  now: Temporal.Instant,
  limits: Settings['holdsPer'],
): Promise<void> {
  const who = email ?? consumerId // a guest is somebody else each time, the address is not
  // Counted one at a time, in one order. What a business has may be overshot by those who ask at the same instant.
  for (const name of [askedFrom, who].toSorted()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`hold ${name}`}, 0))`.execute(tx)
  }
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
