import type { Transaction } from 'kysely'
import type { Envelope } from '@buy-locals/contracts/event'
import type { Database } from '../persistence/database.ts'
import * as notifiedVersions from '../persistence/notified-versions.ts'

/** Whether people are to be notified of this version: nobody has been, not by a replayed event either, and no later version is in another state. */
export async function claimVersion(
  tx: Transaction<Database>,
  { subject, sequence: version }: Pick<Envelope, 'subject' | 'sequence'>,
  state?: string,
): Promise<boolean> {
  await notifiedVersions.lockSubject(tx, subject) // versions that arrive at once would not see each other
  const isNew = await notifiedVersions.insert(tx, { subject, version, state })
  return isNew && !(await notifiedVersions.isSuperseded(tx, { subject, version }))
}
