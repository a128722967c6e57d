import { sql, type Kysely } from 'kysely'
import type { businessChanged } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Id } from '@buy-locals/values/ids'
import type { ByStars } from '../domain/rating.ts'
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

type Business = { marketId: Id<'market'>; isPublished: boolean }

/** With its rating, in one statement: every page of it asks for both. The business may not have arrived yet. */
export async function findRated(
  db: Kysely<Database>,
  id: Id<'business'>,
): Promise<{ business: Business | undefined; byStars: ByStars }> {
  const row = await db
    .selectFrom(sql<{ id: string }>`(select ${id}::text as id)`.as('named'))
    .leftJoin('businesses', 'businesses.business_id', 'named.id')
    .leftJoin('ratings', 'ratings.business_id', 'named.id')
    .select(['market_id', 'is_published', 'stars_1', 'stars_2', 'stars_3', 'stars_4', 'stars_5'])
    .executeTakeFirstOrThrow()
  const { market_id, is_published, stars_1, stars_2, stars_3, stars_4, stars_5 } = row
  const business =
    market_id === null ? undefined : { marketId: market_id as Id<'market'>, isPublished: is_published === true }
  return { business, byStars: [stars_1 ?? 0, stars_2 ?? 0, stars_3 ?? 0, stars_4 ?? 0, stars_5 ?? 0] }
}
