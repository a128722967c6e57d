import { sql, type Kysely } from 'kysely'
import { linkRequested, personChanged } from '@buy-locals/contracts/auth/events'
import { manageLinkIssued } from '@buy-locals/contracts/booking/events'
import type { Envelope } from '@buy-locals/contracts/event'
import { reviewPublished, reviewReplied } from '@buy-locals/contracts/review/events'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Db, KitTables } from './kit-tables.ts'

/** Why something is handled no more: the name of the last error, never its text, which may repeat what somebody typed. */
export type Reason = { tries: number; error: string }

/** What could not be done however often it was tried. `kind` is the consumer's name, or the job's kind. */
export type DeadLetter = Reason & { id: Id<'deadLetter'>; kind: string; subject: string; since: string }

/** For one consumer: the others have handled it. */
export async function parkEvent<DB extends KitTables>(
  database: Kysely<DB>,
  kind: string,
  event: Envelope,
  { tries, error }: Reason,
): Promise<void> {
  await (database as unknown as Db)
    .insertInto('dead_letters')
    .values({
      ...{ id: newId('deadLetter'), kind, subject: event.subject, source_id: event.id, tries, error },
      event: JSON.stringify(event),
    })
    .onConflict((conflict) => conflict.columns(['kind', 'source_id']).doNothing())
    .execute()
}

type Job = { id: `job_${string}`; kind: string; key: string; payload: unknown }

/** Out of the jobs, in one statement. */
export async function parkJob(db: Db, { id, kind, key, payload }: Job, { tries, error }: Reason): Promise<void> {
  await db
    .with('parked', (rows) => rows.deleteFrom('jobs').where('id', '=', id).returning('id'))
    .insertInto('dead_letters')
    .columns(['id', 'kind', 'subject', 'source_id', 'tries', 'error', 'payload'])
    .expression((rows) =>
      rows
        .selectFrom('parked')
        .select([
          sql<Id<'deadLetter'>>`${newId('deadLetter')}::text`.as('id'),
          sql<string>`${kind}::text`.as('kind'),
          sql<string>`${key}::text`.as('subject'),
          'parked.id as source_id',
          sql<number>`${tries}::integer`.as('tries'),
          sql<string>`${error}::text`.as('error'),
          sql<unknown>`${JSON.stringify(payload)}::jsonb`.as('payload'),
        ]),
    )
    .execute()
}

export async function listDeadLetters(db: Db): Promise<DeadLetter[]> {
  const rows = await db
    .selectFrom('dead_letters')
    .select(['id', 'kind', 'subject', 'since', 'tries', 'error'])
    .orderBy('id')
    .execute()
  return rows.map(({ since, ...row }) => ({ ...row, since: since.round('second').toString() }))
}

/** The job by which one consumer is given one event again; its payload is `{consumer, event}`. */
export const redeliveryKind = 'kit.redeliver'

/** Puts it back: a job among the jobs, an event to its consumer alone. False where there is no such dead letter. */
export const retryDeadLetter = (db: Db, id: string): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const letter = await tx
      .deleteFrom('dead_letters')
      .where('id', '=', id as Id<'deadLetter'>)
      .returningAll()
      .executeTakeFirst()
    if (!letter) return false
    const { kind, subject, source_id, event, payload } = letter
    const job = event
      ? { kind: redeliveryKind, key: `${kind} ${source_id}`, payload: { consumer: kind, event } }
      : { kind, key: subject, payload }
    await tx
      .insertInto('jobs')
      .values({
        ...{ id: newId('job'), kind: job.kind, key: job.key, payload: JSON.stringify(job.payload) },
        ...{ run_at: sql`'2000-01-01T00:00:00Z'::timestamptz`, attempts: 0, leased_until: null, last_error: null },
      })
      .onConflict((conflict) => conflict.doNothing()) // it has been scheduled anew meanwhile
      .execute()
    return true
  })

/** Events that are of no use without what they say of a person. */
const aboutPeople = [personChanged, linkRequested, manageLinkIssued, reviewPublished, reviewReplied].map(
  ({ type }) => type,
)

/** What is parked about a person: gone where it is about them, without their words where others need it. */
export async function eraseDeadLetters(db: Db, personId: string): Promise<void> {
  const ofPerson = sql<boolean>`event::text like ${`%${personId}%`}`
  await db
    .deleteFrom('dead_letters')
    .where(ofPerson)
    .where(sql<boolean>`event ->> 'type' = any(${aboutPeople})`)
    .execute()
  await db
    .updateTable('dead_letters')
    .set({ event: sql`event #- '{data,reason}' #- '{data,manageTokenHash}'` })
    .where(ofPerson)
    .execute()
}
