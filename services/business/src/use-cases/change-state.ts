import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { businessDecided, businessSuspended } from '@buy-locals/contracts/business/events'
import type { Business, Decision } from '@buy-locals/contracts/business/shapes'
import { audit } from '@buy-locals/service-kit/audit'
import { requireOperator } from '@buy-locals/service-kit/memberships'
import { record } from '@buy-locals/service-kit/outbox'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { approve, reject, sendBack, submit, suspend, toMembersBusiness, type FullBusiness } from '../domain/business.ts'
import { approveChange, refuseChange } from '../domain/proposed-change.ts'
import * as businesses from '../persistence/business-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as markets from '../persistence/market-repository.ts'
import { saveBusiness } from '../steps/save-business.ts'

type Command = { actor: Actor; businessId: Id<'business'> }

export const publishBusiness = (deps: Deps, command: Command) =>
  changeState(deps, { ...command, action: 'business.submitted', decide: submit })

type Outcome = 'approved' | 'refused' | 'returned' | 'rejected'
type Approval = Command & { outcome: Outcome; reason?: string | undefined }

/** Of a published business it decides what has been proposed. Its owners read the outcome and the reason. */
export function approveBusiness(deps: Deps, { outcome, reason, ...command }: Approval): Promise<Business> {
  let about: 'business' | 'change' = 'business'
  return changeState(deps, {
    ...command,
    ...(reason !== undefined && { reason }),
    action: `business.${outcome}`,
    outcome,
    decide: (business) => {
      if (business.status === 'published') about = 'change'
      return decideOutcome(business, outcome)
    },
    byOperator: true,
    alongside: (tx, now, { id: businessId, name, version }) =>
      record(tx, now, businessDecided, businessId, version, { businessId, name, about, outcome, reason, version }),
  })
}

function decideOutcome(business: FullBusiness, outcome: Outcome): FullBusiness {
  if (outcome === 'refused') return refuseChange(business)
  if (outcome === 'returned') return sendBack(business)
  if (outcome === 'rejected') return reject(business)
  return business.status === 'published' && business.proposed ? approveChange(business) : approve(business)
}

export const suspendBusiness = (deps: Deps, command: Command & { reason: string }) =>
  changeState(deps, {
    ...command,
    action: 'business.suspended',
    outcome: 'suspended',
    decide: suspend,
    byOperator: true,
    alongside: async (tx, now, { id: businessId, marketId, name, version }) => {
      const contactEmail = (await markets.find(tx, marketId))?.contact?.email
      const about = { businessId, name, reason: command.reason, contactEmail, version }
      await record(tx, now, businessSuspended, businessId, version, about)
    },
  })

type StateChange = Command & {
  action: string
  decide(business: FullBusiness): FullBusiness
  byOperator?: true
  /** Kept with the business, for its members. */
  outcome?: Decision['outcome']
  reason?: string
  alongside?(tx: Transaction<Database>, now: Temporal.Instant, after: FullBusiness): Promise<void>
}

/** The state, what is found, the event and the audit row are one commit. */
async function changeState(
  { db, clock }: Deps,
  { actor, businessId, action, decide, byOperator, outcome, reason, alongside }: StateChange,
): Promise<Business> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const before = await businesses.lock(tx, businessId)
    if (byOperator) await requireOperator<Database>(tx, actor, before.marketId, businessId)
    const decision = outcome && { outcome, at: toSecond(now), ...(reason !== undefined && { reason }) }
    const after = { ...decide(before), decision }
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
