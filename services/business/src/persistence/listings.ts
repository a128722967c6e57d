import { sql, type Kysely } from 'kysely'
import type { Returns } from '@buy-locals/contracts/operation'
import type { searchBusinesses } from '@buy-locals/contracts/business/operations'
import type { Business } from '@buy-locals/contracts/business/shapes'
import type { Id } from '@buy-locals/values/ids'
import { toOpenState } from '../domain/business.ts'
import { toMetres } from '../domain/geography.ts'
import { toRating, zoneOf } from './business-row.ts'
import type { Database } from './database.ts'
import type { Hit } from './search.ts'

export type Listing = Returns<typeof searchBusinesses>['items'][number]

/** In the order of the hits. */
export async function find(db: Kysely<Database>, hits: readonly Hit[], now: string): Promise<Listing[]> {
  const ids = sql<{ hit: string }>`(select unnest(${hits.map(({ id }) => id)}::text[]) as hit)`.as('hits')
  const rows = await db
    .selectFrom(ids) // joined, and not compared with any of them: so the database plans it once
    .innerJoin('businesses', 'businesses.id', 'hits.hit')
    .innerJoin('search_docs', 'search_docs.business_id', 'businesses.id')
    .leftJoin('ratings', 'ratings.business_id', 'businesses.id')
    .select([
      'businesses.id',
      'slug',
      'name',
      'categories',
      'businesses.lat',
      'businesses.lon',
      'city',
      'businesses.price_level',
      'businesses.hours',
      'businesses.time_zone',
      'claimed',
      'tier',
      'mean',
      'count',
    ])
    .select(sql<NonNullable<Business['source']>['kind'] | null>`source ->> 'kind'`.as('source'))
    .select(sql<Business['photos'][number] | null>`businesses.photos -> 0`.as('cover'))
    .where('status', '=', 'published')
    .execute()
  const found = new Map(rows.map((row) => [row.id, row]))
  return hits.flatMap(({ id, chord }): Listing[] => {
    const row = found.get(id)
    if (!row) return [] // suspended a moment ago
    const { slug, name, city, lat, lon } = row
    return [
      {
        ...{ id: row.id as Id<'business'>, slug, name, city, location: { lat, lon } },
        categories: row.categories as Listing['categories'],
        distanceMetres: chord === null ? undefined : Math.round(toMetres(chord)),
        rating: toRating(row),
        open: toOpenState({ hours: (row.hours ?? undefined) as Business['hours'], timeZone: zoneOf(row) }, now),
        priceLevel: row.price_level ?? undefined,
        photo: row.cover ?? undefined,
        claimed: row.claimed,
        bookable: row.tier === 0,
        source: row.source ?? undefined,
      },
    ]
  })
}
