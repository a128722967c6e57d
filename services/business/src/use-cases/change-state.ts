import type { Business } from '@buy-locals/contracts/business/shapes'
import { audit } from '@buy-locals/service-kit/audit'
import { requireOperator } from '@buy-locals/service-kit/memberships'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { approve, submit, suspend } from '../domain/business.ts'
import { present, type Known } from '../persistence/business-row.ts'
import * as businesses from '../persistence/business-repository.ts'
import type { Database } from '../persistence/database.ts'
import { index } from '../persistence/search-index.ts'
import { sayBusiness } from '../say.ts'

type Command = { actor: Actor; businessId: Id<'business'> }

export const publishBusiness = (deps: Deps, command: Command) =>
  step(deps, { ...command, action: 'business.submitted', decide: submit })

export const approveBusiness = (deps: Deps, command: Command) =>
  step(deps, { ...command, action: 'business.approved', decide: approve, byOperator: true })

export const suspendBusiness = (deps: Deps, command: Command & { reason: string }) =>
  step(deps, { ...command, action: 'business.suspended', decide: suspend, byOperator: true })

type Step = Command & { action: string; decide(business: Known): Known; byOperator?: true; reason?: string }

/** State, search, audit and fact are one commit. */
async function step(
  { db, clock }: Deps,
  { actor, businessId, action, decide, byOperator, reason }: Step,
): Promise<Business> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const before = await businesses.lock(tx, businessId)
    if (byOperator) await requireOperator<Database>(tx, actor, before.marketId, businessId)
    const after = decide(before)
    await businesses.update(tx, after)
    await index(tx, [businessId])
    await audit(tx, now, { actor: actor.id, action, subject: businessId, before: state(before), after: state(after), reason }) // prettier-ignore
    await sayBusiness(tx, now, after)
    return present(after)
  })
}

const state = ({ status, version }: Known) => ({ status, version })
