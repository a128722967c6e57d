import { Problem } from '@buy-locals/contracts/problem'
import { requireOperator } from '@buy-locals/service-kit/memberships'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as claims from '../persistence/claims.ts'
import type { Database } from '../persistence/database.ts'

/** For the operator of its market, until they have decided. */
export async function readClaimant({ db }: Deps, { by, claimId }: { by: Actor; claimId: Id<'claim'> }) {
  const found = await claims.findClaimant(db, claimId)
  if (!found) throw new Problem('not-found', 'There is no such thing')
  await requireOperator<Database>(db, by, found.marketId)
  return found.claimant
}
