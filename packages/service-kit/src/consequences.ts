import { sql, type Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { AddedWork, type Work } from './added-work.ts'
import type { Entry } from './audit.ts'
import type { toJobRow, JobType } from './jobs.ts'
import type { KitTables } from './kit-tables.ts'
import { correlation } from './log.ts'
import type { toEventRow } from './outbox.ts'

/** What follows from a change: events to publish, rows of the audit, jobs to schedule and jobs that are not to run any more. */
export type Consequences = {
  events?: ReturnType<typeof toEventRow>[]
  audit?: Entry[]
  jobs?: (ReturnType<typeof toJobRow> & {
    /** Many changes are one job: one that waits already and runs by then is left as it is. */
    by?: Temporal.Instant
  })[]
  cancelled?: { type: JobType; key: string }[]
}

/**
 * In one statement, the last of a transaction: a job that is one for all who change the same thing is shared with them
 * until the end, and workers pass over it.
 */
export async function saveConsequences<DB extends KitTables>(
  tx: Transaction<DB>,
  at: Temporal.Instant,
  { events = [], audit = [], jobs = [], cancelled = [] }: Consequences,
): Promise<void> {
  const jobRows = jobs.map(({ by, lane: _, ...row }) => ({ ...row, by: by?.toString() ?? null }))
  const work: Work[] = [
    ...events.map(() => ({ duty: 'outbox' as const })),
    ...jobs.map(({ lane, run_at }) => ({ duty: lane, at: Temporal.Instant.from(run_at) })),
  ]
  const cancelledKeys = cancelled.map(({ type, key }) => ({ kind: type.kind, key }))
  await sql`
    with recorded as (
      insert into outbox (id, type, subject, sequence, at, correlation_id, data)
      select id, type, subject, sequence, ${at}::timestamptz, ${correlation()?.correlationId ?? null}, data
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as event(id text, type text, subject text, sequence bigint, data jsonb)
    ), audited as (
      insert into audit (at, actor, action, subject, before, after, reason)
      select ${at}::timestamptz, actor, action, subject, before, after, reason
      from jsonb_to_recordset(${JSON.stringify(audit)}::jsonb)
        as entry(actor text, action text, subject text, before jsonb, after jsonb, reason text)
    ), cancelled as (
      delete from jobs using jsonb_to_recordset(${JSON.stringify(cancelledKeys)}::jsonb) as gone(kind text, key text)
      where jobs.kind = gone.kind and jobs.key = gone.key
    )
    insert into jobs (id, kind, key, run_at, payload)
    select id, kind, key, run_at, payload
    from jsonb_to_recordset(${new AddedWork(JSON.stringify(jobRows), work, { isLast: true })}::jsonb)
      as job(id text, kind text, key text, run_at timestamptz, payload jsonb, by timestamptz)
    where by is null or not exists (
      select from jobs as waiting
      where waiting.kind = job.kind and waiting.key = job.key and waiting.run_at <= job.by and waiting.leased_until is null
      for key share)
    on conflict (kind, key) do update set
      id = excluded.id, run_at = excluded.run_at, payload = excluded.payload,
      attempts = 0, leased_until = null, last_error = null`.execute(tx)
}
