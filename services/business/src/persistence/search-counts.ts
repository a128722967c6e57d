import { sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'

export type Counted = { cell: string; labels: readonly string[]; by: 1 | -1 }

/** The label that every business has. */
export const ALL = ''

/** Adds up what left and what came. Always in the same order, so that two who count in one cell wait for each other and go on. */
export async function count(tx: Transaction<Database>, ...changes: Counted[][]): Promise<void> {
  const sums = new Map<string, number>()
  for (const { cell, labels, by } of changes.flat()) {
    for (const label of [ALL, ...labels]) {
      const key = `${cell} ${label}`
      sums.set(key, (sums.get(key) ?? 0) + by)
    }
  }
  const changed = [...sums].filter(([, by]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
  if (changed.length === 0) return
  const parts = changed.map(([key, by]) => ({ cell: key.split(' ')[0], label: key.split(' ')[1], by }))
  await sql`
    insert into search_counts as known (cell, label, businesses)
    select cell, label, by from jsonb_to_recordset(${JSON.stringify(parts)}) as part (cell text, label text, by integer)
    on conflict (cell, label) do update
      set businesses = known.businesses + excluded.businesses, changed_in = pg_current_xact_id()`.execute(tx)
}
