import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { hashSecret, newSecret } from '@buy-locals/service-kit/secret'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Presented } from '../domain/refresh.ts'
import type { Database } from './database.ts'

const lifetime = { hours: 24 * 30 }

export async function start(
  tx: Transaction<Database>,
  personId: Id<'person'>,
  now: Temporal.Instant,
): Promise<Id<'session'>> {
  const id = newId('session')
  await tx.insertInto('sessions').values({ id, person_id: personId, started_at: now }).execute()
  return id
}

/** A refresh token for the session; only its hash is kept. */
export async function issue(
  tx: Transaction<Database>,
  sessionId: Id<'session'>,
  now: Temporal.Instant,
): Promise<string> {
  const token = newSecret()
  const row = { hash: hashSecret(token), session_id: sessionId, expires_at: now.add(lifetime) }
  await tx.insertInto('refresh_tokens').values(row).execute()
  return token
}

type Found = Presented & { sessionId: Id<'session'>; personId: Id<'person'> }

export async function lockByToken(tx: Transaction<Database>, token: string): Promise<Found | undefined> {
  const row = await tx
    .selectFrom('refresh_tokens')
    .innerJoin('sessions', 'sessions.id', 'refresh_tokens.session_id')
    .select(['session_id', 'person_id', 'expires_at', 'replaced_at', 'ended_at'])
    .where('hash', '=', hashSecret(token))
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      sessionId: row.session_id as Id<'session'>,
      personId: row.person_id as Id<'person'>,
      expiresAt: row.expires_at,
      replacedAt: row.replaced_at ?? undefined,
      sessionEndedAt: row.ended_at ?? undefined,
    }
  )
}

export async function replace(tx: Transaction<Database>, token: string, now: Temporal.Instant): Promise<void> {
  const ofToken = tx.updateTable('refresh_tokens').where('hash', '=', hashSecret(token))
  await ofToken.set({ replaced_at: now }).where('replaced_at', 'is', null).execute()
}

export async function end(db: Kysely<Database>, sessionId: Id<'session'>, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute()
}

export async function endAll(tx: Transaction<Database>, personId: Id<'person'>, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
}

export async function forgetExpired(db: Kysely<Database>, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('refresh_tokens').where('expires_at', '<', now).execute()
  await db
    .deleteFrom('links')
    .where('expires_at', '<', now.subtract({ hours: 24 * 7 }))
    .execute()
}
