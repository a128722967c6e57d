import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { latestOfOld, type SuppressionReason } from '../domain/suppression.ts'
import type { Database } from './database.ts'

type Suppressed = { addressHash: string; reason: SuppressionReason; mailedAt: Temporal.Instant; at: Temporal.Instant }

/** Not by a mail that left before the address was to be tried again. */
export async function insert(db: Kysely<Database>, { addressHash, reason, mailedAt, at }: Suppressed): Promise<void> {
  await db
    .insertInto('suppressed_addresses')
    .values({ address_hash: addressHash, reason, suppressed_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['address_hash', 'reason'])
        .doUpdateSet({ suppressed_at: at, lifted_at: null })
        .where('suppressed_addresses.lifted_at', '<=', latestOfOld(mailedAt)),
    )
    .execute()
}

const inForce = (db: Kysely<Database>, addressHash: string) =>
  db.selectFrom('suppressed_addresses').select('reason').where('address_hash', '=', addressHash).where('lifted_at', 'is', null) // prettier-ignore

export async function findReasons(db: Kysely<Database>, addressHash: string): Promise<SuppressionReason[]> {
  return (await inForce(db, addressHash).execute()).map(({ reason }) => reason as SuppressionReason)
}

export async function has(db: Kysely<Database>, addressHash: string, reason: SuppressionReason): Promise<boolean> {
  return (await inForce(db, addressHash).where('reason', '=', reason).executeTakeFirst()) !== undefined
}

/** Now, or until it was to be tried again. */
export async function wasBounced(db: Kysely<Database>, addressHash: string): Promise<boolean> {
  const ofAddress = db.selectFrom('suppressed_addresses').select('reason').where('address_hash', '=', addressHash)
  return (await ofAddress.where('reason', '=', 'bounce').executeTakeFirst()) !== undefined
}

/** Returns the reasons that counted until now. */
export async function lift(
  db: Kysely<Database> | Transaction<Database>,
  addressHash: string,
  reasons: readonly SuppressionReason[],
  at: Temporal.Instant,
): Promise<SuppressionReason[]> {
  const lifted = await db
    .updateTable('suppressed_addresses')
    .set({ lifted_at: at })
    .where('address_hash', '=', addressHash)
    .where('reason', '=', sql<string>`any(${reasons})`)
    .where('lifted_at', 'is', null)
    .returning('reason')
    .execute()
  return lifted.map(({ reason }) => reason as SuppressionReason)
}
