import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { newId } from '@buy-locals/values/ids'
import type { Clock } from './clock.ts'
import type { Db, KitTables } from './kit-tables.ts'
import { withCorrelation, type Log } from './log.ts'

/** The kind of a timed step, `<service>.<what-happens>`, and its payload. */
export type JobType<T extends z.ZodType = z.ZodType> = { kind: string; payload: T }

export const jobType = <T extends z.ZodType>(kind: string, payload: T): JobType<T> => ({ kind, payload })

type DueJob<P> = { id: `job_${string}`; key: string; runAt: Temporal.Instant; attempts: number; payload: P }

/** What a service does when a job of that kind is due. An instant that `run` returns is when the job runs next. */
export type JobKind = { kind: string; run(job: DueJob<unknown>): Promise<Temporal.Instant | void> }

export const job = <T extends z.ZodType>(
  { kind, payload }: JobType<T>,
  run: (job: DueJob<z.output<T>>) => Promise<Temporal.Instant | void>,
): JobKind => ({ kind, run: (due) => run({ ...due, payload: payload.parse(due.payload) }) })

export const toJobRow = <T extends z.ZodType>(
  { kind, payload }: JobType<T>,
  key: string,
  runAt: Temporal.Instant,
  input: z.input<T>,
) => ({ id: newId('job'), kind, key, run_at: runAt.toString(), payload: payload.parse(input) })

/** A kind and key name one job: scheduling it again moves it. */
export async function schedule<DB extends KitTables, T extends z.ZodType>(
  tx: Transaction<DB>,
  { kind, payload }: JobType<T>,
  key: string,
  runAt: Temporal.Instant,
  input: z.input<T>,
): Promise<void> {
  const row = {
    id: newId('job'),
    run_at: runAt,
    payload: JSON.stringify(payload.parse(input)),
    attempts: 0,
    leased_until: null,
    last_error: null,
  }
  await (tx as unknown as Db)
    .insertInto('jobs')
    .values({ kind, key, ...row })
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doUpdateSet(row))
    .execute()
}

/**
 * Many changes are one job: one that waits already and runs by then, or by another instant, is left as it is. The last
 * statement of a transaction, because the row is one for all who change the same thing; workers pass over it until the end.
 */
export async function scheduleOnce<DB extends KitTables, T extends z.ZodType>(
  tx: Transaction<DB>,
  type: JobType<T>,
  key: string,
  runAt: Temporal.Instant,
  input: z.input<T>,
  by = runAt,
): Promise<void> {
  const waiting = await (tx as unknown as Db)
    .selectFrom('jobs')
    .select('id')
    .where('kind', '=', type.kind)
    .where('key', '=', key)
    .where('run_at', '<=', by)
    .where('leased_until', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!waiting) await schedule(tx, type, key, runAt, input)
}

export async function cancelJob<DB extends KitTables>(
  tx: Transaction<DB>,
  { kind }: JobType,
  key: string,
): Promise<void> {
  await (tx as unknown as Db).deleteFrom('jobs').where('kind', '=', kind).where('key', '=', key).execute()
}

type Settings = { log: Log; limit?: number; leaseSeconds?: number }

/** One batch of due jobs, earliest first. A failing job is retried later and delays no other; one whose worker died runs again. Returns how many ran. */
export async function runDue<DB extends KitTables>(
  database: Kysely<DB>,
  clock: Clock,
  kinds: readonly JobKind[],
  { log, limit = 10, leaseSeconds = 120 }: Settings,
): Promise<number> {
  const db = database as unknown as Db
  if (kinds.length === 0) return 0
  const due = await lease(db, clock(), kinds, limit, leaseSeconds)
  for (const row of due.toSorted((a, b) => a.run_at.epochMilliseconds - b.run_at.epochMilliseconds)) {
    await withCorrelation({ correlationId: row.id, job: row.kind }, () => runJob(db, clock, kinds, row, log))
  }
  return due.length
}

function lease(db: Db, now: Temporal.Instant, kinds: readonly JobKind[], limit: number, seconds: number) {
  const names = kinds.map(({ kind }) => kind)
  return db
    .with('due', (rows) =>
      rows
        .selectFrom('jobs')
        .select('id')
        .where('run_at', '<=', now)
        .where('kind', '=', sql<string>`any(${names})`)
        .where((row) =>
          row.or([row('leased_until', 'is', null), row('leased_until', '<', sql<Temporal.Instant>`clock_timestamp()`)]),
        )
        .orderBy('run_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('jobs')
    .set({ leased_until: sql`clock_timestamp() + make_interval(secs => ${seconds})`, attempts: sql`attempts + 1` })
    .where('id', 'in', (rows) => rows.selectFrom('due').select('due.id'))
    .returningAll()
    .execute()
}

type Row = Awaited<ReturnType<typeof lease>>[number]

async function runJob(db: Db, clock: Clock, kinds: readonly JobKind[], row: Row, log: Log): Promise<void> {
  const { id, key, payload, attempts, run_at: runAt } = row
  const kind = kinds.find((candidate) => candidate.kind === row.kind)
  try {
    const next = await kind?.run({ id, key, payload, attempts, runAt })
    if (next) await reschedule(db, id, { run_at: next, attempts: 0, last_error: null })
    else await db.deleteFrom('jobs').where('id', '=', id).execute()
  } catch (error) {
    log.error({ err: error, attempts }, 'job failed')
    const wait = Math.min(3_600, 2 ** Math.min(attempts, 12))
    const last_error = error instanceof Error ? error.name : 'unknown'
    await reschedule(db, id, { run_at: clock().add({ seconds: wait }), last_error })
  }
}

/** By its id: a job that was scheduled again in the meantime has another one. */
function reschedule(
  db: Db,
  id: Row['id'],
  changes: { run_at: Temporal.Instant; attempts?: number; last_error: string | null },
) {
  return db
    .updateTable('jobs')
    .set({ ...changes, leased_until: null })
    .where('id', '=', id)
    .execute()
}
