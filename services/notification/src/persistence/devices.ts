import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { DevicePlatform } from '@buy-locals/contracts/notification/shapes'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

type Tx = Transaction<Database>

export type Device = {
  id: Id<'device'>
  platform: DevicePlatform
  token: string
  name: string | null
  address: string | null
  registeredAt: Temporal.Instant
  seenAt: Temporal.Instant
}

/** One at a time for each person: their devices are counted. */
export async function lock(tx: Tx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`devices ${personId}`}, 0))`.execute(tx)
}

type Registration = Pick<Device, 'platform' | 'token'> & {
  personId: string
  sessionId: string | undefined
  name: string | undefined
  at: Temporal.Instant
}

/** Of somebody else until now, it is another device of another person; the vendor's address of it stays. */
export async function register(
  tx: Tx,
  { personId, sessionId, platform, token, name, at }: Registration,
): Promise<Device> {
  const row = { person_id: personId, session_id: sessionId ?? null, name: name ?? null, seen_at: at }
  const { id } = await tx
    .insertInto('devices')
    .values({ id: newId('device'), platform, token, registered_at: at, ...row })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'token']).doUpdateSet({
        ...row,
        id: sql<string>`case when devices.person_id = excluded.person_id then devices.id else excluded.id end`,
        registered_at: sql<Temporal.Instant>`case when devices.person_id = excluded.person_id then devices.registered_at else excluded.registered_at end`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return select(tx).where('id', '=', id).executeTakeFirstOrThrow()
}

const select = (db: Kysely<Database>) =>
  db
    .selectFrom('devices')
    .select((row) => [
      ...([row.ref('id').$castTo<Id<'device'>>().as('id'), 'token', 'name', 'address'] as const),
      ...([row.ref('platform').$castTo<DevicePlatform>().as('platform')] as const),
      ...(['registered_at as registeredAt', 'seen_at as seenAt'] as const),
    ])

export const find = (db: Kysely<Database>, id: string): Promise<Device | undefined> =>
  select(db).where('id', '=', id).executeTakeFirst()

/** The one seen last first. */
export const ofPerson = (db: Kysely<Database>, personId: string): Promise<Device[]> =>
  select(db).where('person_id', '=', personId).orderBy('seen_at', 'desc').orderBy('id', 'desc').execute()

/** Those of these people who have one. */
export async function findOwners(db: Kysely<Database>, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const owners = db.selectFrom('devices').select('person_id').distinct()
  const rows = await owners.where('person_id', '=', sql<string>`any(${personIds})`).execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** Returns whether it is still there. */
export async function setAddress(db: Kysely<Database>, id: string, address: string | null): Promise<boolean> {
  const changed = db.updateTable('devices').set({ address }).where('id', '=', id).returning('id')
  return (await changed.executeTakeFirst()) !== undefined
}

export async function isReached(db: Kysely<Database>, address: string): Promise<boolean> {
  const row = db.selectFrom('devices').select('id').where('address', '=', address)
  return (await row.executeTakeFirst()) !== undefined
}

type Removed = { address: string | null }

/** All but the ones seen last. What somebody else is taking over at this moment is theirs. */
export async function removeBeyond(tx: Tx, personId: string, most: number): Promise<Removed[]> {
  const beyond = tx
    .selectFrom('devices')
    .select('id')
    .where('person_id', '=', personId)
    .orderBy('seen_at', 'desc')
    .orderBy('id', 'desc')
    .offset(most)
    .forUpdate()
    .skipLocked()
  return tx.deleteFrom('devices').where('id', 'in', beyond).returning('address').execute()
}

export const remove = (tx: Tx, id: string): Promise<Removed[]> =>
  tx.deleteFrom('devices').where('id', '=', id).returning('address').execute()

export const removeOwn = (tx: Tx, personId: string, id: string): Promise<Removed[]> =>
  tx.deleteFrom('devices').where('id', '=', id).where('person_id', '=', personId).returning('address').execute()

export const removeOfPerson = (tx: Tx, personId: string): Promise<Removed[]> =>
  tx.deleteFrom('devices').where('person_id', '=', personId).returning('address').execute()

export const removeOfSessions = (tx: Tx, sessionIds: readonly string[]): Promise<Removed[]> =>
  tx.deleteFrom('devices').where('session_id', '=', sql<string>`any(${sessionIds})`).returning('address').execute() // prettier-ignore
