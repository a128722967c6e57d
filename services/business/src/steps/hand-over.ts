import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { businessRegistered, claimDecided } from '@buy-locals/contracts/business/events'
import { Problem } from '@buy-locals/contracts/problem'
import { audit } from '@buy-locals/service-kit/audit'
import { grant, refuseTooManyMemberships } from '@buy-locals/service-kit/memberships'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import { change, type FullBusiness } from '../domain/business.ts'
import * as claims from '../persistence/claims.ts'
import type { Claim } from '../persistence/claims.ts'
import type { Database } from '../persistence/database.ts'
import { saveBusiness } from './save-business.ts'

export const alreadyClaimed = () => new Problem('business/already-claimed', 'Somebody looks after it already')

/** Of a business that is locked: the claim wins, its person is the owner at once, and the other claims are over. From now on the page is what its owner says, and search engines may list it. */
export async function handOver(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  { business, claim, by }: { business: FullBusiness; claim: Claim; by: Id<'person'> },
): Promise<FullBusiness> {
  if (business.claimed) throw alreadyClaimed()
  const { id: businessId } = business
  const { personId: ownerId } = claim
  await refuseTooManyMemberships(tx, ownerId)
  const after = change(business, { claimed: true, source: undefined })
  await saveBusiness(tx, now, after)
  await grant(tx, { personId: ownerId, scope: businessId, role: 'owner', sequence: 0 })
  await record(tx, now, businessRegistered, businessId, after.version, { businessId, ownerId, version: after.version })
  await audit(tx, now, {
    actor: by,
    action: 'business.claimed',
    subject: businessId,
    after: { claim: claim.id, owner: ownerId },
  })
  for (const other of await claims.listOpenOf(tx, businessId))
    await decide(tx, now, business, other, { status: other.id === claim.id ? 'approved' : 'rejected' })
  return after
}

export async function decide(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  { id: businessId, name }: FullBusiness,
  { id, personId }: Claim,
  decision: { status: 'approved' | 'rejected'; reason?: string | undefined },
): Promise<void> {
  const version = now.epochMilliseconds
  await claims.decide(tx, id, now, decision)
  const { status: outcome, reason } = decision
  await record(tx, now, claimDecided, id, version, {
    businessId,
    personId,
    name,
    version,
    outcome,
    ...(reason && { reason }),
  })
}
