import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { membershipChanged } from '@buy-locals/contracts/auth/events'
import type { Role, Scope } from '@buy-locals/contracts/auth/shapes'
import { audit } from '@buy-locals/service-kit/audit'
import { grant } from '@buy-locals/service-kit/memberships'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from '../persistence/database.ts'
import { toSecond } from '@buy-locals/values/time'
import * as members from '../persistence/member-repository.ts'

type Change = { personId: Id<'person'>; scope: Scope; role: Role | null }

/** The kit's table of memberships is the truth here; in every other service it is a projection of what this publishes. */
export async function changeRole(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  by: string,
  { personId, scope, role }: Change,
): Promise<void> {
  const before = await members.lock(tx, personId, scope)
  if (before?.role === role || (!before && role === null)) return
  const version = (before?.sequence ?? 0) + 1
  const subject = `${personId} ${scope}`
  const since = before ? (before.since ?? undefined) : now
  await grant(tx, { personId, scope, role, sequence: version, since })
  const membership = { personId, scope, role, since: since && toSecond(since), version }
  await record(tx, now, membershipChanged, subject, version, membership)
  const roles = { before: { role: before?.role ?? null }, after: { role } }
  await audit(tx, now, { actor: by, action: 'membership.changed', subject, ...roles })
}
