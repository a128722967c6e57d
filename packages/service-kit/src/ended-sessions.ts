import type { Kysely, Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { sessionEnded } from '@buy-locals/contracts/auth/events'
import { consumer, type Consumer } from './inbox.ts'
import type { Db, KitTables } from './kit-tables.ts'

type Ended = { sessionId: string; endedAt: Temporal.Instant }

/** Auth's own table is the truth; in every other service it is a projection of what auth publishes. */
export async function insertEndedSession<DB extends KitTables>(
  tx: Transaction<DB>,
  { sessionId: session_id, endedAt: ended_at }: Ended,
): Promise<void> {
  const rows = (tx as unknown as Db).insertInto('ended_sessions').values({ session_id, ended_at })
  await rows.onConflict((conflict) => conflict.column('session_id').doNothing()).execute()
}

export const endedSessionsConsumer = <DB extends KitTables>(db: Kysely<DB>, service: string): Consumer =>
  consumer(db, `${service}.ended-sessions`, sessionEnded, (tx, { data: { sessionId, endedAt } }) =>
    insertEndedSession(tx, { sessionId, endedAt: Temporal.Instant.from(endedAt) }),
  )

export async function hasEnded(db: Db, sessionId: string | undefined): Promise<boolean> {
  if (!sessionId) return false
  const ended = db.selectFrom('ended_sessions').select('session_id').where('session_id', '=', sessionId)
  return (await ended.executeTakeFirst()) !== undefined
}

/** Much longer than an access token lives. */
const retention = { hours: 24 }

export async function deleteEndedSessions(db: Db, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('ended_sessions').where('ended_at', '<', now.subtract(retention)).execute()
}
