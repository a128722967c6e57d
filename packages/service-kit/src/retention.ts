import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, KitTables } from './kit-tables.ts'

/** Which rows of a table are of no use any more. `docs/retention.md` says the same in words, and a test compares their tables. */
export type Retention = {
  table: string
  isOver(now: Temporal.Instant): RawBuilder<boolean>
  /** What an index has them in the order of. */
  by: RawBuilder<unknown>
  /** What is done with them instead of deleting them. */
  set?: RawBuilder<unknown>
}

const batch = 200

/** Batch by batch, so that no statement holds locks for long. */
export async function applyRetention<DB extends KitTables>(
  database: Kysely<DB>,
  now: Temporal.Instant,
  rule: Retention,
): Promise<number> {
  const db = database as unknown as Db
  const table = sql.table(rule.table)
  const change = rule.set ? sql`update ${table} set ${rule.set}` : sql`delete from ${table}`
  const statement = sql`${change} where ctid = any(array(${selectOver(now, rule)}))`
  for (let total = 0; ;) {
    const { numAffectedRows = 0n } = await statement.execute(db)
    total += Number(numAffectedRows)
    if (numAffectedRows < batch) return total
  }
}

/** The oldest first: in any other order each batch would pass all that the batches before it have left behind. */
export const selectOver = (now: Temporal.Instant, { table, isOver, by }: Retention): RawBuilder<unknown> =>
  sql`select ctid from ${sql.table(table)} where ${isOver(now)} order by ${by} limit ${batch}`

/** Of the kit's tables. */
export const kitRetention: readonly Retention[] = [
  // Queues keep a message for four days at most.
  { table: 'inbox', by: sql`received_at`, isOver: () => sql`received_at < now() - interval '7 days'` },
  { table: 'idempotency_keys', by: sql`created_at`, isOver: (now) => sql`created_at < ${now.subtract({ hours: 24 })}` },
  // Much longer than an access token lives.
  { table: 'ended_sessions', by: sql`ended_at`, isOver: (now) => sql`ended_at < ${now.subtract({ hours: 24 })}` },
  { table: 'throttles', by: sql`ends_at`, isOver: (now) => sql`ends_at < ${now}` },
]
