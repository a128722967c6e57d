import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Circle } from '../domain/geography.ts'
import { coverCircle } from './cells.ts'
import type { Database } from './database.ts'
import { allOf, cube, listConditions, listLabels, type SearchQuery } from './search-conditions.ts'

type Db = Kysely<Database>
/** Where a page ended: the number it was sorted by, and the business. */
export type PagePosition = { key: number; id: string }
export type Hit = { id: string; key: number; chord: number | null }
export type Page = { after?: PagePosition | undefined; limit: number }

/** Finds every match and sorts them. */
export async function findAndSort(db: Db, query: SearchQuery, page: Page): Promise<Hit[]> {
  const { rows } = await sql<Hit>`
    with hits as materialized (select ${selectColumns(query)} from search_docs as d where ${matching(query)})
    select * from hits where ${afterPosition(query, page.after, sql`key`, sql`id`)}
    order by key ${sortDirection(query)}, id limit ${page.limit}`.execute(db)
  return rows
}

/** By distance: from the center outwards through the index of positions until the page is full. */
export async function scanByDistance(db: Db, query: SearchQuery, page: Page): Promise<Hit[]> {
  const key = toSortKey(query)
  const { rows } = await sql<Hit>`
    select ${selectColumns(query)} from search_docs as d
    where ${allOf([...filtersOnly(query), afterPosition(query, page.after, key, sql`d.business_id`)])}
    order by ${key}, d.business_id limit ${page.limit}`.execute(db)
  return rows
}

/** By rating: the best of each town, and the best of those. */
export async function scanByRating(db: Db, query: SearchQuery, towns: string[], page: Page): Promise<Hit[]> {
  const further = afterPosition(query, page.after, sql`d.bayes`, sql`d.business_id`)
  const { rows } = await sql<Hit>`
    select best.* from unnest(${towns}::text[]) as town cross join lateral (
      select ${selectColumns(query)} from search_docs as d
      where ${allOf([sql`d.town_cell = town`, ...filtersOnly(query), further])}
      order by d.bayes desc, d.business_id limit ${page.limit}) as best
    order by key desc, id limit ${page.limit}`.execute(db)
  return rows
}

/** How many of what matches are in each category. Counted by the labels they have together first: few differ, and a town has thousands. */
export async function countCategories(db: Db, query: SearchQuery): Promise<Map<string, number>> {
  const { rows } = await sql<{ label: string; count: number }>`
    select label, sum(alike.count)::bigint as count
    from (select d.labels, count(*) from search_docs as d where ${matching(query)} group by d.labels) as alike
    cross join unnest(alike.labels) as label
    where label not like '~%' group by label`.execute(db)
  return new Map(rows.map(({ label, count }) => [label, count]))
}

const selectColumns = (query: SearchQuery) =>
  sql`d.business_id as id, ${toSortKey(query)} as key, ${selectChord(query)} as chord`

const selectChord = ({ area }: SearchQuery) =>
  area.box ? sql`null::double precision` : sql`d.pos <-> ${cube(area.circle.center)}`

/** What a page is sorted by. The rating that people see is a plain mean; this one only ranks. */
function toSortKey({ sort, area, terms }: SearchQuery): RawBuilder<unknown> {
  if (sort === 'relevance')
    return sql`(ts_rank(d.terms, ${toTextQuery(terms ?? [])}) * (d.bayes + 5))::double precision`
  if (sort === 'distance' && area.circle) return sql`d.pos <-> ${cube(area.circle.center)}`
  return sql`d.bayes`
}

const sortDirection = ({ sort }: SearchQuery) => (sort === 'distance' ? sql`asc` : sql`desc`)

/** Where the last page ended, the next begins: rows with the same key follow by their id. */
function afterPosition(
  { sort }: SearchQuery,
  after: PagePosition | undefined,
  key: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
) {
  if (!after) return sql<boolean>`true`
  const [upTo, past] = sort === 'distance' ? [sql`>=`, sql`>`] : [sql`<=`, sql`<`]
  return sql<boolean>`${key} ${upTo} ${after.key} and (${key} ${past} ${after.key} or ${id} > ${after.id})`
}

/** Through the index of terms, labels and cells where one of the first two narrows the search, and the area is not narrow enough by itself; else through that of positions. */
function matching(query: SearchQuery) {
  const { area, terms } = query
  const isSmall = query.isSmallArea && area.circle !== undefined
  const rareLabels = isSmall ? [] : (query.rareLabels ?? [])
  const isNarrow = !isSmall && (terms !== undefined || rareLabels.length > 0)
  const cells = isNarrow && area.circle ? coverCircle(area.circle) : undefined
  return allOf([
    ...(terms ? [isSmall ? sql<boolean>`coalesce(d.terms @@ ${toTextQuery(terms)}, false)` : sql<boolean>`d.terms @@ ${toTextQuery(terms)}`] : []), // prettier-ignore
    ...(rareLabels.length > 0 ? [sql<boolean>`d.labels @> ${rareLabels}::text[]`] : []),
    ...(cells ? [sql<boolean>`d.cells && ${cells}::text[]`] : []),
    ...(area.circle && !isNarrow ? [around(area.circle)] : []),
    ...filtersOnly(query),
  ])
}

/** As a subquery: it is the same for every row, and parsed once. */
const toTextQuery = (terms: string[]) => sql`(select search_query(${terms}))`

/** The cube around a ball, which the index of positions can find. */
const around = ({ center, metres }: Circle) => sql<boolean>`d.pos <@ cube_enlarge(${cube(center)}, ${metres}, 3)`

/** Written so that no index can be used for it: none may be taken instead of the one that has the order. */
const filtersOnly = (query: SearchQuery) => [
  sql<boolean>`true`,
  ...listLabels(query).map((label) => sql<boolean>`${label} = any (d.labels)`),
  ...listConditions(query),
]
