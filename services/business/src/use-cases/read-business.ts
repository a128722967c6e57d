import type { Returns } from '@buy-locals/contracts/operation'
import type { readBusiness as operation } from '@buy-locals/contracts/business/operations'
import { Problem } from '@buy-locals/contracts/problem'
import { isMember, isOperator } from '@buy-locals/service-kit/memberships'
import type { Actor } from '@buy-locals/service-kit/service'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { isPublic, toMembersBusiness, toOpenState, toPublicBusiness } from '../domain/business.ts'
import * as businesses from '../persistence/business-repository.ts'
import { findRating } from '../persistence/listings.ts'

/** A business that is not public exists for its members and the operator alone. */
export async function readBusiness(
  { db, clock }: Deps,
  { idOrSlug, actor }: { idOrSlug: string; actor: Actor | undefined },
): Promise<Returns<typeof operation>> {
  const business = await businesses.find(db, idOrSlug)
  const belongs = business && ((await isMember(db, actor, business.id)) || (await isOperator(db, actor, business.marketId))) // prettier-ignore
  if (!business || !(belongs || isPublic(business))) throw new Problem('not-found', 'There is no such business')
  return {
    ...(belongs ? toMembersBusiness(business) : toPublicBusiness(business)),
    open: toOpenState(business, toSecond(clock())),
    rating: await findRating(db, business.id),
  }
}
