import { sql } from 'kysely'
import type { Running } from '@buy-locals/server/start'

/** Every row of every table of every service, as text. */
export type Tables = Map<string, string[]>

/** What moves by itself: the inbox, counters of requests, and the jobs that come again by the clock. */
const moving = new Set(['inbox', 'throttles'])
const clockwork = ['kit.tidy', 'payment.reconcile', 'payment.refresh-payees', 'booking.count-free-starts']

export async function tablesOf({ composed }: Running): Promise<Tables> {
  const all: Tables = new Map()
  for (const [service, db] of composed.databases) {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class
      where relnamespace = current_schema()::regnamespace and relkind = 'r' and has_table_privilege(oid, 'select')`.execute(
      db,
    )
    for (const { name } of rows) {
      if (moving.has(name)) continue
      const still = name === 'jobs' ? sql`where kind <> all(${clockwork})` : sql``
      const content = await sql<{
        row: string
      }>`select to_jsonb(t)::text as row from ${sql.table(name)} t ${still} order by 1`.execute(db)
      all.set(
        `${service}.${name}`,
        content.rows.map(({ row }) => row),
      )
    }
  }
  return all
}

export function changesBetween(before: Tables, after: Tables): string[] {
  return [...after].flatMap(([table, rows]) => {
    const known = before.get(table) ?? []
    return [
      ...rows.filter((row) => !known.includes(row)).map((row) => `${table} has ${row}`),
      ...known.filter((row) => !rows.includes(row)).map((row) => `${table} has no more ${row}`),
    ]
  })
}
