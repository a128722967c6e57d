import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { membershipChanged } from '@buy-locals/contracts/auth/events'
import type { Role, Scope } from '@buy-locals/contracts/auth/shapes'
import { audit } from '@buy-locals/service-kit/audit'
import { grant } from '@buy-locals/service-kit/memberships'
import { record } from '@buy-locals/service-kit/outbox'
import { id, type Id } from '@buy-locals/values/ids'
import type { Database } from '../persistence/database.ts'
import { toSecond } from '@buy-locals/values/time'
import * as members from '../persistence/member-repository.ts'
import * as epochs from '../persistence/realtime-epochs.ts'

type Change = {
  personId: Id<'person'>
  scope: Scope
  role: Role | null
  /** The calendar that is theirs now. */
  staffId?: Id<'staff'> | undefined
}

/** The kit's table of memberships is the truth here; in every other service it is a projection of what this publishes. */
export async function changeRole(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  by: string,
  { personId, scope, role, staffId }: Change,
): Promise<void> {
  const before = await members.lock(tx, personId, scope)
  if (before?.role === role || (!before && role === null)) return
  const version = (before?.sequence ?? 0) + 1
  const subject = `${personId} ${scope}`
  const since = before ? (before.since ?? undefined) : now
  await grant(tx, { personId, scope, role, sequence: version, since })
  const epoch = await epochAfter(tx, scope, role)
  const membership = { personId, scope, role, since: since && toSecond(since), epoch, staffId, version }
  await record(tx, now, membershipChanged, subject, version, membership)
  const roles = { before: { role: before?.role ?? null }, after: { role } }
  await audit(tx, now, { actor: by, action: 'membership.changed', subject, ...roles })
}

/** Whoever leaves may still be subscribed to the channel of the business, so from now on it has another one. */
async function epochAfter(tx: Transaction<Database>, scope: Scope, role: Role | null): Promise<number | undefined> {
  const business = id('business').safeParse(scope)
  if (!business.success) return undefined
  return role === null ? epochs.raise(tx, business.data) : epochs.find(tx, business.data)
}
