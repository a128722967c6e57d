import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Channel } from '@buy-locals/contracts/notification/shapes'
import { mailJob, pushJob, smsJob, smsNoticeJob } from '../jobs.ts'
import type { Database } from './database.ts'
import type { Person } from './people.ts'

/** In-app has none: there the notification itself is kept. */
export type DeliveryChannel = Exclude<Channel, 'in-app'>
type Delivery = {
  id: string
  personId: string
  eventId: string
  channel: DeliveryChannel
  kind: string
  requestedAt: Temporal.Instant
}

/** Returns the ids of those that are new: of the others the person's message about the event is requested on this channel already. What was not sent because it was no longer so can be so again. */
export async function insert(tx: Transaction<Database>, deliveries: readonly Delivery[]): Promise<ReadonlySet<string>> {
  const rows = deliveries.map(({ id, personId, eventId, channel, kind, requestedAt }) => ({
    ...{ id, person_id: personId, event_id: eventId, channel, kind, requested_at: requestedAt },
  }))
  const inserted = await tx
    .insertInto('deliveries')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'event_id', 'channel'])
        .doUpdateSet((row) => ({
          id: row.ref('excluded.id'),
          requested_at: row.ref('excluded.requested_at'),
          not_sent: null,
        }))
        .where('deliveries.not_sent', '=', 'superseded'),
    )
    .returning('id')
    .execute()
  return new Set(inserted.map(({ id }) => id))
}

export async function find(
  db: Kysely<Database>,
  id: string,
): Promise<
  | {
      requestedAt: Temporal.Instant
      attemptedAt: Temporal.Instant | null
      sentAt: Temporal.Instant | null
      notSent: string | null
      devices: string[]
      person: Person | undefined
    }
  | undefined
> {
  const row = await db
    .selectFrom('deliveries')
    .leftJoin('people', 'people.person_id', 'deliveries.person_id')
    .select([
      'requested_at',
      'attempted_at',
      'sent_at',
      'not_sent',
      'devices',
      'name',
      'email',
      'locale',
      'verified',
      'is_guest',
      'time_zone',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { devices, name, email, locale, verified, is_guest: isGuest, time_zone: timeZone } = row
  const { requested_at: requestedAt, attempted_at: attemptedAt, sent_at: sentAt, not_sent: notSent } = row
  const isKnown = name !== null && email !== null && locale !== null && verified !== null && isGuest !== null
  return {
    ...{ requestedAt, attemptedAt, sentAt, notSent, devices },
    person: isKnown ? { name, email, locale, verified, isGuest, timeZone } : undefined,
  }
}

type NotSent =
  'superseded' | 'no-address' | 'refused' | 'unanswered' | 'limited' | 'unpublished' | 'stopped' | 'no-device'
type Outcome =
  { sent_at: Temporal.Instant; reference?: string | null } | { attempted_at: Temporal.Instant } | { not_sent: NotSent }

export async function update(db: Kysely<Database>, id: string, outcome: Outcome): Promise<void> {
  await db.updateTable('deliveries').set(outcome).where('id', '=', id).execute()
}

/** One of its person's devices has it. */
export async function addDevice(db: Kysely<Database>, id: string, deviceId: string): Promise<void> {
  const devices = sql<string[]>`array_append(devices, ${deviceId})`
  await db.updateTable('deliveries').set({ devices }).where('id', '=', id).execute()
}

/** SMS to these people that wait to be sent are not sent any more. */
export async function stopSms(tx: Transaction<Database>, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const stopped = await tx
    .updateTable('deliveries')
    .set({ not_sent: 'stopped' })
    .where('person_id', '=', sql<string>`any(${personIds})`)
    .where('channel', '=', 'sms')
    .where('sent_at', 'is', null)
    .where('not_sent', 'is', null)
    .returning('id')
    .execute()
  const keys = stopped.map(({ id }) => id)
  await tx.deleteFrom('jobs').where('kind', '=', smsJob.kind).where('key', '=', sql<string>`any(${keys})`).execute() // prettier-ignore
}

export async function markDelivered(db: Kysely<Database>, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ delivered_at: at, not_sent: null })
    .where('id', '=', id)
    .where('channel', '=', 'sms')
    .where('delivered_at', 'is', null)
    .execute()
}

export async function markUndelivered(db: Kysely<Database>, id: string): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ not_sent: 'undelivered' })
    .where('id', '=', id)
    .where('channel', '=', 'sms')
    .where('delivered_at', 'is', null)
    .execute()
}

export async function listOfPerson(db: Kysely<Database>, personId: string, limit: number, before?: string) {
  const own = db
    .selectFrom('deliveries')
    .select(['id', 'channel', 'kind', 'requested_at as requestedAt', 'sent_at as sentAt'])
    .select(['delivered_at as deliveredAt'])
    .where('person_id', '=', personId)
  const page = before === undefined ? own : own.where('id', '<', before)
  return page.orderBy('id', 'desc').limit(limit).execute()
}

const kindsOfJobs = [mailJob, smsJob, smsNoticeJob, pushJob].map(({ kind }) => kind)

/** And what is still to be sent. */
export async function removeOfPerson(tx: Transaction<Database>, personId: string): Promise<void> {
  for (const table of ['jobs', 'dead_letters'] as const)
    await tx
      .deleteFrom(table)
      .where('kind', '=', sql<string>`any(${kindsOfJobs})`)
      .where(sql<boolean>`payload ->> 'personId' = ${personId}`)
      .execute()
  await tx.deleteFrom('deliveries').where('person_id', '=', personId).execute()
}
