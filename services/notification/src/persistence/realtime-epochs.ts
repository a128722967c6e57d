import { sql, type Kysely } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

/** Events arrive in any order: the highest epoch stands. */
export async function raiseTo(db: Kysely<Database>, businessId: Id<'business'>, epoch: number): Promise<void> {
  await db
    .insertInto('realtime_epochs')
    .values({ business_id: businessId, epoch })
    .onConflict((conflict) =>
      conflict
        .column('business_id')
        .doUpdateSet({ epoch })
        .where(sql<boolean>`realtime_epochs.epoch < ${epoch}`),
    )
    .execute()
}

export async function find(db: Kysely<Database>, businessId: Id<'business'>): Promise<number> {
  const row = db.selectFrom('realtime_epochs').select('epoch').where('business_id', '=', businessId)
  return (await row.executeTakeFirst())?.epoch ?? 0
}
