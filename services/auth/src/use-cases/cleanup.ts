import type { Temporal } from 'temporal-polyfill'
import type { Deps } from '../deps.ts'
import * as emailLinks from '../persistence/email-links.ts'
import * as exports from '../persistence/exports.ts'
import * as invitations from '../persistence/invitations.ts'
import * as sessions from '../persistence/session-repository.ts'

/** Deletes what is good for nothing any more. Returns when to do it again. */
export async function cleanup({ db, clock }: Deps): Promise<Temporal.Instant> {
  const now = clock()
  await sessions.deleteExpiredTokens(db, now)
  await emailLinks.deleteExpired(db, now)
  await invitations.deleteExpired(db, now)
  await exports.deleteExpired(db, now)
  return now.add({ hours: 24 })
}
