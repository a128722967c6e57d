import { sql, type Kysely, type Transaction } from 'kysely'
import type { Envelope } from '@buy-locals/contracts/event'
import type { Database } from './database.ts'

export type Version = { subject: string; version: number }

/** Whether this version of it has not been told of, nor a later one in another state. The same fact said again is another event. Versions of one thing that come at once wait for each other. */
export async function isNews(
  tx: Transaction<Database>,
  { subject, sequence: version }: Pick<Envelope, 'subject' | 'sequence'>,
  state: string | undefined,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`told ${subject}`}, 0))`.execute(tx)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('told')
    .values({ subject, version, state: state ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n && !(await isReplaced(tx, { subject, version }))
}

/** 'Booked' is not said any more of what is known to be cancelled. A later version in the same state replaces nothing. */
export async function isReplaced(db: Kysely<Database>, { subject, version }: Version): Promise<boolean> {
  const later = await db
    .selectFrom('told')
    .innerJoin('told as later', 'later.subject', 'told.subject')
    .select('later.version')
    .where('told.subject', '=', subject)
    .where('told.version', '=', version)
    .where('later.version', '>', version)
    .whereRef('later.state', '<>', 'told.state')
    .executeTakeFirst()
  return later !== undefined
}
