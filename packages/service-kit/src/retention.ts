import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, KitTables } from './kit-tables.ts'

/** Which rows of a table are of no use any more. `docs/retention.md` says the same in words, and a test compares their tables. */
export type Retention = {
  table: string
  isOver(now: Temporal.Instant): RawBuilder<boolean>
  /** What is done with them instead of deleting them. */
  set?: RawBuilder<unknown>
}

const batch = 500

/** Batch by batch, so that no statement holds locks for long. */
export async function applyRetention<DB extends KitTables>(
  database: Kysely<DB>,
  now: Temporal.Instant,
  { table: name, isOver, set }: Retention,
): Promise<number> {
  const db = database as unknown as Db
  const table = sql.table(name)
  const over = sql`select ctid from ${table} where ${isOver(now)} limit ${batch}`
  const change = set ? sql`update ${table} set ${set}` : sql`delete from ${table}`
  const statement = sql`${change} where ctid = any(array(${over}))`
  for (let total = 0; ;) {
    const { numAffectedRows = 0n } = await statement.execute(db)
    total += Number(numAffectedRows)
    if (numAffectedRows < batch) return total
  }
}

/** Of the kit's tables. */
export const kitRetention: readonly Retention[] = [
  // Queues keep a message for four days at most.
  { table: 'inbox', isOver: () => sql`received_at < now() - interval '7 days'` },
  { table: 'idempotency_keys', isOver: (now) => sql`created_at < ${now.subtract({ hours: 24 })}` },
  // Much longer than an access token lives.
  { table: 'ended_sessions', isOver: (now) => sql`ended_at < ${now.subtract({ hours: 24 })}` },
  { table: 'throttles', isOver: (now) => sql`ends_at < ${now}` },
]
