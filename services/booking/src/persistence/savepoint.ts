import { sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'

type Tx = Transaction<Database>

export async function set(tx: Tx): Promise<void> {
  await sql`savepoint attempt`.execute(tx)
}

/** Undoes what has happened since `set`; the transaction goes on. */
export async function rollBack(tx: Tx): Promise<void> {
  await sql`rollback to savepoint attempt`.execute(tx)
}
