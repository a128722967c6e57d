import { sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'

type Tx = Transaction<Database>

type Name = 'attempt' | 'before_move' | 'before_drop'

export async function set(tx: Tx, name: Name = 'attempt'): Promise<void> {
  await sql`savepoint ${sql.raw(name)}`.execute(tx)
}

/** Undoes what has happened since `set`; the transaction goes on. */
export async function rollBack(tx: Tx, name: Name = 'attempt'): Promise<void> {
  await sql`rollback to savepoint ${sql.raw(name)}`.execute(tx)
}
