import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

/** Whether a count is due by then that no worker has begun. Workers pass over it until this transaction has ended. */
export async function lockDue(
  tx: Transaction<Database>,
  kind: string,
  businessId: Id<'business'>,
  by: Temporal.Instant,
): Promise<boolean> {
  const due = await tx
    .selectFrom('jobs')
    .select('id')
    .where('kind', '=', kind)
    .where('key', '=', businessId)
    .where('run_at', '<=', by)
    .where('leased_until', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return due !== undefined
}
