import { sql, type Kysely } from 'kysely'
import type { Database } from './database.ts'

const mostPerTerm = 100

/** For each term that no business has: those that one slip of the finger may have made of it. */
export async function findSimilar(db: Kysely<Database>, terms: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ term: string; similar: string[] }>`
    select typed.term, array(select stored.term from search_terms as stored where deletions(stored.term) && deletions(typed.term) limit ${mostPerTerm}) as similar
    from unnest(${terms}::text[]) as typed (term)
    where not exists (select from search_terms as stored where stored.term = typed.term)`.execute(db)
  return new Map(rows.map(({ term, similar }) => [term, similar.toSorted()]))
}
