import type { Kysely } from 'kysely'
import { isOrdinaryTerm, readQuery, toNearestTrade, toTradeAlone, tradeTerms } from '../domain/read-query.ts'
import { queryTerms } from '../domain/search-terms.ts'
import { findMeant } from '../domain/typos.ts'
import type { Database } from '../persistence/database.ts'
import { findSimilar } from '../persistence/similar-terms.ts'

/** A cursor carries the reading to the next page. */
const mostBytes = 120

/** What may have been meant by a query that finds nothing, the most likely first: without typos; and, unless only that is wanted, the trade alone, and what comes near it. */
export async function* listReadings(
  db: Kysely<Database>,
  q: string,
  { typosOnly }: { typosOnly: boolean },
): AsyncGenerator<string> {
  const corrected = await correctTypos(db, q)
  if (corrected) yield corrected
  if (typosOnly) return
  const meant = readQuery(corrected ?? q)
  for (const reading of [toTradeAlone(meant), toNearestTrade(meant)]) if (reading) yield reading
}

/** Undefined where nothing is mistyped. */
async function correctTypos(db: Kysely<Database>, q: string): Promise<string | undefined> {
  const terms = queryTerms(q)
  const unusual = terms.filter((term) => !isOrdinaryTerm(term) && /^\p{L}{4,30}$/u.test(term))
  if (unusual.length === 0) return undefined
  const similar = await findSimilar(db, unusual)
  const meant = new Map(
    [...similar].map(([term, candidates]) => [term, findMeant(term, [...tradeTerms, ...candidates])]),
  )
  const corrected = terms.map((term) => meant.get(term) ?? term).join(' ')
  return corrected === terms.join(' ') || Buffer.byteLength(corrected) > mostBytes ? undefined : corrected
}
