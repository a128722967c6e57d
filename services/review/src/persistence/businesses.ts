import type { Kysely, Transaction } from 'kysely'
import type { businessChanged } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

/** It is ranked in the first of its categories. */
export async function project(
  tx: Transaction<Database>,
  { data, sequence }: Envelope<DataOf<typeof businessChanged>>,
): Promise<void> {
  const own = { market_id: data.marketId, category: data.categories[0] ?? 'services' }
  const row = { business_id: data.id, ...own, is_published: data.status === 'published', sequence }
  await upsertNewer(tx, 'businesses', ['business_id'], row)
}

export async function find(
  db: Kysely<Database>,
  id: Id<'business'>,
): Promise<{ marketId: Id<'market'>; isPublished: boolean } | undefined> {
  const row = await db
    .selectFrom('businesses')
    .select(['market_id', 'is_published'])
    .where('business_id', '=', id)
    .executeTakeFirst()
  return row && { marketId: row.market_id as Id<'market'>, isPublished: row.is_published }
}
