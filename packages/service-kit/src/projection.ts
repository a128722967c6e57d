import { sql, type Insertable, type Kysely, type Transaction } from 'kysely'

type Versioned = { sequence: number } | { version: number }

/**
 * Keeps rows of a projection as their newest event has them. Events arrive twice and in any order: an older one changes
 * nothing, and of several rows with one key the newest counts. Returns the rows that were news.
 */
export async function upsertNewer<DB, T extends keyof DB & string, R extends Insertable<DB[T]> & Versioned>(
  tx: Kysely<DB> | Transaction<DB>,
  table: T,
  key: readonly (keyof Insertable<DB[T]> & string)[],
  ...rows: R[]
): Promise<R[]> {
  const keyOf = (row: object) => JSON.stringify(key.map((column) => Reflect.get(row, column)))
  const newest = new Map<string, R>()
  for (const row of rows) {
    const other = newest.get(keyOf(row))
    if (!other || versionOf(other) < versionOf(row)) newest.set(keyOf(row), row)
  }
  // One order for everyone: two at once do not wait for each other in a circle.
  const inOrder = [...newest].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  const [first] = inOrder
  if (!first) return []
  const columns = Object.keys(first).filter((column) => !key.some((part) => part === column))
  const version = 'sequence' in first ? 'sequence' : 'version'
  // Kysely cannot tell the columns of a table that is a parameter.
  const changed = await (tx as unknown as Kysely<Record<'projection', Record<string, unknown>>>)
    .insertInto(table as 'projection')
    .values(inOrder)
    .onConflict((conflict) =>
      conflict
        .columns(key)
        .doUpdateSet(Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)])))
        .where(sql<boolean>`${sql.ref(`${table}.${version}`)} < ${sql.ref(`excluded.${version}`)}`),
    )
    .returning([...key])
    .execute()
  const changedKeys = new Set(changed.map(keyOf))
  return inOrder.filter((row) => changedKeys.has(keyOf(row)))
}

const versionOf = (row: Versioned): number => ('sequence' in row ? row.sequence : row.version)

/** Of the events of each subject the newest, in the order of subjects. */
export function newestOfEach<E extends { subject: string; sequence: number }>(events: readonly E[]): E[] {
  const newest = new Map<string, E>()
  for (const event of events)
    if ((newest.get(event.subject)?.sequence ?? -1) < event.sequence) newest.set(event.subject, event)
  return [...newest.values()].toSorted((a, b) => (a.subject < b.subject ? -1 : 1))
}
