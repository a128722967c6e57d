import { sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'

export type CountChange = { cell: string; labels: readonly string[]; by: 1 | -1 }

/** Labels besides the categories. Every business has `all`, and one of its tier. */
export const labels = {
  all: '',
  hoursKnown: '~hours',
  bookable: '~bookable',
  claimed: '~claimed',
  imported: '~imported',
} as const

/** In the order of the tiers. */
export const tierLabels = [labels.bookable, labels.claimed, labels.imported] as const

/** Always in the same order, so that two transactions that count in one cell wait for each other without a deadlock. */
export async function addCounts(tx: Transaction<Database>, ...changes: CountChange[][]): Promise<void> {
  const sums = new Map<string, number>()
  for (const { cell, labels: own, by } of changes.flat()) {
    for (const label of [labels.all, ...own]) {
      const key = `${cell} ${label}`
      sums.set(key, (sums.get(key) ?? 0) + by)
    }
  }
  const changed = [...sums].filter(([, by]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
  if (changed.length === 0) return
  const parts = changed.map(([key, by]) => ({ cell: key.split(' ')[0], label: key.split(' ')[1], by }))
  await sql`
    insert into search_counts as current (cell, label, businesses)
    select cell, label, by from jsonb_to_recordset(${JSON.stringify(parts)}) as part (cell text, label text, by integer)
    on conflict (cell, label) do update
      set businesses = current.businesses + excluded.businesses, changed_in = pg_current_xact_id()`.execute(tx)
}
