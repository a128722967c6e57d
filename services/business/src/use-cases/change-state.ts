import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { businessSuspended } from '@buy-locals/contracts/business/events'
import type { Business } from '@buy-locals/contracts/business/shapes'
import { audit } from '@buy-locals/service-kit/audit'
import { requireOperator } from '@buy-locals/service-kit/memberships'
import { record } from '@buy-locals/service-kit/outbox'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { approve, submit, suspend, toMembersBusiness, type FullBusiness } from '../domain/business.ts'
import { approveChange, refuseChange } from '../domain/proposed-change.ts'
import * as businesses from '../persistence/business-repository.ts'
import type { Database } from '../persistence/database.ts'
import { saveBusiness } from '../steps/save-business.ts'

type Command = { actor: Actor; businessId: Id<'business'> }

export const publishBusiness = (deps: Deps, command: Command) =>
  changeState(deps, { ...command, action: 'business.submitted', decide: submit })

type Approval = Command & { outcome: 'approved' | 'refused' }

/** Of a published business it decides what has been proposed. */
export const approveBusiness = (deps: Deps, { outcome, ...command }: Approval) =>
  changeState(deps, {
    ...command,
    action: `business.${outcome}`,
    decide: (business) => {
      if (outcome === 'refused') return refuseChange(business)
      return business.status === 'published' && business.proposed ? approveChange(business) : approve(business)
    },
    byOperator: true,
  })

export const suspendBusiness = (deps: Deps, command: Command & { reason: string }) =>
  changeState(deps, {
    ...command,
    action: 'business.suspended',
    decide: suspend,
    byOperator: true,
    alongside: (tx, now, { id: businessId, name, version }) =>
      record(tx, now, businessSuspended, businessId, version, { businessId, name, reason: command.reason, version }),
  })

type StateChange = Command & {
  action: string
  decide(business: FullBusiness): FullBusiness
  byOperator?: true
  reason?: string
  alongside?(tx: Transaction<Database>, now: Temporal.Instant, after: FullBusiness): Promise<void>
}

/** The state, what is found, the event and the audit row are one commit. */
async function changeState(
  { db, clock }: Deps,
  { actor, businessId, action, decide, byOperator, reason, alongside }: StateChange,
): Promise<Business> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const before = await businesses.lock(tx, businessId)
    if (byOperator) await requireOperator<Database>(tx, actor, before.marketId, businessId)
    const after = decide(before)
    await saveBusiness(tx, now, after)
    await alongside?.(tx, now, after)
    await audit(tx, now, { actor: actor.id, action, subject: businessId, before: toAuditState(before), after: toAuditState(after), reason }) // prettier-ignore
    return toMembersBusiness(after)
  })
}

const toAuditState = ({ status, version, proposed }: FullBusiness) => ({
  status,
  version,
  ...(proposed && { proposed }),
})
