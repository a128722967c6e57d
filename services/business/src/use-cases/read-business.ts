import type { Returns } from '@buy-locals/contracts/operation'
import type { readBusiness as operation } from '@buy-locals/contracts/business/operations'
import { Problem } from '@buy-locals/contracts/problem'
import { rolesAt } from '@buy-locals/service-kit/memberships'
import type { Actor } from '@buy-locals/service-kit/service'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { isPublic, toMembersBusiness, toOpenState, toPublicBusiness } from '../domain/business.ts'
import { toClaimDomain } from '../persistence/claim-domain.ts'
import * as businesses from '../persistence/business-repository.ts'

/** A business that is not public exists for its members and the operator alone. */
export async function readBusiness(
  { db, clock }: Deps,
  { idOrSlug, actor }: { idOrSlug: string; actor: Actor | undefined },
): Promise<Returns<typeof operation>> {
  const found = await businesses.find(db, idOrSlug)
  if (!found) throw noSuchBusiness()
  const { business, rating } = found
  const { role, isOperator } = await rolesAt(db, actor, { businessId: business.id, marketId: business.marketId })
  const belongs = role !== undefined || isOperator
  if (!belongs && !isPublic(business)) throw noSuchBusiness()
  return {
    ...(belongs ? toMembersBusiness(business) : toPublicBusiness(business)),
    ...(role === 'staff' && !isOperator && { decision: undefined }), // that is between the operator and whoever answers for it
    open: toOpenState(business, toSecond(clock())),
    rating,
    claimDomain: toClaimDomain(business),
  }
}

const noSuchBusiness = () => new Problem('not-found', 'There is no such business')
