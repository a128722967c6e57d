import { sql, type Kysely } from 'kysely'
import type { Returns } from '@buy-locals/contracts/operation'
import type { searchBusinesses } from '@buy-locals/contracts/business/operations'
import type { Business } from '@buy-locals/contracts/business/shapes'
import { toOpenState } from '../domain/business.ts'
import { toMetres } from '../domain/geography.ts'
import { fromRow } from './business-row.ts'
import type { Database } from './database.ts'
import type { Hit } from './search.ts'

export type Listing = Returns<typeof searchBusinesses>['items'][number]

/** In the order of the hits. */
export async function find(db: Kysely<Database>, hits: readonly Hit[], now: string): Promise<Listing[]> {
  const rows = await db
    .selectFrom('businesses')
    .leftJoin('ratings', 'ratings.business_id', 'businesses.id')
    .selectAll('businesses')
    .select(['ratings.mean', 'ratings.count'])
    .where('businesses.id', '=', sql<string>`any(${hits.map(({ id }) => id)})`)
    .where('status', '=', 'published')
    .execute()
  const businesses = new Map(rows.map((row) => [row.id, { ...fromRow(row), rating: toRating(row) }]))
  return hits.flatMap(({ id, chord }) => {
    const business = businesses.get(id as Business['id'])
    if (!business) return [] // suspended a moment ago
    const { slug, name, categories, location, rating, priceLevel, address, source } = business
    const open = toOpenState(business, now)
    const distanceMetres = chord === null ? undefined : Math.round(toMetres(chord))
    return { id: business.id, slug, name, categories, location, distanceMetres, rating, open, priceLevel, city: address.city, source: source?.kind } // prettier-ignore
  })
}

export async function findRating(db: Kysely<Database>, businessId: string) {
  const row = await db.selectFrom('ratings').select(['mean', 'count']).where('business_id', '=', businessId).executeTakeFirst() // prettier-ignore
  return toRating(row)
}

const toRating = (row: { mean: number | null; count: number | null } | undefined) => ({
  mean: row?.mean ?? 0,
  count: row?.count ?? 0,
})
