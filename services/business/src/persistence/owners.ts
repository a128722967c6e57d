import { sql, type Kysely } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

/** Drafts of this person that nobody else owns. That their own role has ended may have arrived already. */
export async function findUnpublishedOwnedOnlyBy(
  db: Kysely<Database>,
  personId: Id<'person'>,
): Promise<Id<'business'>[]> {
  const { rows } = await sql<{ id: Id<'business'> }>`
    select businesses.id from businesses
    join memberships on memberships.scope = businesses.id and memberships.person_id = ${personId}
    where businesses.status in ('draft', 'pending')
      and not exists (
        select from memberships as other
        where other.scope = businesses.id and other.person_id <> ${personId} and other.role = 'owner')`.execute(db)
  return rows.map(({ id }) => id)
}
