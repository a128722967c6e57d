import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { decrypt, encrypt } from '@buy-locals/service-kit/encryption'
import type { About } from '../domain/notifications.ts'
import { bookingLinksJob } from '../jobs.ts'
import type { Database } from './database.ts'

type GuestLink = { bookingId: string; personId: string; token: string }

/** The token can be read with the secret alone, which no table has. */
export async function insert(db: Kysely<Database>, secret: string, links: readonly GuestLink[]): Promise<void> {
  const rows = links.map(({ bookingId, personId, token }) => ({
    ...{ booking_id: bookingId, person_id: personId, token: encrypt(secret, token) },
  }))
  await db
    .insertInto('guest_links')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** And a request for them that has not been answered yet. */
export async function removeOfPerson(tx: Transaction<Database>, personId: string): Promise<void> {
  await tx
    .deleteFrom('jobs')
    .where('kind', '=', bookingLinksJob.kind)
    .where(sql<boolean>`payload ->> 'email' = (select email from people where person_id = ${personId})`)
    .execute()
  await tx.deleteFrom('guest_links').where('person_id', '=', personId).execute()
}

type OfAddress = { email: string; now: Temporal.Instant; limit: number }

/** What guests with this address have booked and what has become of it lately, the next visit first. */
export async function findOfAddress(
  db: Kysely<Database>,
  secret: string,
  { email, now, limit }: OfAddress,
): Promise<(GuestLink & { about: About })[]> {
  const rows = await db
    .selectFrom('people')
    .innerJoin('guest_links', 'guest_links.person_id', 'people.person_id')
    .innerJoin('notifications', 'notifications.person_id', 'people.person_id')
    .distinctOn('guest_links.booking_id')
    .select(['guest_links.booking_id', 'guest_links.person_id', 'guest_links.token', 'notifications.about'])
    .where('people.is_guest', '=', sql.lit(true))
    .where('people.email', '=', email)
    .where(sql<boolean>`not exists (select from erased_people erased where erased.person_id = people.person_id)`)
    .where(sql<boolean>`notifications.about ->> 'bookingId' = guest_links.booking_id`)
    .where(sql<boolean>`(notifications.about ->> 'start')::timestamptz > ${now.subtract(afterVisit)}`)
    .orderBy('guest_links.booking_id', 'desc')
    .orderBy('notifications.id', 'desc')
    .limit(limit)
    .execute()
  return rows
    .map(({ booking_id: bookingId, person_id: personId, token, about }) => ({
      ...{ bookingId, personId, token: decrypt(secret, token), about: about as About },
    }))
    .toSorted((a, b) => Number(isOver(a, now)) - Number(isOver(b, now)) || startOf(a).localeCompare(startOf(b)))
}

/** Receipts and complaints are looked for so long. */
const afterVisit = { hours: 24 * 60 }

const startOf = ({ about }: { about: About }) => String(about['start'])
const isOver = (one: { about: About }, now: Temporal.Instant) => startOf(one) < now.toString()
