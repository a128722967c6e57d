import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as people from '../persistence/person-repository.ts'
import * as sessions from '../persistence/session-repository.ts'

/** Whoever has no row signs in no more, also while a user pool does not respond. */
export async function erasePerson(
  { db, credentials }: Pick<Deps, 'db' | 'credentials'>,
  { personId }: { personId: Id<'person'> },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await people.lockPasswordVersion(tx, personId) // whoever is just signing in has a session before, or none
    await sessions.removeAll(tx, personId)
    await people.remove(tx, personId)
  })
  await credentials.remove(personId)
}
