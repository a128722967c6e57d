import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { DocumentVersions } from '@buy-locals/contracts/documents'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

/** Which version of which document the person accepted, and when first. */
export async function insert(
  tx: Transaction<Database>,
  personId: Id<'person'>,
  documents: DocumentVersions,
  at: Temporal.Instant,
): Promise<void> {
  const rows = Object.entries(documents).map(([document, version]) => ({ person_id: personId, document, version, accepted_at: at })) // prettier-ignore
  await tx
    .insertInto('acceptances')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const listOfPerson = (db: Kysely<Database>, personId: Id<'person'>) =>
  db.selectFrom('acceptances').select(['document', 'version', 'accepted_at as acceptedAt']).where('person_id', '=', personId).execute() // prettier-ignore
