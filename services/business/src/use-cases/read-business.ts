import type { Returns } from '@buy-locals/contracts/operation'
import type { readBusiness as operation } from '@buy-locals/contracts/business/operations'
import { Problem } from '@buy-locals/contracts/problem'
import { isMember, isOperator } from '@buy-locals/service-kit/memberships'
import type { Actor } from '@buy-locals/service-kit/service'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { isPublic } from '../domain/business.ts'
import { present } from '../persistence/business-row.ts'
import * as businesses from '../persistence/business-repository.ts'
import { openOf, ratingFor } from '../persistence/listings.ts'

/** Its members and the operator see a business that is not public; nobody else learns of it. */
export async function readBusiness(
  { db, clock }: Deps,
  { idOrSlug, actor }: { idOrSlug: string; actor: Actor | undefined },
): Promise<Returns<typeof operation>> {
  const business = await businesses.find(db, idOrSlug)
  const maySee = business && (isPublic(business) || (await isMember(db, actor, business.id)) || (await isOperator(db, actor, business.marketId))) // prettier-ignore
  if (!maySee) throw new Problem('not-found', 'There is no such business')
  return { ...present(business), open: openOf(business, toSecond(clock())), rating: await ratingFor(db, business.id) }
}
