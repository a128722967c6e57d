import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { DataOf, Envelope, EventType } from '@buy-locals/contracts/event'
import { newId } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import { addingWork } from './added-work.ts'
import type { Db, KitTables } from './kit-tables.ts'
import { correlation } from './log.ts'
import { stripTo } from './strip.ts'

/** An event, and how often it was tried to deliver it. */
export type Recorded = Envelope & { tries: number }

/** Tells of an event that takes long what becomes of it: whether every consumer has stored it then. */
export type GoOn = (id: Envelope['id'], isStored: Promise<boolean>) => void

/**
 * Publishes events and returns the ids of those that every consumer has safely stored. It may throw when none are. One
 * that is given to `goOn` is still being stored, beside others.
 */
export type Publish = (events: readonly Recorded[], goOn: GoOn) => Promise<readonly Envelope['id'][]>

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
    .values({
      ...row,
      type: addingWork(row.type, { duty: 'outbox' }),
      at,
      correlation_id,
      data: JSON.stringify(row.data),
    })
    .execute()
}

export const batchOfEvents = 200

export type Outbox = {
  /** One batch. Returns how many were published. */
  drain(): Promise<number>
  /** How many events this process has in its hands. */
  atWork(): number
  /** Resolves when what takes long has ended too. */
  finish(): Promise<void>
}

/** Events are leased, published outside any transaction, and deleted. Any number of workers may do it at once. */
export function openOutbox<DB extends KitTables>(
  database: Kysely<DB>,
  publish: Publish,
  { limit = batchOfEvents, leaseSeconds = 30 }: { limit?: number; leaseSeconds?: number } = {},
): Outbox {
  const db = database as unknown as Db
  const held = new Set<Envelope['id']>()
  const late = new Set<Promise<void>>()
  let renewed: Promise<unknown> = Promise.resolve()
  /** An event that takes long is nobody else's meanwhile. */
  const keepLeases = setInterval(
    () => {
      if (held.size > 0) renewed = renew(db, [...held], leaseSeconds).catch(() => {})
    },
    (leaseSeconds * 1_000) / 3,
  ).unref()

  const end = async (ids: readonly Envelope['id'][], isPublished: (id: Envelope['id']) => boolean) => {
    for (const id of ids) held.delete(id)
    await renewed // or it would take back what is put back now
    const [published, others] = [ids.filter(isPublished), ids.filter((id) => !isPublished(id))]
    if (published.length) await remove(db, published)
    if (others.length) await retryLater(db, others)
  }
  const endLater = (id: Envelope['id'], isStored: Promise<boolean>) => {
    const ended = isStored
      .then((is) => end([id], () => is))
      .catch(() => {}) // the database is away, and the lease will be over
      .finally(() => late.delete(ended))
    late.add(ended)
  }

  return {
    drain: async () => {
      const leased = await lease(db, limit, leaseSeconds)
      if (leased.length === 0) return 0
      const ids = new Set(leased.map(({ id }) => id))
      for (const id of ids) held.add(id)
      try {
        const published = await publish(leased.map(toRecorded).toSorted(byId), (id, isStored) => {
          ids.delete(id)
          endLater(id, isStored)
        })
        await end([...ids], (id) => published.includes(id))
        return published.length
      } finally {
        for (const id of ids) held.delete(id)
      }
    },
    atWork: () => held.size,
    finish: async () => {
      await Promise.all(late)
      clearInterval(keepLeases)
    },
  }
}

const byId = (a: Envelope, b: Envelope) => (a.id < b.id ? -1 : 1)

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
    .set({ leased_until: leaseEnd(seconds), attempts: sql`attempts + 1` })
    .where('id', 'in', (rows) => rows.selectFrom('due').select('due.id'))
    .returningAll()
    .execute()
}

const leaseEnd = (seconds: number) => sql<Temporal.Instant>`clock_timestamp() + make_interval(secs => ${seconds})`

const isAnyOf = (ids: readonly Envelope['id'][]) => sql<boolean>`id = any(${ids}::text[])`

const renew = (db: Db, ids: readonly Envelope['id'][], seconds: number) =>
  db
    .updateTable('outbox')
    .set({ leased_until: leaseEnd(seconds) })
    .where(isAnyOf(ids))
    .execute()

const remove = (db: Db, ids: readonly Envelope['id'][]) => db.deleteFrom('outbox').where(isAnyOf(ids)).execute()

/** 0.2 s, 0.4 s, … up to ten minutes. */
function retryLater(db: Db, ids: readonly Envelope['id'][]) {
  const wait = sql<Temporal.Instant>`clock_timestamp() + make_interval(secs => least(600, 0.1 * 2 ^ least(attempts, 20)))`
  return db.updateTable('outbox').set({ leased_until: wait }).where(isAnyOf(ids)).execute()
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
