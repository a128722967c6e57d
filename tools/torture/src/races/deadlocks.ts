import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { InternalApi } from '../server-inside.ts'

/** By PostgreSQL's own count, and by its log, which no reset forgets. */
export async function deadlocks({ running, dataDir }: InternalApi): Promise<number> {
  const db = running.composed.databases.get('booking')
  if (!db) throw new Error('There is no database of the booking service')
  const { rows } = await sql<{ deadlocks: number }>`
    select deadlocks from pg_stat_database where datname = current_database()`.execute(db)
  return Math.max(await deadlocksIn(dataDir), Number(rows[0]?.deadlocks ?? 0))
}

export async function deadlocksIn(dataDir: string): Promise<number> {
  const log = await readFile(join(dataDir, 'postgres/log'), 'utf8')
  return log.split('\n').filter((line) => line.includes('deadlock detected')).length
}
