import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from './deps.ts'
import type { Database } from './persistence/database.ts'
import type * as people from './persistence/people.ts'
import * as sessions from './persistence/sessions.ts'
import type { Signed } from './tokens.ts'

export type SignedIn = { person: people.Known; access: Signed; refreshToken: string }

/** A new session with its first tokens, in the transaction of whatever lets the person in. */
export async function openSession(
  { tokens }: Pick<Deps, 'tokens'>,
  tx: Transaction<Database>,
  person: people.Known,
  now: Temporal.Instant,
): Promise<SignedIn> {
  const sessionId: Id<'session'> = await sessions.start(tx, person.id, now)
  return {
    person,
    access: await tokens.access(person.id, sessionId),
    refreshToken: await sessions.issue(tx, sessionId, now),
  }
}
