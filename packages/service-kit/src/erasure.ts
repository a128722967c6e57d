import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { personErased } from '@buy-locals/contracts/auth/events'
import type { DataOf } from '@buy-locals/contracts/event'
import { id, type Id } from '@buy-locals/values/ids'
import { isBefore } from '@buy-locals/values/time'
import type { Clock } from './clock.ts'
import { eraseDeadLetters } from './dead-letters.ts'
import { consumer, type Consumer } from './inbox.ts'
import { job, jobType, schedule, type JobKind } from './jobs.ts'
import type { Db, KitTables } from './kit-tables.ts'

export type ErasedPerson = DataOf<typeof personErased>

/** Erases what the service has of a person. It is run several times, also after a crash in the middle, and each time leaves nothing. */
export type ErasePerson = (person: ErasedPerson) => Promise<void>

const erasePersonJob = jobType('kit.erase-person', z.object({ personId: id('person') }), {
  lane: 'upkeep',
  isNeverParked: true,
})

/** Again when no token of theirs is valid any more, and when no queue can still hold a message about them: what was under way at the first pass is erased then. */
const passesAfter = [{ hours: 1 }, { hours: 5 * 24 }]

/** From here on nothing about the person is stored, and the first pass is due. In one transaction with whatever decides it. */
export async function markErased<DB extends KitTables>(
  tx: Transaction<DB>,
  now: Temporal.Instant,
  { personId, keepReviews, version }: ErasedPerson,
): Promise<void> {
  const row = { person_id: personId, keep_reviews: keepReviews, version, erased_at: now }
  await (tx as unknown as Db)
    .insertInto('erased_people')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await schedule(tx, erasePersonJob, personId, now, { personId })
}

export async function isErased<DB extends KitTables>(db: Kysely<DB>, personId: string): Promise<boolean> {
  const { rows } = await sql`select from erased_people where person_id = ${personId}`.execute(db)
  return rows.length > 0
}

/** Those of them who were erased. */
export async function findErased<DB extends KitTables>(
  db: Kysely<DB> | Transaction<DB>,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = (db as unknown as Db)
    .selectFrom('erased_people')
    .select('person_id')
    .where('person_id', '=', sql<string>`any(${personIds})`)
  return new Set((await found.execute()).map(({ person_id }) => person_id))
}

/** Everyone, so that a projection which is rebuilt knows them too. */
export async function listErased<DB extends KitTables>(db: Kysely<DB>): Promise<ErasedPerson[]> {
  const rows = await (db as unknown as Db).selectFrom('erased_people').selectAll().execute()
  return rows.map(({ person_id, keep_reviews, version }) => ({
    personId: person_id as Id<'person'>,
    keepReviews: keep_reviews,
    version,
  }))
}

/** What somebody wrote in the audit about these subjects. All else of it stays. */
export async function eraseAuditReasons<DB extends KitTables>(
  tx: Transaction<DB>,
  subjects: readonly string[],
): Promise<void> {
  if (subjects.length) await sql`select erase_audit_reasons(${subjects})`.execute(tx)
}

export const erasureConsumer = <DB extends KitTables>(db: Kysely<DB>, clock: Clock, service: string): Consumer =>
  consumer(db, `${service}.erasure`, personErased, (tx, { data }) => markErased(tx, clock(), data))

export const erasureJob = <DB extends KitTables>(database: Kysely<DB>, clock: Clock, erase: ErasePerson): JobKind =>
  job(erasePersonJob, async ({ payload: { personId } }) => {
    const db = database as unknown as Db
    const row = await db.selectFrom('erased_people').selectAll().where('person_id', '=', personId).executeTakeFirst()
    if (!row) return undefined
    const now = clock()
    await eraseDeadLetters(db, personId)
    await erase({ personId, keepReviews: row.keep_reviews, version: row.version })
    return passesAfter.map((later) => row.erased_at.add(later)).find((at) => isBefore(now, at))
  })
