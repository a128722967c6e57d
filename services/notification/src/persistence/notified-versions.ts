import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database } from './database.ts'

type Version = { subject: string; version: number }

/** Until the transaction ends. */
export async function lockSubject(tx: Transaction<Database>, subject: string): Promise<void> {
  // The label keeps its old word: processes of two releases must wait for each other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`told ${subject}`}, 0))`.execute(tx)
}

/** False where people have been notified of it already. */
export async function insert(
  tx: Transaction<Database>,
  { subject, version, state = null }: Version & { state?: string | null | undefined },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('notified_versions')
    .values({ subject, version, state })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Nobody reads 'Booked' of what has been cancelled. A later version in the same state supersedes nothing. */
export async function isSuperseded(db: Kysely<Database>, { subject, version }: Version): Promise<boolean> {
  const later = await db
    .selectFrom('notified_versions as this')
    .innerJoin('notified_versions as later', 'later.subject', 'this.subject')
    .select('later.version')
    .where('this.subject', '=', subject)
    .where('this.version', '=', version)
    .where('later.version', '>', version)
    .whereRef('later.state', '<>', 'this.state')
    .executeTakeFirst()
  return later !== undefined
}
