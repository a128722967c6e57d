import { sql, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

export async function count(
  tx: Transaction<Database>,
  table: 'services' | 'staff' | 'resources',
  businessId: Id<'business'>,
): Promise<number> {
  const rows = tx.selectFrom(table).select(sql<number>`count(*)::integer`.as('rows'))
  return (await rows.where('business_id', '=', businessId).executeTakeFirstOrThrow()).rows
}

/** Blocks that are not over. */
export async function countBlocks(
  tx: Transaction<Database>,
  businessId: Id<'business'>,
  now: Temporal.Instant,
): Promise<number> {
  const rows = tx.selectFrom('blocks').select(sql<number>`count(*)::integer`.as('rows'))
  return (await rows.where('business_id', '=', businessId).where('end_at', '>', now).executeTakeFirstOrThrow()).rows
}
