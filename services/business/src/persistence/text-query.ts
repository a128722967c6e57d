import { sql, type RawBuilder } from 'kysely'
import type { QueryPart, ReadQuery } from '../domain/read-query.ts'
import { joinNeighbors } from '../domain/search-terms.ts'

type TextQuery = RawBuilder<unknown>

/** How a trade stands among the terms of a business. */
export const toTradeTerm = (id: string): string => `'~${id}'`

/** As subqueries: they are the same for every row, and made once. */
const once = (query: TextQuery): TextQuery => sql`(select ${query})`

const nothing = sql`''::tsquery`
const all = (queries: TextQuery[]) => (queries.length > 0 ? sql`(${sql.join(queries, sql` && `)})` : nothing)
const any = (queries: TextQuery[]) => (queries.length > 0 ? sql`(${sql.join(queries, sql` || `)})` : nothing)

type Place = { at: number; terms: readonly string[] }

/** The last word of all may still be on its way. */
const toFlags = (terms: readonly string[], end: number) =>
  end === terms.length - 1 && ((terms[end]?.length ?? 0) > 1 || !/[a-z0-9]/.test(terms[end] ?? '')) ? ':*' : ''

/** By itself, or joined with the word before or after it. */
function ofWord({ at, terms }: Place): TextQuery {
  const [before, after] = [joinNeighbors(terms)[at - 1], joinNeighbors(terms)[at]]
  return any([
    sql`word_query(${terms[at]}, ${toFlags(terms, at)})`,
    ...(before ? [sql`word_query(${before}, ${toFlags(terms, at)})`] : []),
    ...(after ? [sql`word_query(${after}, ${toFlags(terms, at + 1)})`] : []),
  ])
}

function ofPart({ terms, trades }: QueryPart, before: number, whole: readonly string[]): TextQuery {
  const typed = all(terms.map((_, nth) => ofWord({ at: before + nth, terms: whole })))
  return trades.length > 0 ? any([typed, sql`${trades.map(toTradeTerm).join(' | ')}::tsquery`]) : typed
}

function listParts({ parts }: Pick<ReadQuery, 'parts'>): TextQuery[] {
  const whole = parts.flatMap(({ terms }) => terms)
  let before = 0
  return parts.map((part) => ofPart(part, (before += part.terms.length) - part.terms.length, whole))
}

/** What a match has. */
export const toMatch = (text: ReadQuery): TextQuery => once(all(listParts(text)))

/** The same without trades: what has the terms themselves. */
export const toPlainTerms = ({ parts }: ReadQuery): TextQuery =>
  once(all(listParts({ parts: parts.map((part) => ({ ...part, trades: [] })) })))

/** What makes one match better than another. */
export const toRanking = (text: ReadQuery): TextQuery =>
  once(any([...listParts(text), ...text.optional.map((term) => sql`word_query(${term}, '')`)]))

/** Matched by a name that has all that was typed. */
export const toNamed = ({ named }: ReadQuery): TextQuery | undefined =>
  named.length > 0 ? toNameMatch(named) : undefined

export const toNameMatch = (terms: readonly string[]): TextQuery =>
  once(all(terms.map((term, at) => sql`word_query(${term}, ${toFlags(terms, at) ? ':*A' : ':A'})`)))
