import { Problem } from '@buy-locals/contracts/problem'
import { isAdmin, requireOperator } from '@buy-locals/service-kit/memberships'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'
import * as members from '../persistence/member-repository.ts'

/** For the operator of its market. Where that is not known, for an admin alone. */
export async function listOwners({ db }: Deps, { by, businessId }: { by: Actor; businessId: Id<'business'> }) {
  const market = await businesses.findMarket(db, businessId)
  if (market) await requireOperator<Database>(db, by, market, businessId)
  else if (!(await isAdmin<Database>(db, by))) throw new Problem('not-found', 'There is no such thing')
  return members.listOwners(db, businessId)
}
