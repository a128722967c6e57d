import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export type SecondFactor = {
  /** Encrypted. */
  secret: string
  startedAt: Temporal.Instant
  confirmedAt: Temporal.Instant | undefined
  /** The code of this step, or of a later one than before, has been used. */
  lastStep: number
}

const ofPerson = (db: Db, personId: Id<'person'>) =>
  db
    .selectFrom('second_factors')
    .select(['secret', 'started_at', 'confirmed_at', 'last_step'])
    .where('person_id', '=', personId)

/** Also one that no code has confirmed. Of two that use a code at once the second waits, and finds it used. */
export async function lock(tx: Tx, personId: Id<'person'>): Promise<SecondFactor | undefined> {
  const row = await ofPerson(tx, personId).forUpdate().executeTakeFirst()
  if (!row) return undefined
  const { secret, started_at: startedAt, confirmed_at: confirmedAt, last_step: lastStep } = row
  return { secret, startedAt, confirmedAt: confirmedAt ?? undefined, lastStep }
}

/** Since when it is on; undefined where it is not. */
export async function findOn(db: Db, personId: Id<'person'>): Promise<Temporal.Instant | undefined> {
  return (await ofPerson(db, personId).executeTakeFirst())?.confirmed_at ?? undefined
}

/** Takes the place of one that no code has confirmed, and never of one that is on. False where that is so. */
export async function start(tx: Tx, personId: Id<'person'>, secret: string, now: Temporal.Instant): Promise<boolean> {
  const row = { secret, started_at: now, last_step: 0 }
  const started = await tx
    .insertInto('second_factors')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet(row).where('second_factors.confirmed_at', 'is', null),
    )
    .returning('person_id')
    .executeTakeFirst()
  return started !== undefined
}

export async function turnOn(tx: Tx, personId: Id<'person'>, step: number, now: Temporal.Instant): Promise<void> {
  const row = { confirmed_at: now, last_step: step }
  await tx.updateTable('second_factors').set(row).where('person_id', '=', personId).execute()
}

export async function useStep(tx: Tx, personId: Id<'person'>, step: number): Promise<void> {
  await tx.updateTable('second_factors').set({ last_step: step }).where('person_id', '=', personId).execute()
}

/** Whoever began it may be whom a new password shuts out. */
export async function dropUnconfirmed(tx: Tx, personId: Id<'person'>): Promise<void> {
  await tx.deleteFrom('second_factors').where('person_id', '=', personId).where('confirmed_at', 'is', null).execute()
}

/** With its recovery codes. False where it was not on. */
export async function remove(tx: Tx, personId: Id<'person'>): Promise<boolean> {
  const removed = tx.deleteFrom('second_factors').where('person_id', '=', personId).returning('confirmed_at')
  return ((await removed.executeTakeFirst())?.confirmed_at ?? null) !== null
}

export async function replaceRecoveryCodes(tx: Tx, personId: Id<'person'>, hashes: readonly string[]): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('person_id', '=', personId).execute()
  const rows = hashes.map((hash) => ({ person_id: personId, hash }))
  await tx.insertInto('recovery_codes').values(rows).execute()
}

/** False where there is no such code, or it has been used. */
export async function useRecoveryCode(tx: Tx, personId: Id<'person'>, hash: string): Promise<boolean> {
  const used = tx.deleteFrom('recovery_codes').where('person_id', '=', personId).where('hash', '=', hash)
  return (await used.returning('hash').executeTakeFirst()) !== undefined
}

export async function countRecoveryCodes(db: Db, personId: Id<'person'>): Promise<number> {
  const left = db.selectFrom('recovery_codes').where('person_id', '=', personId)
  return (await left.select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count
}
