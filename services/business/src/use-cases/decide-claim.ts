import type { Body } from '@buy-locals/contracts/operation'
import type { decideClaim as operation } from '@buy-locals/contracts/business/operations'
import type { Business } from '@buy-locals/contracts/business/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { audit } from '@buy-locals/service-kit/audit'
import { requireOperator } from '@buy-locals/service-kit/memberships'
import { hashSecret } from '@buy-locals/service-kit/secret'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { toMembersBusiness } from '../domain/business.ts'
import { isOver } from '../domain/claim.ts'
import * as businesses from '../persistence/business-repository.ts'
import * as claims from '../persistence/claims.ts'
import type { Claim } from '../persistence/claims.ts'
import type { Database } from '../persistence/database.ts'
import { decide, handOver } from '../steps/hand-over.ts'

/** The mail may have reached somebody else than who asked for it: only they become the owner. Followed twice, it is theirs as before. */
export async function confirmClaim(
  { db, clock }: Deps,
  { token, personId }: { token: string; personId: Id<'person'> },
): Promise<Business> {
  const now = clock()
  const tokenHash = hashSecret(token)
  const found = await claims.findByToken(db, tokenHash)
  if (!found || found.personId !== personId) throw linkInvalid()
  return db.transaction().execute(async (tx) => {
    const business = await businesses.lock(tx, found.businessId)
    const claim = await claims.findByToken(tx, tokenHash)
    if (claim?.status === 'approved') return toMembersBusiness(business)
    if (claim?.status !== 'mailed' || isOver(claim, now)) throw linkInvalid()
    return toMembersBusiness(await handOver(tx, now, { business, claim, by: personId }))
  })
}

const linkInvalid = () =>
  new Problem('auth/link-invalid', 'The link is used, out of date, or somebody else has asked for it')

type Decision = Body<typeof operation> & { actor: Actor; claimId: Id<'claim'> }

/** Decided twice in the same way, it is as it was. */
export async function decideClaim({ db, clock }: Deps, { actor, claimId, ...decision }: Decision): Promise<Claim> {
  const now = clock()
  const found = await claims.find(db, claimId)
  if (!found) throw new Problem('not-found', 'There is no such thing')
  await requireOperator<Database>(db, actor, found.marketId)
  return db.transaction().execute(async (tx) => {
    const business = await businesses.lock(tx, found.businessId)
    const claim = (await claims.find(tx, claimId)) ?? found
    const { outcome } = decision
    if (claim.status === outcome) return claim
    if (claim.status !== 'pending')
      throw new Problem('business/wrong-state', `It is ${claim.status}`, { state: claim.status })
    if (outcome === 'approved') await handOver(tx, now, { business, claim, by: actor.id })
    else {
      const { reason } = decision
      await decide(tx, now, business, claim, { status: 'rejected', reason })
      await audit(tx, now, { actor: actor.id, action: 'claim.rejected', subject: claimId, reason })
    }
    return { ...claim, status: outcome }
  })
}
