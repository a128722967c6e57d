import { sql, type Insertable, type Transaction } from 'kysely'

type Versioned = { sequence: number } | { version: number }

/** Keeps rows of a projection as their newest event has them. Events arrive twice and in any order: an older one changes nothing. Returns whether anything was news. */
export async function upsertNewer<DB, T extends keyof DB & string>(
  tx: Transaction<DB>,
  table: T,
  key: readonly (keyof Insertable<DB[T]> & string)[],
  ...rows: (Insertable<DB[T]> & Versioned)[]
): Promise<boolean> {
  const [first] = rows
  if (!first) return false
  const columns = Object.keys(first).filter((column) => !key.some((part) => part === column))
  const version = 'sequence' in first ? 'sequence' : 'version'
  // Kysely cannot tell the columns of a table that is a parameter.
  const { numInsertedOrUpdatedRows } = await (
    tx as unknown as Transaction<Record<'projection', Record<string, unknown>>>
  )
    .insertInto(table as 'projection')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(key)
        .doUpdateSet(Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)])))
        .where(sql<boolean>`${sql.ref(`${table}.${version}`)} < ${sql.ref(`excluded.${version}`)}`),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
