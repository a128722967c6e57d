import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { personChanged } from '@buy-locals/contracts/auth/events'
import { Problem } from '@buy-locals/contracts/problem'
import type { Person } from '@buy-locals/contracts/auth/shapes'
import type { Id } from '@buy-locals/values/ids'
import { record } from '@buy-locals/service-kit/outbox'
import type { Database } from './database.ts'

export type Kind = 'account' | 'invited'
export type Known = Person & { kind: Kind }

export async function find(db: Kysely<Database>, id: Id<'person'>): Promise<Known | undefined> {
  const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function findByEmail(db: Kysely<Database>, email: string): Promise<Known | undefined> {
  const row = await db.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst()
  return row && fromRow(row)
}

export async function lock(tx: Transaction<Database>, id: Id<'person'>): Promise<Known> {
  return fromRow(await tx.selectFrom('people').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow())
}

const versionOf = (db: Kysely<Database>, id: Id<'person'>) =>
  db.selectFrom('people').select('password_version').where('id', '=', id)

export const passwordVersion = async (db: Kysely<Database>, id: Id<'person'>): Promise<number> =>
  (await versionOf(db, id).executeTakeFirstOrThrow()).password_version

export const lockPasswordVersion = async (tx: Transaction<Database>, id: Id<'person'>): Promise<number> =>
  (await versionOf(tx, id).forUpdate().executeTakeFirstOrThrow()).password_version

export async function outdatePassword(tx: Transaction<Database>, id: Id<'person'>): Promise<void> {
  await tx
    .updateTable('people')
    .set({ password_version: sql`password_version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Undefined where the address has somebody already. */
export async function insert(
  tx: Transaction<Database>,
  at: Temporal.Instant,
  person: Known,
): Promise<Known | undefined> {
  const row = await tx
    .insertInto('people')
    .values({ ...toRow(person), id: person.id, created_at: at })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) return undefined
  await say(tx, at, person)
  return person
}

/** Stores the next version and says it. */
export async function update(tx: Transaction<Database>, at: Temporal.Instant, changed: Known): Promise<Known> {
  const next = { ...changed, version: changed.version + 1 }
  await tx.updateTable('people').set(toRow(next)).where('id', '=', next.id).execute()
  await say(tx, at, next)
  return next
}

export async function pageAfter(db: Kysely<Database>, id: string): Promise<Known[]> {
  const rows = await db.selectFrom('people').selectAll().where('id', '>', id).orderBy('id').limit(500).execute()
  return rows.map(fromRow)
}

export const say = (tx: Transaction<Database>, at: Temporal.Instant, person: Known) =>
  record(tx, at, personChanged, person.id, person.version, person)

function toRow({ kind, email, emailVerified, name, locale, timeZone, version }: Known) {
  return { kind, email, email_verified: emailVerified, name, locale, time_zone: timeZone ?? null, version }
}

const fromRow = (row: Selectable<Database['people']>): Known => ({
  id: row.id as Id<'person'>,
  kind: row.kind as Kind,
  email: row.email,
  emailVerified: row.email_verified,
  name: row.name,
  locale: row.locale,
  ...(row.time_zone ? { timeZone: row.time_zone } : {}),
  version: row.version,
})

export async function findOrRefuse(db: Kysely<Database>, id: Id<'person'>): Promise<Known> {
  const person = await find(db, id)
  if (!person) throw new Problem('unauthenticated', 'This account is no longer there')
  return person
}
