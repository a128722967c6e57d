import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Channel } from '@buy-locals/contracts/notification/shapes'
import { mailJob } from '../jobs.ts'
import type { Database } from './database.ts'
import type { Person } from './people.ts'

/** In-app has none: there the notification itself is kept. */
type DeliveryChannel = Exclude<Channel, 'in-app'>
type Delivery = {
  id: string
  personId: string
  eventId: string
  channel: DeliveryChannel
  kind: string
  requestedAt: Temporal.Instant
}

/** Returns the ids of those that are new: of the others the person's message about the event is requested on this channel already. */
export async function insert(tx: Transaction<Database>, deliveries: readonly Delivery[]): Promise<ReadonlySet<string>> {
  const rows = deliveries.map(({ id, personId, eventId, channel, kind, requestedAt }) => ({
    ...{ id, person_id: personId, event_id: eventId, channel, kind, requested_at: requestedAt },
  }))
  const inserted = await tx
    .insertInto('deliveries')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['person_id', 'event_id', 'channel']).doNothing())
    .returning('id')
    .execute()
  return new Set(inserted.map(({ id }) => id))
}

export async function find(
  db: Kysely<Database>,
  id: string,
): Promise<{ requestedAt: Temporal.Instant; sentAt: Temporal.Instant | null; person: Person | undefined } | undefined> {
  const row = await db
    .selectFrom('deliveries')
    .leftJoin('people', 'people.person_id', 'deliveries.person_id')
    .select(['requested_at', 'sent_at', 'name', 'email', 'locale', 'verified', 'is_guest'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { name, email, locale, verified, is_guest: isGuest, requested_at: requestedAt, sent_at: sentAt } = row
  const isKnown = name !== null && email !== null && locale !== null && verified !== null && isGuest !== null
  return { requestedAt, sentAt, person: isKnown ? { name, email, locale, verified, isGuest } : undefined }
}

type NotSent = 'superseded' | 'no-address' | 'refused' | 'unanswered' | 'limited' | 'unpublished'
type Outcome = { sent_at: Temporal.Instant } | { not_sent: NotSent }

export async function update(db: Kysely<Database>, id: string, outcome: Outcome): Promise<void> {
  await db.updateTable('deliveries').set(outcome).where('id', '=', id).execute()
}

export async function listOfPerson(db: Kysely<Database>, personId: string, limit: number, before?: string) {
  const own = db
    .selectFrom('deliveries')
    .select(['id', 'channel', 'kind', 'requested_at as requestedAt', 'sent_at as sentAt'])
    .where('person_id', '=', personId)
  const page = before === undefined ? own : own.where('id', '<', before)
  return page.orderBy('id', 'desc').limit(limit).execute()
}

/** And the mails that are still to be sent. */
export async function removeOfPerson(tx: Transaction<Database>, personId: string): Promise<void> {
  await tx
    .deleteFrom('jobs')
    .where('kind', '=', mailJob.kind)
    .where(sql<boolean>`payload ->> 'personId' = ${personId}`)
    .execute()
  await tx
    .deleteFrom('dead_letters')
    .where('kind', '=', mailJob.kind)
    .where(sql<boolean>`payload ->> 'personId' = ${personId}`)
    .execute()
  await tx.deleteFrom('deliveries').where('person_id', '=', personId).execute()
}
