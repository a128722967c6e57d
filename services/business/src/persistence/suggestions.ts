import { sql, type Kysely } from 'kysely'
import type { ReadQuery } from '../domain/read-query.ts'
import type { Database } from './database.ts'
import { toPlainTerms } from './text-query.ts'

export type NamedBusiness = { id: string; slug: string; name: string; city: string }

/** In the order of the ids. */
export async function findNamed(db: Kysely<Database>, ids: readonly string[]): Promise<NamedBusiness[]> {
  const rows = await db
    .selectFrom('businesses')
    .select(['id', 'slug', 'name', 'city'])
    .where('id', '=', sql<string>`any(${ids})`)
    .where('status', '=', 'published')
    .execute()
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** Of these businesses, what can be booked there and is called so. */
export async function findServiceNames(
  db: Kysely<Database>,
  { ids, text, limit }: { ids: readonly string[]; text: ReadQuery; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select min(name) as name from services
    where business_id = any(${ids}) and active
      and search_vector('', name, '', '', '') @@ ${toPlainTerms(text)}
    group by lower(name) order by count(*) desc, lower(name) limit ${limit}`.execute(db)
  return rows.map(({ name }) => name)
}
