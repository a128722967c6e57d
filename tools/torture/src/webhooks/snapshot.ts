import { sql } from 'kysely'
import type { Running } from '@buy-locals/server/start'

/** Every row of every table of every service, as text. */
export type Snapshot = Map<string, string[]>

/** These change without a webhook: the inbox, counters of requests, and jobs that repeat by the clock. */
const ignoredTables = new Set(['inbox', 'throttles'])
const repeatingJobs = [
  ...['kit.cleanup', 'payment.reconcile', 'payment.refresh-payees'],
  ...['booking.count-free-starts', 'booking.count-far-starts', 'booking.roll-free-starts', 'business.reindex'],
]

export async function takeSnapshot({ composed }: Running): Promise<Snapshot> {
  const snapshot: Snapshot = new Map()
  for (const [service, db] of composed.databases) {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class
      where relnamespace = current_schema()::regnamespace and relkind = 'r' and has_table_privilege(oid, 'select')`.execute(
      db,
    )
    for (const { name } of rows) {
      if (ignoredTables.has(name)) continue
      const condition = name === 'jobs' ? sql`where kind <> all(${repeatingJobs})` : sql``
      const content = await sql<{ row: string }>`
        select to_jsonb(t)::text as row from ${sql.table(name)} t ${condition} order by 1`.execute(db)
      snapshot.set(
        `${service}.${name}`,
        content.rows.map(({ row }) => row),
      )
    }
  }
  return snapshot
}

export function diffSnapshots(before: Snapshot, after: Snapshot): string[] {
  return [...after].flatMap(([table, rows]) => {
    const earlier = before.get(table) ?? []
    return [
      ...rows.filter((row) => !earlier.includes(row)).map((row) => `${table} has the new row ${row}`),
      ...earlier.filter((row) => !rows.includes(row)).map((row) => `${table} has lost the row ${row}`),
    ]
  })
}
