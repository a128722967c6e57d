import { sql, type Kysely, type Transaction } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

/** Which window of a business is counted next, and how many are to be counted. */
type FarCount = { nextFrom: string; remaining: number }

export async function find(db: Kysely<Database>, businessId: Id<'business'>): Promise<FarCount | undefined> {
  const row = await db.selectFrom('far_counts').selectAll().where('business_id', '=', businessId).executeTakeFirst()
  return row && { nextFrom: row.next_from, remaining: row.remaining }
}

/** All windows are counted once more, from where the count is: whoever changes something every minute keeps none of them from its turn. */
export async function restart(tx: Transaction<Database>, businessId: Id<'business'>, windows: FarCount): Promise<void> {
  const { nextFrom: next_from, remaining } = windows
  await tx
    .insertInto('far_counts')
    .values({ business_id: businessId, next_from, remaining })
    .onConflict((conflict) => conflict.column('business_id').doUpdateSet({ remaining }))
    .execute()
}

/** Returns how many are left. */
export async function goOn(db: Kysely<Database>, businessId: Id<'business'>, nextFrom: string): Promise<number> {
  const row = await db
    .updateTable('far_counts')
    .set({ next_from: nextFrom, remaining: sql`greatest(remaining - 1, 0)` })
    .where('business_id', '=', businessId)
    .returning('remaining')
    .executeTakeFirst()
  return row?.remaining ?? 0
}
