import { Temporal } from 'temporal-polyfill'
import type { Returns, Query } from '@buy-locals/contracts/operation'
import { categories } from '@buy-locals/contracts/business/shapes'
import type { searchBusinesses as operation } from '@buy-locals/contracts/business/operations'
import { toSecond } from '@buy-locals/values/time'
import { invalid } from '@buy-locals/service-kit/request-input'
import { fingerprint, readCursor, writeCursor, type Place } from '../cursor.ts'
import type { Deps } from '../deps.ts'
import { FEW, firstLook, isRare, routeFor } from '../domain/route.ts'
import { circleAround, type Area } from '../domain/sphere.ts'
import { wantedWords } from '../domain/words.ts'
import * as listings from '../persistence/listings.ts'
import { ALL } from '../persistence/search-counts.ts'
import { labelsOf, type Question } from '../persistence/search-conditions.ts'
import { countCategories, gather, walkDown, walkOutwards, type Hit } from '../persistence/search.ts'

type Asked = Query<typeof operation>
type Given = Returns<typeof operation>

export async function searchBusinesses(
  deps: Pick<Deps, 'db' | 'counts' | 'clock'>,
  { limit, cursor, ...asked }: Asked,
): Promise<Given> {
  const of = fingerprint(asked)
  const after = readCursor(of, cursor)
  const now = deps.clock()
  const wanted = questionOf(asked, toSecond(now))
  const known = await deps.counts.within(wanted.area)
  const all = known.get(ALL) ?? 0
  const question = { ...wanted, rare: labelsOf(wanted).filter((label) => isRare(known.get(label) ?? 0, all)) }
  const [hits, counts] = await Promise.all([
    find(deps, question, known, { after, limit: limit + 1 }),
    countBy(deps, question, known),
  ])
  const page = hits.slice(0, limit)
  const items = await listings.find(deps.db, page, toSecond(now))
  const last = page.at(-1)
  return {
    items,
    facets: { category: facetsOf(counts) },
    ...(hits.length > limit && last && { nextCursor: writeCursor(of, last) }),
  }
}

function questionOf(asked: Omit<Asked, 'limit' | 'cursor'>, now: string): Question {
  const { near, radius, bbox, q, category, openNow, openAt, bookableOn, minRating, price } = asked
  const area: Area = bbox
    ? { box: bbox, circle: circleAround(bbox) }
    : { circle: { centre: near ?? { lat: 0, lon: 0 }, metres: radius } }
  const sort = asked.sort ?? (q ? 'relevance' : near ? 'distance' : 'rating')
  return {
    area,
    sort: sort === 'relevance' && !q ? 'rating' : sort,
    words: q === undefined ? undefined : wantedWords(q),
    ...{
      category,
      bookableOn,
      minRating,
      price,
      openAt: openAt === undefined ? (openNow ? now : undefined) : readable(openAt),
    },
  }
}

/** Any offset is a good one; the centuries are those that a calendar of a shop can mean. */
function readable(openAt: string): string {
  const at = toSecond(Temporal.Instant.from(openAt))
  if (!/^[12]\d{3}-/.test(at)) throw invalid({ pointer: '/query/openAt', detail: 'a time that no business is open at' })
  return at
}

type Known = Map<string, number>
type Page = { after?: Place | undefined; limit: number }

async function find(
  { db, counts }: Pick<Deps, 'db' | 'counts'>,
  question: Question,
  known: Known,
  page: Page,
): Promise<Hit[]> {
  const { area, sort, words } = question
  const all = known.get(ALL) ?? 0
  const labels = labelsOf(question).map((label) => known.get(label) ?? 0)
  if (routeFor({ all, labels, hasWords: words !== undefined, rows: page.limit }) === 'walk') {
    return sort === 'distance'
      ? walkOutwards(db, question, page)
      : walkDown(db, question, await counts.towns(area), page)
  }
  const near = sort === 'distance' && !page.after && area.circle && firstLook(area.circle.metres, all)
  if (near && !area.box) {
    const first = await gather(db, { ...question, area: { circle: { ...area.circle, metres: near } } }, page)
    if (first.length === page.limit) return first
  }
  return gather(db, question, page)
}

/** Of all categories, whichever is chosen. Where there are many and nothing else is wished, the counts in memory will do. */
async function countBy({ db }: Pick<Deps, 'db'>, question: Question, known: Known): Promise<Known> {
  const { words, category, openAt, bookableOn, minRating, price } = question
  const isPlain = [words, openAt, bookableOn, minRating, price].every((wish) => wish === undefined)
  if (isPlain && (known.get(ALL) ?? 0) > FEW) return known
  return countCategories(db, {
    ...question,
    category: undefined,
    rare: question.rare?.filter((label) => label !== category),
  })
}

const facetsOf = (counts: Known) =>
  categories
    .map((id) => ({ id, count: counts.get(id) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
