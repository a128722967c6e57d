import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as people from '../persistence/person-repository.ts'
import * as sessions from '../persistence/session-repository.ts'

/** Password first: without one nobody signs in between. The rest goes with the row itself. */
export async function erasePerson(
  { db, credentials }: Pick<Deps, 'db' | 'credentials'>,
  { personId }: { personId: Id<'person'> },
): Promise<void> {
  await credentials.remove(personId)
  await db.transaction().execute(async (tx) => {
    await sessions.removeAll(tx, personId)
    await people.remove(tx, personId)
  })
}
