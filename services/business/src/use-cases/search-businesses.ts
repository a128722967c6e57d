import { Temporal } from 'temporal-polyfill'
import type { Query, Returns } from '@buy-locals/contracts/operation'
import { categories } from '@buy-locals/contracts/business/shapes'
import type { searchBusinesses as operation } from '@buy-locals/contracts/business/operations'
import { invalid } from '@buy-locals/service-kit/request-input'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { circleAround, type Area } from '../domain/geography.ts'
import { chooseSearchPlan, exactCountLimit, isRareLabel, narrowRadius, smallAreaLimit } from '../domain/search-plan.ts'
import { queryTerms } from '../domain/search-terms.ts'
import * as listings from '../persistence/listings.ts'
import { listLabels, type SearchQuery } from '../persistence/search-conditions.ts'
import { labels } from '../persistence/search-counts.ts'
import {
  countCategories,
  findAndSort,
  scanByDistance,
  scanByRating,
  type Hit,
  type Page,
  type PagePosition,
} from '../persistence/search.ts'

type Filters = Omit<Query<typeof operation>, 'limit' | 'cursor'>
type Result = Omit<Returns<typeof operation>, 'nextCursor'> & { next?: PagePosition | undefined }
type LabelCounts = Map<string, number>

export async function searchBusinesses(
  deps: Pick<Deps, 'db' | 'counts' | 'clock'>,
  { limit, after, ...filters }: Filters & Page,
): Promise<Result> {
  const now = deps.clock()
  const query = toSearchQuery(filters, toSecond(now))
  const counts = await deps.counts.countByLabel(query.area)
  const all = counts.get(labels.all) ?? 0
  const planned = {
    ...query,
    isSmallArea: all <= smallAreaLimit,
    rareLabels: listLabels(query).filter((label) => isRareLabel(counts.get(label) ?? 0, all)),
  }
  const [hits, byCategory] = await Promise.all([
    findHits(deps, planned, counts, { after, limit: limit + 1 }),
    countByCategory(deps, planned, counts),
  ])
  const page = hits.slice(0, limit)
  return {
    items: await listings.find(deps.db, page, toSecond(now)),
    facets: { category: toFacets(byCategory) },
    ...(hits.length > limit && { next: page.at(-1) }),
  }
}

function toSearchQuery(filters: Filters, now: string): SearchQuery {
  const { near, radius, bbox, q, category, openNow, openAt, bookableOn, minRating, price } = filters
  const area: Area = bbox
    ? { box: bbox, circle: circleAround(bbox) }
    : { circle: { center: near ?? { lat: 0, lon: 0 }, metres: radius } }
  const sort = filters.sort ?? (q ? 'relevance' : near ? 'distance' : 'rating')
  return {
    area,
    sort: sort === 'relevance' && !q ? 'rating' : sort,
    terms: q ? queryTerms(q) : undefined,
    ...{
      category,
      bookableOn,
      minRating,
      price,
      openAt: openAt === undefined ? (openNow ? now : undefined) : toSearchableTime(openAt),
    },
  }
}

/** In UTC, and of a century that a shop's calendar can have. */
function toSearchableTime(openAt: string): string {
  const at = toSecond(Temporal.Instant.from(openAt))
  if (!/^[12]\d{3}-/.test(at)) throw invalid({ pointer: '/query/openAt', detail: 'a time that no business is open at' })
  return at
}

async function findHits(
  { db, counts }: Pick<Deps, 'db' | 'counts'>,
  query: SearchQuery,
  labelCounts: LabelCounts,
  page: Page,
): Promise<Hit[]> {
  const { area, sort, terms } = query
  const all = labelCounts.get(labels.all) ?? 0
  const ofLabels = listLabels(query).map((label) => labelCounts.get(label) ?? 0)
  const plan = chooseSearchPlan({ all, labels: ofLabels, hasTerms: terms !== undefined, rows: page.limit })
  if (plan === 'scan-in-order') {
    return sort === 'distance'
      ? scanByDistance(db, query, page)
      : scanByRating(db, query, await counts.findTowns(area), page)
  }
  const narrow = sort === 'distance' && !page.after && area.circle && narrowRadius(area.circle.metres, all)
  if (narrow && !area.box) {
    const nearest = await findAndSort(db, { ...query, area: { circle: { ...area.circle, metres: narrow } } }, page)
    if (nearest.length === page.limit) return nearest
  }
  return findAndSort(db, query, page)
}

/** Of every category, whichever is chosen. Where there are many businesses and no other filter, the counts in memory will do. */
async function countByCategory(
  { db }: Pick<Deps, 'db'>,
  query: SearchQuery,
  labelCounts: LabelCounts,
): Promise<LabelCounts> {
  const { terms, category, openAt, bookableOn, minRating, price } = query
  const isUnfiltered = [terms, openAt, bookableOn, minRating, price].every((filter) => filter === undefined)
  if (isUnfiltered && (labelCounts.get(labels.all) ?? 0) > exactCountLimit) return labelCounts
  return countCategories(db, {
    ...query,
    category: undefined,
    rareLabels: query.rareLabels?.filter((label) => label !== category),
  })
}

const toFacets = (counts: LabelCounts) =>
  categories
    .map((id) => ({ id, count: counts.get(id) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
