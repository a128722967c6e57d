import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { newId } from '@buy-locals/values/ids'
import { addingWork, type Lane } from './added-work.ts'
import type { Db, KitTables } from './kit-tables.ts'

type Options = {
  lane?: Lane
  /** It repeats by itself, or is owed to somebody: however often it has failed, it is tried again and never parked. */
  isNeverParked?: boolean
  /** Between two tries of a job that has failed often, where somebody waits for it to be done soon after its vendor is there again. */
  longestPauseSeconds?: number
  /** After so many it is parked. */
  maxTries?: number
}

/** The kind of a timed step, `<service>.<what-happens>`, and its payload. */
export type JobType<T extends z.ZodType = z.ZodType> = { kind: string; payload: T } & Options

export const jobType = <T extends z.ZodType>(kind: string, payload: T, options: Options = {}): JobType<T> => ({
  kind,
  payload,
  ...options,
})

type DueJob<P> = { id: `job_${string}`; key: string; runAt: Temporal.Instant; attempts: number; payload: P }

/** What a service does when a job of that kind is due. An instant that `run` returns is when the job runs next. */
export type JobKind = {
  kind: string
  lane: Lane
  isNeverParked: boolean
  longestPauseSeconds: number | undefined
  maxTries: number | undefined
  run(job: DueJob<unknown>): Promise<Temporal.Instant | void>
}

const defaultLane = 'prompt'

export const job = <T extends z.ZodType>(
  { kind, payload, lane = defaultLane, isNeverParked = false, longestPauseSeconds, maxTries }: JobType<T>,
  run: (job: DueJob<z.output<T>>) => Promise<Temporal.Instant | void>,
): JobKind => ({
  kind,
  lane,
  isNeverParked,
  longestPauseSeconds,
  maxTries,
  run: (due) => run({ ...due, payload: payload.parse(due.payload) }),
})

export const toJobRow = <T extends z.ZodType>(
  { kind, payload, lane = defaultLane }: JobType<T>,
  key: string,
  runAt: Temporal.Instant,
  input: z.input<T>,
) => ({ id: newId('job'), kind, key, run_at: runAt.toString(), payload: payload.parse(input), lane })

const kindColumn = ({ kind, lane = defaultLane }: JobType, at: Temporal.Instant) => addingWork(kind, { duty: lane, at })

/** A kind and key name one job: scheduling it again moves it. */
export async function schedule<DB extends KitTables, T extends z.ZodType>(
  tx: Transaction<DB>,
  type: JobType<T>,
  key: string,
  runAt: Temporal.Instant,
  input: z.input<T>,
): Promise<void> {
  const row = toRow(type, runAt, input)
  await (tx as unknown as Db)
    .insertInto('jobs')
    .values({ kind: kindColumn(type, runAt), key, ...row })
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doUpdateSet(row))
    .execute()
}

/** Many jobs of one kind, which are all new. */
export async function scheduleNew<DB extends KitTables, T extends z.ZodType>(
  tx: Transaction<DB>,
  type: JobType<T>,
  jobs: readonly { key: string; runAt: Temporal.Instant; input: z.input<T> }[],
): Promise<void> {
  if (jobs.length === 0) return
  const rows = jobs.map(({ key, runAt, input }) => ({
    ...{ kind: kindColumn(type, runAt), key },
    ...toRow(type, runAt, input),
  }))
  await (tx as unknown as Db).insertInto('jobs').values(rows).execute()
}

/** Many jobs of one kind, each as by `schedule`. */
export async function scheduleAll<DB extends KitTables, T extends z.ZodType>(
  tx: Transaction<DB>,
  type: JobType<T>,
  jobs: readonly { key: string; runAt: Temporal.Instant; input: z.input<T> }[],
): Promise<void> {
  if (jobs.length === 0) return
  // One order for everyone: two at once do not wait for each other in a circle.
  const inOrder = jobs.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const rows = inOrder.map(({ key, runAt, input }) => ({
    ...{ kind: kindColumn(type, runAt), key },
    ...toRow(type, runAt, input),
  }))
  await (tx as unknown as Db)
    .insertInto('jobs')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['kind', 'key']).doUpdateSet((row) => ({
        ...{ id: row.ref('excluded.id'), run_at: row.ref('excluded.run_at'), payload: row.ref('excluded.payload') },
        ...{ attempts: 0, leased_until: null, last_error: null },
      })),
    )
    .execute()
}

const toRow = <T extends z.ZodType>(
  { payload }: Pick<JobType<T>, 'payload'>,
  runAt: Temporal.Instant,
  input: z.input<T>,
) => ({
  ...{ id: newId('job'), run_at: runAt, payload: JSON.stringify(payload.parse(input)) },
  ...{ attempts: 0, leased_until: null, last_error: null },
})

/** Unless there is one already, whenever that runs. */
export async function scheduleMissing<DB extends KitTables, T extends z.ZodType>(
  db: Kysely<DB>,
  type: JobType<T>,
  key: string,
  runAt: Temporal.Instant,
  input: z.input<T>,
): Promise<void> {
  await (db as unknown as Db)
    .insertInto('jobs')
    .values({ kind: type.kind, key, ...toRow(type, runAt, input) })
    .onConflict((conflict) => conflict.doNothing())
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
  const row = toRow(type, runAt, input)
  await (tx as unknown as Db)
    .insertInto('jobs')
    .values({ kind: kindColumn(type, runAt), key, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'key'])
        .doUpdateSet(row)
        .where((waiting) =>
          waiting.or([waiting('jobs.run_at', '>', by), waiting('jobs.leased_until', 'is not', null)]),
        ),
    )
    .execute()
}

export async function cancelJobs<DB extends KitTables>(
  tx: Transaction<DB>,
  { kind }: JobType,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return
  await (tx as unknown as Db)
    .deleteFrom('jobs')
    .where('kind', '=', kind)
    .where('key', '=', sql<string>`any(${keys})`)
    .execute()
}

export async function cancelJob<DB extends KitTables>(
  tx: Transaction<DB>,
  { kind }: JobType,
  key: string,
): Promise<void> {
  await (tx as unknown as Db).deleteFrom('jobs').where('kind', '=', kind).where('key', '=', key).execute()
}
