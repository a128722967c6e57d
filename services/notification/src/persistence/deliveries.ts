import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Channel } from '@buy-locals/contracts/notification/shapes'
import { together } from '@buy-locals/service-kit/together'
import {
  bulkMailJob,
  bulkPushJob,
  bulkSmsJob,
  mailJob,
  pushJob,
  smsJob,
  smsNoticeJob,
  type MailRequest,
} from '../jobs.ts'
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

/** What decides whether a message still goes out, and what it says. */
type Needs = Pick<MailRequest, 'notifiedVersion' | 'whileState' | 'visit'> & {
  /** Who is named in it, whose page it is of, and the booking that a guest's link opens. */
  names?: string | undefined
  businessId?: string | undefined
  bookingId?: string | undefined
}
type Requested = { id: string; needs: Needs; now: Temporal.Instant }

/** With all that its sending depends on; nothing is sent to whoever is erased. `isOutdated`: what it says was so, and is no more. */
export const find = together(async (db: Kysely<Database>, each: readonly Requested[]) => {
  const { rows } = await sql<Row>`
    select delivery.*, ${isOutdated} as is_outdated, name, email, locale, verified, is_guest, time_zone,
      (select token from guest_links link where link.booking_id = request.booking_id and link.person_id = people.person_id) as guest_token,
      (select name from people named where named.person_id = request.names) as named,
      (select status from businesses where businesses.business_id = request.business_id) as business_status
    from jsonb_to_recordset(${JSON.stringify(each.map(toRequest))}::jsonb) as request(
      id text, names text, business_id text, booking_id text, notified_subject text, notified_version bigint,
      state_subject text, state text, visited_id text, visit_start timestamptz, now timestamptz)
    cross join lateral (
      select id, person_id, requested_at, attempted_at, sent_at, not_sent, devices from deliveries
      where deliveries.id = request.id
        and not exists (select from erased_people erased where erased.person_id = deliveries.person_id)
      offset 0 -- one by one, by the key
    ) as delivery
    left join people on people.person_id = delivery.person_id`.execute(db)
  const byId = new Map(rows.map((row) => [row.id, toDelivery(row)]))
  return each.map(({ id }) => byId.get(id))
})

const toRequest = ({
  id,
  now,
  needs: { names, businessId, bookingId, notifiedVersion, whileState, visit },
}: Requested) => ({
  ...{ id, now: now.toString(), names, business_id: businessId, booking_id: bookingId },
  ...{ notified_subject: notifiedVersion?.subject, notified_version: notifiedVersion?.version },
  ...{ state_subject: whileState?.subject, state: whileState?.state },
  ...{ visited_id: visit?.bookingId, visit_start: visit?.start },
})

function toDelivery(row: Row) {
  const { name, email, locale, verified, is_guest: isGuest, time_zone: timeZone } = row
  const isKnown = name !== null && email !== null && locale !== null && verified !== null && isGuest !== null
  const person: Person | undefined = isKnown ? { name, email, locale, verified, isGuest, timeZone } : undefined
  return {
    ...{ requestedAt: row.requested_at, attemptedAt: row.attempted_at, sentAt: row.sent_at, notSent: row.not_sent },
    ...{ isOutdated: row.is_outdated, devices: row.devices, person },
    ...{ guestToken: row.guest_token, named: row.named, businessStatus: row.business_status },
  }
}

type Row = Pick<
  Selectable<Database['deliveries']>,
  'id' | 'requested_at' | 'attempted_at' | 'sent_at' | 'not_sent' | 'devices'
> & {
  [column in 'name' | 'email' | 'locale' | 'time_zone' | 'guest_token' | 'named' | 'business_status']: string | null
} & { [column in 'verified' | 'is_guest']: boolean | null } & { is_outdated: boolean }

/** A later version is in another state, the state is another one, or the visit was moved or cancelled or has begun. */
const isOutdated = sql<boolean>`(
  exists (
    select from notified_versions this join notified_versions later on later.subject = this.subject
    where this.subject = request.notified_subject and this.version = request.notified_version
      and later.version > this.version and later.state <> this.state)
  or (request.state_subject is not null and request.state is distinct from (
    select state from notified_versions where subject = request.state_subject and notified_versions.state is not null
    order by version desc limit 1))
  or (request.visited_id is not null and not exists (
    select from visits where visits.booking_id = request.visited_id and status = 'confirmed'
      and start = request.visit_start and start > request.now)))`

export type NotSent =
  | 'superseded'
  | 'no-address'
  | 'refused'
  | 'unanswered'
  | 'limited'
  | 'unpublished'
  | 'stopped'
  | 'no-device'
  | 'bounced'
  | 'complained'
type Outcome =
  | { sent_at: Temporal.Instant; reference?: string | null; booking_id?: string | null }
  | { attempted_at: null }
  | { not_sent: NotSent }

type Sent = {
  id: string
  at: Temporal.Instant
  reference?: string
  bookingId?: string | undefined
  /** Where the server of the address itself may have taken it: no earlier refusal counts any more. */
  addressHash?: string
}

/** Many in one statement: their vendor has taken them. */
export const markSent = together<Database, Sent, void>(async (db, sent) => {
  const rows = sent.map(({ id, at, reference, bookingId, addressHash }) => ({
    ...{ id, at: at.toString(), reference, booking_id: bookingId, address_hash: addressHash },
  }))
  await sql`
    with sent as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as sent(id text, at timestamptz, reference text, booking_id text, address_hash text)),
    reached as (delete from refused_addresses using sent where refused_addresses.address_hash = sent.address_hash)
    update deliveries
    set sent_at = sent.at, reference = coalesce(sent.reference, deliveries.reference),
      booking_id = coalesce(sent.booking_id, deliveries.booking_id)
    from sent where deliveries.id = sent.id`.execute(db)
})

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
    .where('channel', '=', sql.lit('sms'))
    .where('sent_at', 'is', null)
    .where('not_sent', 'is', null)
    .returning('id')
    .execute()
  const keys = stopped.map(({ id }) => id)
  const sms = tx.deleteFrom('jobs').where('kind', 'in', [smsJob.kind, bulkSmsJob.kind])
  await sms.where('key', '=', sql<string>`any(${keys})`).execute()
}

export async function markDelivered(db: Kysely<Database>, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ delivered_at: at, not_sent: null })
    .where('id', '=', id)
    .where('channel', '=', sql.lit('sms'))
    .where('delivered_at', 'is', null)
    .execute()
}

export async function markUndelivered(db: Kysely<Database>, id: string): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ not_sent: 'undelivered' })
    .where('id', '=', id)
    .where('channel', '=', sql.lit('sms'))
    .where('delivered_at', 'is', null)
    .execute()
}

/** By the vendor's id of it. It can still come back: its server has taken it, and may refuse it later. */
export async function markMailDelivered(db: Kysely<Database>, reference: string, at: Temporal.Instant): Promise<void> {
  const mail = db.updateTable('deliveries').set({ delivered_at: at }).where('channel', '=', sql.lit('mail'))
  await mail.where('reference', '=', reference).where('delivered_at', 'is', null).execute()
}

/** Returns whose mail it was, and about which booking. Again and again it is the same. */
export async function markBounced(
  tx: Transaction<Database>,
  reference: string,
): Promise<{ personId: string; bookingId: string | null } | undefined> {
  return tx
    .updateTable('deliveries')
    .set({ not_sent: 'bounced' })
    .where('reference', '=', reference)
    .where('channel', '=', sql.lit('mail'))
    .returning(['person_id as personId', 'booking_id as bookingId'])
    .executeTakeFirst()
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

const kindsOfJobs = [mailJob, bulkMailJob, smsJob, bulkSmsJob, smsNoticeJob, pushJob, bulkPushJob].map(
  ({ kind }) => kind,
)

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
