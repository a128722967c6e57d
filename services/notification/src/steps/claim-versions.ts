import type { Transaction } from 'kysely'
import type { Envelope } from '@buy-locals/contracts/event'
import type { Database } from '../persistence/database.ts'
import * as notifiedVersions from '../persistence/notified-versions.ts'

type Claim = { event: Pick<Envelope, 'subject' | 'sequence'>; state?: string }

/** Those versions of which people are to be notified: nobody has been, not by a replayed event either, and no later version is in another state. */
export async function claimVersions<C extends Claim>(tx: Transaction<Database>, claims: readonly C[]): Promise<C[]> {
  await notifiedVersions.lockSubjects(
    tx,
    claims.map(({ event }) => event.subject),
  ) // versions that arrive at once would not see each other
  const byVersion = new Map(claims.map((claim) => [keyOf(claim), claim])) // one that is replayed may come with itself
  const isNew = await notifiedVersions.insert(tx, [...byVersion.values()].map(toVersion))
  const unclaimed = [...byVersion.values()].filter((claim) => isNew.has(keyOf(claim)))
  if (unclaimed.length === 0) return []
  const isSuperseded = await notifiedVersions.findSuperseded(tx, unclaimed.map(toVersion))
  return unclaimed.filter((claim) => !isSuperseded.has(keyOf(claim)))
}

const toVersion = ({ event: { subject, sequence: version }, state }: Claim) => ({ subject, version, state })

const keyOf = (claim: Claim) => notifiedVersions.keyOf(toVersion(claim))
