import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { sessionEnded } from '@buy-locals/contracts/auth/events'
import { insertEndedSessions } from '@buy-locals/service-kit/ended-sessions'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Database } from '../persistence/database.ts'
import * as sessions from '../persistence/session-repository.ts'

type Tx = Transaction<Database>

/** Its access tokens end too, wherever the session is looked up. */
export async function endSession(tx: Tx, now: Temporal.Instant, sessionId: Id<'session'>): Promise<void> {
  const personId = await sessions.end(tx, sessionId, now)
  if (personId) await publishEnd(tx, now, personId, sessionId)
}

export async function endAllSessions(
  tx: Tx,
  now: Temporal.Instant,
  personId: Id<'person'>,
  { except }: { except?: Id<'session'> | undefined } = {},
): Promise<void> {
  for (const sessionId of await sessions.endAll(tx, personId, now, except))
    await publishEnd(tx, now, personId, sessionId)
}

async function publishEnd(tx: Tx, now: Temporal.Instant, personId: Id<'person'>, sessionId: Id<'session'>) {
  await insertEndedSessions(tx, [{ sessionId, endedAt: now }])
  await record(tx, now, sessionEnded, sessionId, 1, { sessionId, personId, endedAt: toSecond(now), version: 1 })
}
