import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { DataOf, Envelope, EventType } from '@buy-locals/contracts/event'
import { newId } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Db, KitTables } from './kit-tables.ts'
import { correlation } from './log.ts'
import { stripTo } from './strip.ts'

/** An event, and how often it was tried to deliver it. */
export type Recorded = Envelope & { tries: number }

/** Publishes events and returns the ids of those that every consumer has safely stored. It may throw when none are. */
export type Publish = (events: readonly Recorded[]) => Promise<readonly Envelope['id'][]>

export const toEventRow = <E extends EventType>(eventType: E, subject: string, sequence: number, data: DataOf<E>) => ({
  id: newId('event'),
  type: eventType.type,
  subject,
  sequence,
  data: stripTo(eventType.data, data),
})

/** Takes a transaction, so that an event is published if, and only if, its change is committed. */
export async function record<DB extends KitTables, E extends EventType>(
  tx: Transaction<DB>,
  at: Temporal.Instant,
  eventType: E,
  subject: string,
  sequence: number,
  data: DataOf<E>,
): Promise<void> {
  const row = toEventRow(eventType, subject, sequence, data)
  const correlation_id = correlation()?.correlationId ?? null
  await (tx as unknown as Db)
    .insertInto('outbox')
    .values({ ...row, at, correlation_id, data: JSON.stringify(row.data) })
    .execute()
}

export const batchOfEvents = 200

/** One batch: lease, publish outside any transaction, delete. Any number of workers may do it at once. Returns how many were published. */
export async function drain<DB extends KitTables>(
  database: Kysely<DB>,
  publish: Publish,
  { limit = batchOfEvents, leaseSeconds = 30 }: { limit?: number; leaseSeconds?: number } = {},
): Promise<number> {
  const db = database as unknown as Db
  const leased = await lease(db, limit, leaseSeconds)
  if (leased.length === 0) return 0
  const published = await publish(leased.map(toRecorded).toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  if (published.length)
    await db
      .deleteFrom('outbox')
      .where('id', '=', sql<Envelope['id']>`any(${published})`)
      .execute()
  const unpublished = leased.map((row) => row.id).filter((id) => !published.includes(id))
  if (unpublished.length) await retryLater(db, unpublished)
  return published.length
}

function lease(db: Db, limit: number, seconds: number) {
  return db
    .with('due', (rows) =>
      rows
        .selectFrom('outbox')
        .select('id')
        .where((row) =>
          row.or([row('leased_until', 'is', null), row('leased_until', '<', sql<Temporal.Instant>`clock_timestamp()`)]),
        )
        .orderBy('id')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('outbox')
    .set({ leased_until: sql`clock_timestamp() + make_interval(secs => ${seconds})`, attempts: sql`attempts + 1` })
    .where('id', 'in', (rows) => rows.selectFrom('due').select('due.id'))
    .returningAll()
    .execute()
}

/** 0.2 s, 0.4 s, … up to ten minutes. */
function retryLater(db: Db, ids: Envelope['id'][]) {
  const wait = sql<Temporal.Instant>`clock_timestamp() + make_interval(secs => least(600, 0.1 * 2 ^ least(attempts, 20)))`
  return db
    .updateTable('outbox')
    .set({ leased_until: wait })
    .where('id', '=', sql<Envelope['id']>`any(${ids})`)
    .execute()
}

type Row = Awaited<ReturnType<typeof lease>>[number]

const toRecorded = (row: Row): Recorded => ({
  tries: row.attempts,
  id: row.id,
  type: row.type,
  subject: row.subject,
  sequence: row.sequence,
  at: toSecond(row.at),
  ...(row.correlation_id ? { correlationId: row.correlation_id } : {}),
  data: row.data,
})
