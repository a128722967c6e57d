import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Circle } from '../domain/geography.ts'
import type { ReadQuery } from '../domain/read-query.ts'
import { coverCircle } from './cells.ts'
import type { Database } from './database.ts'
import { allOf, cube, listConditions, listLabels, type SearchQuery, type Tier } from './search-conditions.ts'
import { toMatch, toNamed, toNameMatch, toRanking, toPlainTerms } from './text-query.ts'

type Db = Kysely<Database>
/** Where a page ended: how far up, the number it was sorted by, and the business. */
export type PagePosition = { tier: number; key: number; id: string }
export type Hit = PagePosition & { chord: number | null }
export type Page = { after?: PagePosition | undefined; limit: number }

/** Finds every match and sorts them. */
export async function findAndSort(db: Db, query: SearchQuery, page: Page): Promise<Hit[]> {
  const { rows } = await sql<Hit>`
    with hits as materialized (select ${selectColumns(query)} from search_docs as d where ${matching(query)})
    select * from hits where ${afterPosition(query, page.after, { tier: sql`tier`, key: sql`key`, id: sql`id` })}
    order by tier, key ${sortDirection(query)}, id limit ${page.limit}`.execute(db)
  return rows
}

export type Counted = { hits: Hit[]; byCategory: Map<string, number> }

/** The first page, and how many of all matches are in each category, found once for both. */
export async function findAndCount(db: Db, query: SearchQuery, { limit }: Page): Promise<Counted> {
  const { rows } = await sql<Hit & { counts: Record<string, number> | null }>`
    with hits as materialized (select ${selectColumns(query)}, d.labels from search_docs as d where ${matching(query)}),
      counts as (${countLabels(sql`hits as d`, sql<boolean>`true`)})
    select id, tier, key, chord, case when row_number() over (order by tier, key ${sortDirection(query)}, id) = 1
      then (select jsonb_object_agg(label, count) from counts) end as counts
    from (select * from hits order by tier, key ${sortDirection(query)}, id limit ${limit}) as page
    order by tier, key ${sortDirection(query)}, id`.execute(db)
  const hits = rows.map(({ counts: _, ...hit }) => hit)
  return { hits, byCategory: new Map(Object.entries(rows[0]?.counts ?? {})) }
}

/** By distance, those of one tier: from the center outwards through the index of positions until the page is full. */
export async function scanByDistance(db: Db, query: SearchQuery & { tier: Tier }, page: Page): Promise<Hit[]> {
  const key = toSortKey(query)
  const further = afterPosition(query, page.after, { tier: sql`d.tier`, key, id: sql`d.business_id` })
  const { rows } = await sql<Hit>`
    select ${selectColumns(query)} from search_docs as d where ${allOf([...filtersOnly(query), further])}
    order by ${key}, d.business_id limit ${page.limit}`.execute(db)
  return rows
}

/** By rating: the best of each town, and the best of those. */
export async function scanByRating(db: Db, query: SearchQuery, towns: string[], page: Page): Promise<Hit[]> {
  const own = { tier: sql`d.tier`, key: sql`d.bayes`, id: sql`d.business_id` }
  const further = afterPosition(query, page.after, own)
  const { rows } = await sql<Hit>`
    select best.* from unnest(${towns}::text[]) as town cross join lateral (
      select ${selectColumns(query)} from search_docs as d
      where ${allOf([sql`d.town_cell = town`, ...filtersOnly(query), further])}
      order by d.tier, d.bayes desc, d.business_id limit ${page.limit}) as best
    order by tier, key desc, id limit ${page.limit}`.execute(db)
  return rows
}

/** How many of what matches are in each category. Counted by the labels they have together first: few differ, and a town has thousands. */
export async function countCategories(db: Db, query: SearchQuery): Promise<Map<string, number>> {
  const { rows } = await countLabels(sql`search_docs as d`, matching(query)).execute(db)
  return new Map(rows.map(({ label, count }) => [label, count]))
}

const countLabels = (docs: RawBuilder<unknown>, which: RawBuilder<boolean>) => sql<{ label: string; count: number }>`
  select label, sum(alike.count)::bigint as count
  from (select d.labels, count(*) from ${docs} where ${which} group by d.labels) as alike
  cross join unnest(alike.labels) as label
  where label not like '~%' group by label`

const selectColumns = (query: SearchQuery) =>
  sql`d.business_id as id, ${toSortTier(query)} as tier, ${toSortKey(query)} as key, ${selectChord(query)} as chord`

/** Where a business is named as was typed, that one is meant, whoever it is. */
function toSortTier({ sort, text }: SearchQuery): RawBuilder<unknown> {
  const named = sort === 'relevance' && text ? toNamed(text) : undefined
  return named ? sql`case when d.terms @@ ${named} then -1 else d.tier end` : sql`d.tier`
}

const selectChord = ({ area }: SearchQuery) =>
  area.box ? sql`null::double precision` : sql`d.pos <-> ${cube(area.circle.center)}`

/** What a page is sorted by. The rating that people see is a plain mean; this one only ranks. */
function toSortKey({ sort, area, text }: SearchQuery): RawBuilder<unknown> {
  if (sort === 'relevance' && text) return sql`(ts_rank(d.terms, ${toRanking(text)}) * (d.bayes + 5))::double precision`
  if (sort === 'distance' && area.circle) return sql`d.pos <-> ${cube(area.circle.center)}`
  return sql`d.bayes`
}

const sortDirection = ({ sort }: SearchQuery) => (sort === 'distance' ? sql`asc` : sql`desc`)

/** Where the last page ended, the next begins: rows with the same key follow by their id. */
function afterPosition(
  { sort }: SearchQuery,
  after: PagePosition | undefined,
  { tier, key, id }: Record<keyof PagePosition, RawBuilder<unknown>>,
) {
  if (!after) return sql<boolean>`true`
  const [upTo, past] = sort === 'distance' ? [sql`>=`, sql`>`] : [sql`<=`, sql`<`]
  return sql<boolean>`${tier} >= ${after.tier} and (${tier} > ${after.tier}
    or ${key} ${upTo} ${after.key} and (${key} ${past} ${after.key} or ${id} > ${after.id}))`
}

/** Through the index of terms, labels and cells where one of the first two narrows the search, and the area is not narrow enough by itself; else through that of positions. */
function matching(query: SearchQuery) {
  const { area, text } = query
  const isSmall = query.isSmallArea && area.circle !== undefined
  const rareLabels = isSmall ? [] : (query.rareLabels ?? [])
  const isNarrow = !isSmall && (text !== undefined || rareLabels.length > 0)
  const cells = isNarrow && area.circle ? coverCircle(area.circle) : undefined
  return allOf([
    ...(text ? [isSmall ? sql<boolean>`coalesce(d.terms @@ ${toTerms(query, text)}, false)` : sql<boolean>`d.terms @@ ${toTerms(query, text)}`] : []), // prettier-ignore
    ...(rareLabels.length > 0 ? [sql<boolean>`d.labels @> ${rareLabels}::text[]`] : []),
    ...(cells ? [sql<boolean>`d.cells && ${cells}::text[]`] : []),
    ...(area.circle && !isNarrow ? [around(area.circle)] : []),
    ...filtersOnly(query),
  ])
}

const toTerms = ({ match }: SearchQuery, text: ReadQuery) =>
  match === 'name' ? toNameMatch(text.terms) : match === 'terms' ? toPlainTerms(text) : toMatch(text)

/** The cube around a ball, which the index of positions can find. */
const around = ({ center, metres }: Circle) => sql<boolean>`d.pos <@ cube_enlarge(${cube(center)}, ${metres}, 3)`

/** Written so that no index can be used for it: none may be taken instead of the one that has the order. */
const filtersOnly = (query: SearchQuery) => [
  sql<boolean>`true`,
  ...listLabels(query).map((label) => sql<boolean>`${label} = any (d.labels)`),
  ...listConditions(query),
]
