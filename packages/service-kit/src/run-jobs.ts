import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import type { Lane } from './added-work.ts'
import type { Clock } from './clock.ts'
import { isDatabaseAway } from './database.ts'
import { parkJob } from './dead-letters.ts'
import type { JobKind } from './jobs.ts'
import type { Db, KitTables } from './kit-tables.ts'
import { withCorrelation, type Log } from './log.ts'
import { together } from './together.ts'

type Settings = {
  log: Log
  /** How many jobs of the lane run at the same time. */
  concurrency?: number
  /** Renewed for as long as a job runs: the job of a worker that has died is run by another one after so long. */
  leaseSeconds?: number
  /** How long others wait for one job. Who takes longer goes on beside them. */
  patienceMs?: number
  /** Then a job is parked. With the pauses between them a little more than a day. */
  maxTries?: number
}

export type JobLane = {
  lane: Lane
  concurrency: number
  /** Runs jobs that are due, earliest first. Returns how many were at work. */
  runDue(): Promise<number>
  /** How many are running. */
  atWork(): number
  /** Resolves when none is running. */
  finish(): Promise<void>
}

const concurrencyOf: Record<Lane, number> = {
  ...{ prompt: 8, webhooks: 8, stripe: 8 },
  ...{ mail: 8, sms: 8, push: 8, 'bulk-mail': 4, 'bulk-sms': 8, 'bulk-push': 8 },
  ...{ counting: 2, media: 1, upkeep: 2 },
}

/** One lane for each kind of urgency that the service has. */
export function jobLanes<DB extends KitTables>(
  db: Kysely<DB>,
  clock: Clock,
  kinds: readonly JobKind[],
  settings: Settings,
): JobLane[] {
  return [...Map.groupBy(kinds, ({ lane }) => lane)].map(([lane, ofLane]) => ({
    lane,
    ...jobLane(db, clock, ofLane, { concurrency: concurrencyOf[lane], ...settings }),
  }))
}

/** A failing job is retried later and delays no other. */
export function jobLane<DB extends KitTables>(
  database: Kysely<DB>,
  clock: Clock,
  kinds: readonly JobKind[],
  { log, concurrency = 10, leaseSeconds = 30, patienceMs = 250, maxTries = 36 }: Settings,
): Omit<JobLane, 'lane'> {
  const db = database as unknown as Db
  const byKind = new Map(kinds.map((kind) => [kind.kind, kind]))
  const running = new Set<Promise<void>>()

  const begin = (row: Row) => {
    const renewal = setInterval(() => void renew(db, row, leaseSeconds).catch(() => {}), (leaseSeconds * 1_000) / 3)
    const run = withCorrelation({ correlationId: row.id, job: row.kind }, () => runJob(row))
      .catch((err: unknown) => log.error({ err, job: row.kind }, 'the end of a job was not stored'))
      .finally(() => {
        clearInterval(renewal)
        running.delete(run)
      })
    running.add(run)
    return run
  }

  async function runJob(row: Row): Promise<void> {
    const { id, key, payload, attempts, run_at: runAt } = row
    const kind = byKind.get(row.kind)
    try {
      const next = await kind?.run({ id, key, payload, attempts, runAt })
      if (next) await reschedule(db, id, { run_at: next, attempts: 0, last_error: null })
      else await remove(db, id)
    } catch (err) {
      const error = err instanceof Error ? err.name : 'unknown'
      const { longestPauseSeconds = 3_600, maxTries: most = maxTries } = kind ?? {}
      const isParked = attempts >= most && !kind?.isNeverParked && !isDatabaseAway(err)
      // Two jobs about one payment that run side by side: the second comes again, and nothing has failed.
      const isNotYet = !isParked && err instanceof Problem && err.code === 'not-yet'
      if (isNotYet) log.info({ attempts }, 'job comes again')
      else log.error({ err, attempts }, isParked ? 'job parked' : 'job failed')
      if (isParked) return parkJob(db, row, { tries: attempts, error })
      const wait = Math.min(longestPauseSeconds, 2 ** Math.min(attempts, 12))
      await reschedule(db, id, { run_at: clock().add({ seconds: wait }), last_error: isNotYet ? null : error })
    }
  }

  return {
    concurrency,
    runDue: async () => {
      const free = concurrency - running.size
      const due = free > 0 ? await lease(db, clock(), [...byKind.keys()], free, leaseSeconds) : []
      const begun = due.toSorted((a, b) => a.run_at.epochMilliseconds - b.run_at.epochMilliseconds).map(begin)
      const atWork = running.size
      if (atWork > 0) await waitFor(begun.length > 0 ? Promise.all(begun) : Promise.race(running), patienceMs)
      return atWork // before the wait: where the last one has just ended, others may be due
    },
    atWork: () => running.size,
    finish: async () => {
      await Promise.all(running)
    },
  }
}

/** By its id. Those that end at almost the same time are removed by one statement. */
const remove = together<KitTables, Row['id'], void>(async (db, ids) => {
  await db
    .deleteFrom('jobs')
    .where('id', '=', sql<Row['id']>`any(${ids})`)
    .execute()
}, 10)

async function waitFor(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([work, new Promise((done) => (timer = setTimeout(done, ms)))])
  clearTimeout(timer)
}

/** The earliest of each kind first, by the index: however many wait, it reads no more than it can take. */
const selectDue = (now: Temporal.Instant, kinds: readonly string[], limit: number) => sql<
  Pick<KitTables['jobs'], 'id'>
>`(
  select job.id from unnest(${kinds}::text[]) as lane (kind)
  cross join lateral (
    select id, run_at from jobs
    where jobs.kind = lane.kind and run_at <= ${now} and (leased_until is null or leased_until < clock_timestamp())
    order by run_at limit ${limit} for update skip locked) as job
  order by job.run_at limit ${limit})`

function lease(db: Db, now: Temporal.Instant, kinds: readonly string[], limit: number, seconds: number) {
  return db
    .with('due', () => selectDue(now, kinds, limit))
    .updateTable('jobs')
    .set({ leased_until: leaseEnd(seconds), attempts: sql`attempts + 1` })
    .where('id', 'in', (rows) => rows.selectFrom('due').select('due.id'))
    .returningAll()
    .execute()
}

type Row = Awaited<ReturnType<typeof lease>>[number]

/** By its id: a job that was scheduled again in the meantime has another one. */
const renew = (db: Db, { id }: Row, seconds: number) =>
  db
    .updateTable('jobs')
    .set({ leased_until: leaseEnd(seconds) })
    .where('id', '=', id)
    .execute()

const leaseEnd = (seconds: number) => sql<Temporal.Instant>`clock_timestamp() + make_interval(secs => ${seconds})`

/** By its id, too. */
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
