import type { Kysely, Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { sessionEnded } from '@buy-locals/contracts/auth/events'
import { projection, type Consumer } from './inbox.ts'
import type { Db, KitTables } from './kit-tables.ts'

type Ended = { sessionId: string; endedAt: Temporal.Instant }

/** Auth's own table is the truth; in every other service it is a projection of what auth publishes. */
export async function insertEndedSessions<DB extends KitTables>(
  db: Kysely<DB> | Transaction<DB>,
  sessions: readonly Ended[],
): Promise<void> {
  const values = sessions.map(({ sessionId: session_id, endedAt: ended_at }) => ({ session_id, ended_at }))
  const rows = (db as unknown as Db).insertInto('ended_sessions').values(values)
  await rows.onConflict((conflict) => conflict.column('session_id').doNothing()).execute()
}

export const endedSessionsConsumer = <DB extends KitTables>(db: Kysely<DB>, service: string): Consumer =>
  projection(db, `${service}.ended-sessions`, sessionEnded, (tx, events) => {
    const sessions = events.map(({ data: { sessionId, endedAt } }) => ({
      sessionId,
      endedAt: Temporal.Instant.from(endedAt),
    }))
    return insertEndedSessions(tx, sessions)
  })

export async function hasEnded(db: Db, sessionId: string | undefined): Promise<boolean> {
  if (!sessionId) return false
  const ended = db.selectFrom('ended_sessions').select('session_id').where('session_id', '=', sessionId)
  return (await ended.executeTakeFirst()) !== undefined
}
