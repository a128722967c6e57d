import { Temporal } from 'temporal-polyfill'
import type { Query, Returns } from '@buy-locals/contracts/operation'
import { categories } from '@buy-locals/contracts/business/choices'
import type { searchBusinesses as operation } from '@buy-locals/contracts/business/operations'
import { invalid } from '@buy-locals/contracts/problem'
import { localDateOf, toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { circleAround, type Area } from '../domain/geography.ts'
import { chooseSearchPlan, exactCountLimit, isRareLabel, narrowRadius, smallAreaLimit } from '../domain/search-plan.ts'
import { readQuery } from '../domain/read-query.ts'
import type { FreeWhen } from '../persistence/free-times.ts'
import * as listings from '../persistence/listings.ts'
import { listLabels, tiers, type SearchQuery } from '../persistence/search-conditions.ts'
import { labels } from '../persistence/search-counts.ts'
import * as search from '../persistence/search.ts'
import type { Hit, Page, PagePosition } from '../persistence/search.ts'
import { findNextTimes } from '../steps/find-next-times.ts'
import { listReadings } from '../steps/list-readings.ts'

type Filters = Omit<Query<typeof operation>, 'limit' | 'cursor' | 'exact'>
type Result = Omit<Returns<typeof operation>, 'nextCursor'> & { next?: PagePosition | undefined }
type LabelCounts = Map<string, number>
type SearchDeps = Pick<Deps, 'db' | 'counts' | 'clock'>
type Options = Page & {
  /** As it was typed, and not as it may have been meant. */
  exact?: boolean
  /** How the first page has read it. */
  as?: string | undefined
}

/** What finds nothing as it was typed is read as it was most likely meant. */
export async function searchBusinesses(
  deps: SearchDeps,
  { limit, after, exact, as, ...filters }: Filters & Options,
): Promise<Result> {
  const { q } = filters
  const page = { limit, after }
  const found = await searchOnce(deps, as ? { ...filters, q: as } : filters, page)
  if (q === undefined || as) return as && q ? { ...found, reading: { as, q } } : found
  if (found.items.length > 0 || exact || after) return found
  const typosOnly = isNarrowed({ ...filters, q: undefined })
  for await (const reading of listReadings(deps.db, q, { typosOnly })) {
    const other = await searchOnce(deps, { ...filters, q: reading }, page)
    if (other.items.length > 0) return { ...other, reading: { as: reading, q } }
  }
  return found
}

const isNarrowed = ({ q, category, openNow, openAt, bookableOn, minRating, price }: Filters): boolean =>
  [q, category, openNow || undefined, openAt, bookableOn, minRating, price].some((filter) => filter !== undefined)

async function searchOnce(deps: SearchDeps, filters: Filters, { limit, after }: Page): Promise<Result> {
  const now = deps.clock()
  const query = toSearchQuery(filters, now)
  const counts = await deps.counts.countByLabel(query.area)
  const all = counts.get(labels.all) ?? 0
  const planned = { ...query, isSmallArea: all <= smallAreaLimit, rareLabels: listRareLabels(query, counts) }
  const { hits, byCategory } = await findAndCount(deps, planned, counts, { after, limit: limit + 1 })
  const page = hits.slice(0, limit)
  const [items, next] = await Promise.all([
    listings.find(deps.db, page, toSecond(now)),
    findNextTimes(
      deps.db,
      page.map(({ id }) => id),
      query.free ?? soon(now),
      query.text,
    ),
  ])
  return {
    items: items.map((item) => ({ ...item, next: next.get(item.id) })),
    facets: { category: toFacets(byCategory) },
    ...(hits.length > limit && { next: page.at(-1) }),
  }
}

const listRareLabels = (query: SearchQuery, counts: LabelCounts): string[] =>
  listLabels(query).filter((label) => isRareLabel(counts.get(label) ?? 0, counts.get(labels.all) ?? 0))

function toSearchQuery(filters: Filters, now: Temporal.Instant): SearchQuery {
  const { near, radius, bbox, q, category, openNow, openAt, bookableOn, partOfDay, minRating, price } = filters
  const area: Area = bbox
    ? { box: bbox, circle: circleAround(bbox) }
    : { circle: { center: near ?? { lat: 0, lon: 0 }, metres: radius } }
  const sort = filters.sort ?? (q ? 'relevance' : near ? 'distance' : 'rating')
  return {
    area,
    sort: sort === 'relevance' && !q ? 'rating' : sort,
    text: q ? readQuery(q) : undefined,
    ...{
      category,
      minRating,
      price,
      free:
        bookableOn === undefined
          ? undefined
          : { from: bookableOn, to: bookableOn, part: partOfDay, minute: toMinute(now) },
      openAt: openAt === undefined ? (openNow ? toSecond(now) : undefined) : toSearchableTime(openAt),
    },
  }
}

/** Since 1970; the one that has begun is over. */
const toMinute = (now: Temporal.Instant) => Math.ceil(now.epochMilliseconds / 60_000)

const soonDays = 7

/** Today and the days after it, wherever a business is. */
function soon(now: Temporal.Instant): FreeWhen {
  const today = Temporal.PlainDate.from(localDateOf(now, 'UTC'))
  const [from, to] = [today.subtract({ days: 1 }), today.add({ days: soonDays })]
  return { from: from.toString(), to: to.toString(), minute: toMinute(now) }
}

/** In UTC, and of a century that a shop's calendar can have. */
function toSearchableTime(openAt: string): string {
  const at = toSecond(Temporal.Instant.from(openAt))
  if (!/^[12]\d{3}-/.test(at))
    throw invalid({ pointer: '/query/openAt', detail: 'a time that no business is open at', code: 'unusable' })
  return at
}

/** In one statement, where every match is found anyway and each of them counts. */
async function findAndCount(
  deps: SearchDeps,
  query: SearchQuery,
  labelCounts: LabelCounts,
  page: Page,
): Promise<search.Counted> {
  const findsAll = !scansInOrder(query, labelCounts, page) && !page.after && query.category === undefined
  if (findsAll && !areCountsInMemory(query, labelCounts)) return search.findAndCount(deps.db, query, page)
  const [hits, byCategory] = await Promise.all([
    findHits(deps, query, labelCounts, page),
    countByCategory(deps, query, labelCounts),
  ])
  return { hits, byCategory }
}

const scansInOrder = (query: SearchQuery, labelCounts: LabelCounts, page: Page): boolean =>
  choosePlan(query, labelCounts, page) === 'scan-in-order' || (query.sort === 'distance' && isCrowded(labelCounts))

async function findHits(deps: SearchDeps, query: SearchQuery, labelCounts: LabelCounts, page: Page): Promise<Hit[]> {
  if (!scansInOrder(query, labelCounts, page)) return search.findAndSort(deps.db, query, page)
  if (query.sort === 'distance') return findByTier(deps, query, labelCounts, page)
  return search.scanByRating(deps.db, query, await deps.counts.findTowns(query.area), page)
}

const choosePlan = (query: SearchQuery, counts: LabelCounts, { limit }: Page) =>
  chooseSearchPlan({
    all: counts.get(labels.all) ?? 0,
    labels: listLabels(query).map((label) => counts.get(label) ?? 0),
    hasTerms: query.text !== undefined,
    rows: limit,
  })

/** By distance, one tier after the other until the page is full: an index is in the order of distances alone. */
async function findByTier(
  { db }: SearchDeps,
  query: SearchQuery,
  labelCounts: LabelCounts,
  { after, limit }: Page,
): Promise<Hit[]> {
  const hits: Hit[] = []
  for (const tier of tiers.filter((tier) => tier >= (after?.tier ?? 0))) {
    const ofTier = { ...query, tier }
    const planned = { ...ofTier, rareLabels: listRareLabels(ofTier, labelCounts) }
    const page = { after: after?.tier === tier ? after : undefined, limit: limit - hits.length }
    const scans = choosePlan(planned, labelCounts, page) === 'scan-in-order'
    hits.push(
      ...(await (scans ? search.scanByDistance(db, planned, page) : findNearest(db, planned, labelCounts, page))),
    )
    if (hits.length === limit) break
  }
  return hits
}

/** In a crowded area first within a narrow radius. */
async function findNearest(db: SearchDeps['db'], query: SearchQuery, counts: LabelCounts, page: Page): Promise<Hit[]> {
  const { circle, box } = query.area
  const narrow = circle && !box && !page.after && narrowRadius(circle.metres, counts.get(labels.all) ?? 0)
  if (narrow) {
    const nearest = await search.findAndSort(db, { ...query, area: { circle: { ...circle, metres: narrow } } }, page)
    if (nearest.length === page.limit) return nearest
  }
  return search.findAndSort(db, query, page)
}

const isCrowded = (counts: LabelCounts) => narrowRadius(1, counts.get(labels.all) ?? 0) !== undefined

/** Of every category, whichever is chosen. Where there are many businesses and no other filter, the counts in memory will do. */
async function countByCategory(
  { db }: Pick<Deps, 'db'>,
  query: SearchQuery,
  labelCounts: LabelCounts,
): Promise<LabelCounts> {
  if (areCountsInMemory(query, labelCounts)) return labelCounts
  return search.countCategories(db, {
    ...query,
    category: undefined,
    rareLabels: query.rareLabels?.filter((label) => label !== query.category),
  })
}

const areCountsInMemory = ({ text, openAt, free, minRating, price }: SearchQuery, labelCounts: LabelCounts): boolean =>
  [text, openAt, free, minRating, price].every((filter) => filter === undefined) &&
  (labelCounts.get(labels.all) ?? 0) > exactCountLimit

const toFacets = (counts: LabelCounts) =>
  categories
    .map((id) => ({ id, count: counts.get(id) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
