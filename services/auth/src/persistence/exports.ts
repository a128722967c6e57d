import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

/** A person has one; to request it again replaces it. */
export async function request(tx: Tx, personId: Id<'person'>, at: Temporal.Instant): Promise<void> {
  const row = { requested_at: at, ready_at: null, content: null }
  await tx
    .insertInto('exports')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute()
}

export async function store(tx: Tx, personId: Id<'person'>, content: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('exports')
    .set({ content, ready_at: at })
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const lifetime = { hours: 7 * 24 }

export const expiryOf = (at: Temporal.Instant): Temporal.Instant => at.add(lifetime)

const ofPerson = (db: Db, personId: Id<'person'>, now: Temporal.Instant) =>
  db.selectFrom('exports').where('person_id', '=', personId).where('requested_at', '>', now.subtract(lifetime))

export const findStatus = (db: Db, personId: Id<'person'>, now: Temporal.Instant) =>
  ofPerson(db, personId, now).select(['requested_at', 'ready_at']).executeTakeFirst()

/** Megabytes, of somebody who has been busy for years. */
export async function findContent(
  db: Db,
  personId: Id<'person'>,
  now: Temporal.Instant,
): Promise<string | null | undefined> {
  return (await ofPerson(db, personId, now).select('content').executeTakeFirst())?.content
}
