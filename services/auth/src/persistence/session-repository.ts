import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { OpenedWith } from '@buy-locals/contracts/auth/shapes'
import { exportLimit } from '@buy-locals/service-kit/export'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Presented } from '../domain/refresh.ts'
import type { Database } from './database.ts'

type Tx = Transaction<Database>

/** As far as its browser says; empty where it does not. */
export type Device = { browser: string; system: string }

export async function insert(
  tx: Tx,
  personId: Id<'person'>,
  { openedWith, ...device }: Device & { openedWith: OpenedWith },
  now: Temporal.Instant,
): Promise<Id<'session'>> {
  const id = newId('session')
  const confirmed_at = openedWith === 'code' || openedWith === 'recovery-code' ? now : null
  await tx
    .insertInto('sessions')
    .values({ id, person_id: personId, started_at: now, opened_with: openedWith, confirmed_at, ...device })
    .execute()
  return id
}

/** Its second factor was shown. */
export async function confirm(tx: Tx, sessionId: Id<'session'>, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('sessions').set({ confirmed_at: now }).where('id', '=', sessionId).execute()
}

export async function findConfirmation(
  db: Kysely<Database>,
  sessionId: Id<'session'>,
): Promise<Temporal.Instant | undefined> {
  const session = db.selectFrom('sessions').select('confirmed_at').where('id', '=', sessionId)
  return (await session.executeTakeFirst())?.confirmed_at ?? undefined
}

/** There is no second factor to show any more. */
export async function forgetConfirmations(tx: Tx, personId: Id<'person'>): Promise<void> {
  const ofPerson = tx.updateTable('sessions').set({ confirmed_at: null }).where('person_id', '=', personId)
  await ofPerson.where('confirmed_at', 'is not', null).execute()
}

export const lifetime = { hours: 24 * 30 }

/** Of a refresh token only the hash is kept. */
export async function insertToken(
  tx: Tx,
  sessionId: Id<'session'>,
  hash: string,
  now: Temporal.Instant,
): Promise<void> {
  const row = { hash, session_id: sessionId, expires_at: now.add(lifetime) }
  await tx.insertInto('refresh_tokens').values(row).execute()
}

type Found = Presented & {
  sessionId: Id<'session'>
  personId: Id<'person'>
  confirmedAt: Temporal.Instant | undefined
}

export async function lockByToken(tx: Tx, hash: string): Promise<Found | undefined> {
  const row = await tx
    .selectFrom('refresh_tokens')
    .innerJoin('sessions', 'sessions.id', 'refresh_tokens.session_id')
    .select(['session_id', 'person_id', 'expires_at', 'replaced_at', 'ended_at', 'confirmed_at'])
    .where('hash', '=', hash)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      sessionId: row.session_id as Id<'session'>,
      personId: row.person_id as Id<'person'>,
      expiresAt: row.expires_at,
      replacedAt: row.replaced_at ?? undefined,
      sessionEndedAt: row.ended_at ?? undefined,
      confirmedAt: row.confirmed_at ?? undefined,
    }
  )
}

export async function replaceToken(tx: Tx, hash: string, now: Temporal.Instant): Promise<void> {
  const ofToken = tx.updateTable('refresh_tokens').where('hash', '=', hash)
  await ofToken.set({ replaced_at: now }).where('replaced_at', 'is', null).execute()
}

const open = (tx: Tx, now: Temporal.Instant) =>
  tx.updateTable('sessions').set({ ended_at: now }).where('ended_at', 'is', null)

export async function end(tx: Tx, sessionId: Id<'session'>, now: Temporal.Instant): Promise<Id<'person'> | undefined> {
  const row = await open(tx, now).where('id', '=', sessionId).returning('person_id').executeTakeFirst()
  return row?.person_id as Id<'person'> | undefined
}

const accessLifetime = { minutes: 15 }

/** Returns those of which somebody may still hold an access token: one is issued with each refresh token. */
export async function endAll(
  tx: Tx,
  personId: Id<'person'>,
  now: Temporal.Instant,
  except?: Id<'session'>,
): Promise<Id<'session'>[]> {
  const ofPerson = open(tx, now)
    .where('person_id', '=', personId)
    .where('id', '<>', except ?? '')
  const ended = await ofPerson.returning('id').execute()
  if (ended.length === 0) return []
  const fresh = await tx
    .selectFrom('refresh_tokens')
    .select('session_id')
    .distinct()
    .where(
      'session_id',
      'in',
      ended.map(({ id }) => id),
    ) // prettier-ignore
    .where('expires_at', '>=', now.add(lifetime).subtract(accessLifetime))
    .execute()
  return fresh.map(({ session_id }) => session_id as Id<'session'>)
}

export async function removeAll(tx: Tx, personId: Id<'person'>): Promise<void> {
  const own = tx.selectFrom('sessions').select('id').where('person_id', '=', personId)
  await tx.deleteFrom('refresh_tokens').where('session_id', 'in', own).execute()
  await tx.deleteFrom('sessions').where('person_id', '=', personId).execute()
}

export const listOfPerson = (db: Kysely<Database>, personId: Id<'person'>) =>
  db
    .selectFrom('sessions')
    .select(['started_at as startedAt', 'ended_at as endedAt', 'opened_with as openedWith'])
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(exportLimit)
    .execute()

/** The newest that are open; a refresh token says when its session was last used. */
export async function listOpen(db: Kysely<Database>, personId: Id<'person'>, now: Temporal.Instant) {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('refresh_tokens', 'refresh_tokens.session_id', 'sessions.id')
    .select(({ fn }) => [
      ...(['sessions.id', 'started_at', 'browser', 'system', 'opened_with'] as const),
      fn.max('refresh_tokens.expires_at').as('expires_at'),
    ])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('refresh_tokens.expires_at', '>', now)
    .groupBy('sessions.id')
    .orderBy('sessions.id', 'desc')
    .limit(maxListed)
    .execute()
  return rows.map(({ id, started_at, expires_at, browser, system, opened_with }) => ({
    ...{ id: id as Id<'session'>, startedAt: started_at, lastUsedAt: expires_at.subtract(lifetime) },
    openedWith: opened_with as OpenedWith,
    ...(browser && { browser }),
    ...(system && { system }),
  }))
}

const maxListed = 100

/** Whether it is one of the person's, open or not. */
export async function isOf(db: Kysely<Database>, personId: Id<'person'>, id: Id<'session'>): Promise<boolean> {
  const own = db.selectFrom('sessions').select('id').where('id', '=', id).where('person_id', '=', personId)
  return (await own.executeTakeFirst()) !== undefined
}
