import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Place } from '../cursor.ts'
import { cover } from './cells.ts'
import type { Circle } from '../domain/sphere.ts'
import type { Database } from './database.ts'
import { allOf, conditionsOf, cube, labelsOf, type Question } from './search-conditions.ts'

type Db = Kysely<Database>
export type Hit = { id: string; key: number; chord: number | null }
type Page = { after?: Place | undefined; limit: number }

/** Looks up all that matches and sorts it. */
export async function gather(db: Db, question: Question, page: Page): Promise<Hit[]> {
  const { rows } = await sql<Hit>`
    with hits as materialized (select ${columns(question)} from search_docs as d where ${matching(question)})
    select * from hits where ${beyond(question, page.after, sql`key`, sql`id`)}
    order by key ${direction(question)}, id limit ${page.limit}`.execute(db)
  return rows
}

/** By distance: outwards through the index of places until the page is full. */
export async function walkOutwards(db: Db, question: Question, page: Page): Promise<Hit[]> {
  const key = keyOf(question)
  const { rows } = await sql<Hit>`
    select ${columns(question)} from search_docs as d
    where ${allOf([...unindexed(question), beyond(question, page.after, key, sql`d.business_id`)])}
    order by ${key}, d.business_id limit ${page.limit}`.execute(db)
  return rows
}

/** By rating: down from the best of each town, and the best of those. */
export async function walkDown(db: Db, question: Question, towns: string[], page: Page): Promise<Hit[]> {
  const further = beyond(question, page.after, sql`d.bayes`, sql`d.business_id`)
  const { rows } = await sql<Hit>`
    select best.* from unnest(${towns}::text[]) as town cross join lateral (
      select ${columns(question)} from search_docs as d
      where ${allOf([sql`d.town_cell = town`, ...unindexed(question), further])}
      order by d.bayes desc, d.business_id limit ${page.limit}) as best
    order by key desc, id limit ${page.limit}`.execute(db)
  return rows
}

/** How many of what matches are in each category. */
export async function countCategories(db: Db, question: Question): Promise<Map<string, number>> {
  const { rows } = await sql<{ label: string; count: number }>`
    select label, count(*) from search_docs as d cross join unnest(d.labels) as label
    where ${matching(question)} and label not like '~%' group by label`.execute(db)
  return new Map(rows.map(({ label, count }) => [label, count]))
}

const columns = (question: Question) => sql`d.business_id as id, ${keyOf(question)} as key, ${chord(question)} as chord`

const chord = ({ area }: Question) =>
  area.box ? sql`null::double precision` : sql`d.pos <-> ${cube(area.circle.centre)}`

/** What a page is sorted by. The rating that people see is a plain mean; this one only ranks. */
function keyOf({ sort, area, words }: Question): RawBuilder<unknown> {
  if (sort === 'relevance')
    return sql`(ts_rank(d.words, search_query(${words ?? []})) * (d.bayes + 5))::double precision`
  if (sort === 'distance' && area.circle) return sql`d.pos <-> ${cube(area.circle.centre)}`
  return sql`d.bayes`
}

const direction = ({ sort }: Question) => (sort === 'distance' ? sql`asc` : sql`desc`)

/** Where the last page ended, the next begins: rows with the same key follow by their id. */
function beyond({ sort }: Question, after: Place | undefined, key: RawBuilder<unknown>, id: RawBuilder<unknown>) {
  if (!after) return sql<boolean>`true`
  const [upTo, past] = sort === 'distance' ? [sql`>=`, sql`>`] : [sql`<=`, sql`<`]
  return sql<boolean>`${key} ${upTo} ${after.key} and (${key} ${past} ${after.key} or ${id} > ${after.id})`
}

/** Through the index of words and labels where one of them narrows, within the area's cells; else through that of places. */
function matching(question: Question) {
  const { area, words, rare = [] } = question
  const isNarrow = words !== undefined || rare.length > 0
  const cells = isNarrow && area.circle ? cover(area.circle) : undefined
  return allOf([
    ...(words ? [sql<boolean>`d.words @@ search_query(${words})`] : []),
    ...(rare.length > 0 ? [sql<boolean>`d.labels @> ${rare}::text[]`] : []),
    ...(cells ? [sql<boolean>`d.cells && ${cells}::text[]`] : []),
    ...(area.circle && !isNarrow ? [around(area.circle)] : []),
    ...unindexed(question),
  ])
}

/** The cube around a ball, which the index of places knows. */
const around = ({ centre, metres }: Circle) => sql<boolean>`d.pos <@ cube_enlarge(${cube(centre)}, ${metres}, 3)`

/** Written so that no index can be used for it, and none is taken instead of the one that has the order. */
const unindexed = (question: Question) => [
  sql<boolean>`true`,
  ...labelsOf(question).map((label) => sql<boolean>`${label} = any (d.labels)`),
  ...conditionsOf(question),
]
