import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { PersonRecord } from '../domain/person.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export async function find(db: Db, id: Id<'person'>): Promise<PersonRecord | undefined> {
  const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function findOrRefuse(db: Db, id: Id<'person'>): Promise<PersonRecord> {
  const person = await find(db, id)
  if (!person) throw new Problem('unauthenticated', 'This account is no longer there')
  return person
}

export async function findByEmail(db: Db, email: string): Promise<PersonRecord | undefined> {
  const row = await db.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst()
  return row && fromRow(row)
}

export async function lock(tx: Tx, id: Id<'person'>): Promise<PersonRecord> {
  return fromRow(await tx.selectFrom('people').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow())
}

const versionOf = (db: Db, id: Id<'person'>) => db.selectFrom('people').select('password_version').where('id', '=', id)

export const passwordVersion = async (db: Db, id: Id<'person'>): Promise<number> =>
  (await versionOf(db, id).executeTakeFirstOrThrow()).password_version

/** Which a password opens, and the version of that password. */
export type OpenAccount = { personId: Id<'person'>; version: number }

export async function findOpenAccount(db: Db, personId: Id<'person'>): Promise<OpenAccount | undefined> {
  const row = await versionOf(db, personId).where('password_closed_by', 'is', null).executeTakeFirst()
  return row && { personId, version: row.password_version }
}

/** None of whoever is erased. */
export const lockPasswordVersion = async (tx: Tx, id: Id<'person'>): Promise<number | undefined> =>
  (await versionOf(tx, id).forUpdate().executeTakeFirst())?.password_version

/** As it was when its password was closed. */
export type Closed = { version: number }

/** No password opens the account until one is stored, not even one that is being looked at at this moment. */
export async function closePassword(tx: Tx, id: Id<'person'>, by: string): Promise<Closed> {
  return { version: await raise(tx, id, by) }
}

/** Whoever verified the former password signs in no more. */
export const openPassword = (tx: Tx, id: Id<'person'>): Promise<number> => raise(tx, id, null)

async function raise(tx: Tx, id: Id<'person'>, password_closed_by: string | null): Promise<number> {
  const person = tx.updateTable('people').where('id', '=', id)
  const raised = person.set({ password_version: sql`password_version + 1`, password_closed_by })
  return (await raised.returning('password_version').executeTakeFirstOrThrow()).password_version
}

/** What chose the password that is not stored yet. */
export async function passwordClosedBy(db: Db, id: Id<'person'>): Promise<string | undefined> {
  const person = db.selectFrom('people').select('password_closed_by').where('id', '=', id)
  return (await person.executeTakeFirst())?.password_closed_by ?? undefined
}

/** False where the address has somebody already. */
export async function insert(tx: Tx, at: Temporal.Instant, person: PersonRecord): Promise<boolean> {
  const row = await tx
    .insertInto('people')
    .values({ ...toRow(person), id: person.id, created_at: at })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Refused where somebody else has taken the new address at the same moment. */
export async function update(tx: Tx, person: PersonRecord): Promise<void> {
  const updated = tx.updateTable('people').set(toRow(person)).where('id', '=', person.id).execute()
  await updated.catch((error: unknown) => {
    const isTaken = error instanceof Error && 'constraint' in error && error.constraint === 'people_email_key'
    throw isTaken ? emailTaken() : error
  })
}

export const emailTaken = (): Problem =>
  new Problem('auth/email-taken', 'There is an account or an invitation with this address meanwhile')

/** With what was mailed to them. The address is free for whoever registers with it next. */
export async function remove(tx: Tx, id: Id<'person'>): Promise<void> {
  await tx.deleteFrom('email_links').where('person_id', '=', id).execute()
  await tx.deleteFrom('invitations').where('person_id', '=', id).execute()
  await tx.deleteFrom('claims').where('person_id', '=', id).execute()
  await tx.deleteFrom('acceptances').where('person_id', '=', id).execute()
  await tx.deleteFrom('identities').where('person_id', '=', id).execute()
  await tx.deleteFrom('second_factors').where('person_id', '=', id).execute()
  await tx.deleteFrom('exports').where('person_id', '=', id).execute()
  await tx.deleteFrom('people').where('id', '=', id).execute()
}

/** Everyone, a batch at a time. */
export async function* all(db: Db, batch = 500): AsyncGenerator<PersonRecord[]> {
  for (let after = ''; ;) {
    const rows = await db.selectFrom('people').selectAll().where('id', '>', after).orderBy('id').limit(batch).execute()
    if (rows.length === 0) return
    yield rows.map(fromRow)
    after = rows.at(-1)?.id ?? after
  }
}

function toRow({ kind, email, emailVerified, name, locale, timeZone, version }: PersonRecord) {
  return { kind, email, email_verified: emailVerified, name, locale, time_zone: timeZone ?? null, version }
}

const fromRow = (row: Selectable<Database['people']>): PersonRecord => ({
  id: row.id as Id<'person'>,
  kind: row.kind as PersonRecord['kind'],
  email: row.email,
  emailVerified: row.email_verified,
  name: row.name,
  locale: row.locale,
  ...(row.time_zone ? { timeZone: row.time_zone } : {}),
  version: row.version,
})
