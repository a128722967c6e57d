import { sql, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './database.ts'

type Tx = Transaction<Database>

/** Mails that are counted at the same time wait for each other. */
export async function lock(tx: Tx, keys: readonly string[]): Promise<void> {
  for (const key of keys.toSorted())
    // one order for everyone: no deadlock
    await sql`select pg_advisory_xact_lock(hashtextextended(${`counted mail ${key}`}, 0))`.execute(tx)
}

export async function countOthers(tx: Tx, key: string, deliveryId: string, since: Temporal.Instant): Promise<number> {
  const others = tx.selectFrom('counted_mails').where('key', '=', key).where('delivery_id', '<>', deliveryId)
  const recent = others.where('counted_at', '>', since).select((row) => row.fn.countAll<number>().as('count'))
  return Number((await recent.executeTakeFirstOrThrow()).count)
}

export async function insert(
  tx: Tx,
  keys: readonly string[],
  deliveryId: string,
  now: Temporal.Instant,
): Promise<void> {
  const rows = keys.map((key) => ({ key, delivery_id: deliveryId, counted_at: now }))
  await tx
    .insertInto('counted_mails')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
