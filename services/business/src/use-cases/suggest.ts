import type { Query, Returns } from '@buy-locals/contracts/operation'
import type { findSuggestions as operation } from '@buy-locals/contracts/business/operations'
import type { Deps } from '../deps.ts'
import { findTradesLike, readQuery } from '../domain/read-query.ts'
import { smallAreaLimit } from '../domain/search-plan.ts'
import type { SearchQuery } from '../persistence/search-conditions.ts'
import { labels } from '../persistence/search-counts.ts'
import { findAndSort } from '../persistence/search.ts'
import { findNamed, findServiceNames } from '../persistence/suggestions.ts'

const metres = 30_000
const most = { businesses: 5, categories: 2, services: 4, bookable: 40 }

/** What somebody who is still typing may be looking for: kinds of places, what can be booked, and who is called so. */
export async function suggest(
  { db, counts }: Pick<Deps, 'db' | 'counts'>,
  { q, near }: Query<typeof operation>,
): Promise<Returns<typeof operation>> {
  const text = readQuery(q)
  const area = { circle: { center: near, metres } }
  const all = (await counts.countByLabel(area)).get(labels.all) ?? 0
  const query: SearchQuery = { area, sort: 'distance', text, isSmallArea: all <= smallAreaLimit }
  const bookable: SearchQuery = { ...query, tier: 0, rareLabels: [labels.bookable] }
  const [named, offering] = await Promise.all([
    findAndSort(db, { ...query, match: 'name' }, { limit: most.businesses }),
    findAndSort(db, { ...bookable, match: 'terms' }, { limit: most.bookable }),
  ])
  const { categories, phrases } = findTradesLike(q)
  const [businesses, services] = await Promise.all([
    findNamed(db, named.map(({ id }) => id)), // prettier-ignore
    findServiceNames(db, { ids: offering.map(({ id }) => id), text, limit: most.services }),
  ])
  const names = [...new Map([...services, ...phrases].map((name) => [name.toLowerCase(), name])).values()]
  return {
    items: [
      ...categories.slice(0, most.categories).map((category) => ({ kind: 'category' as const, category })),
      ...names.slice(0, most.services).map((name) => ({ kind: 'service' as const, name })),
      ...businesses.map(({ slug, name, city }) => ({ kind: 'business' as const, slug, name, city })),
    ],
  }
}
