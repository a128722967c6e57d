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

/** Of a business whose epoch was never raised there is none. */
export async function findAll(
  db: Kysely<Database>,
  businessIds: readonly Id<'business'>[],
): Promise<ReadonlyMap<string, number>> {
  const rows = db.selectFrom('realtime_epochs').select(['business_id', 'epoch'])
  const found = await rows.where('business_id', '=', sql<string>`any(${businessIds})`).execute()
  return new Map(found.map(({ business_id, epoch }) => [business_id, epoch]))
}
