import type { Kysely } from 'kysely'
import type { businessChanged } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

/** It is ranked in the first of its categories. */
export async function project(
  db: Kysely<Database>,
  events: readonly Envelope<DataOf<typeof businessChanged>>[],
): Promise<void> {
  const rows = events.map(({ data: { id, marketId, categories, status }, sequence }) => ({
    ...{ business_id: id, market_id: marketId, category: categories[0] ?? 'services' },
    ...{ is_published: status === 'published', sequence },
  }))
  await upsertNewer(db, 'businesses', ['business_id'], ...rows)
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
