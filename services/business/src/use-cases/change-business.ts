import type { Body } from '@buy-locals/contracts/operation'
import type {
  changeBusiness as operation,
  changeHours as hoursOperation,
} from '@buy-locals/contracts/business/operations'
import type { Business } from '@buy-locals/contracts/business/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { change, refuseStaleForm, toMembersBusiness, type FullBusiness } from '../domain/business.ts'
import { changeProfile } from '../domain/proposed-change.ts'
import { isReserved } from '../domain/slug.ts'
import * as businesses from '../persistence/business-repository.ts'
import { refuseUnknownZone } from '../steps/refuse-unknown-zone.ts'
import { saveBusiness } from '../steps/save-business.ts'

type Command = { businessId: Id<'business'>; readVersion: number; changes: Body<typeof operation> }

export async function changeBusiness(deps: Deps, { businessId, readVersion, changes }: Command): Promise<Business> {
  if (changes.slug !== undefined && isReserved(changes.slug)) {
    throw new Problem('business/slug-taken', 'Choose another address')
  }
  if (changes.timeZone !== undefined) await refuseUnknownZone(deps.db, changes.timeZone)
  return edit(deps, businessId, (business) => {
    refuseStaleForm(business, readVersion)
    return changeProfile(business, changes)
  })
}

type HoursCommand = Pick<Command, 'businessId'> & {
  readVersion: number | undefined
  hours: Body<typeof hoursOperation>
}

export const changeHours = (deps: Deps, { businessId, readVersion, hours }: HoursCommand) =>
  edit(deps, businessId, (business) => {
    if (readVersion !== undefined) refuseStaleForm(business, readVersion)
    return change<FullBusiness>(business, { hours })
  })

/** The demonstration's own businesses are labelled wherever they are shown. */
export const markDemonstration = (deps: Pick<Deps, 'db' | 'clock'>, businessId: Id<'business'>) =>
  edit(deps, businessId, (business) =>
    change<FullBusiness>(business, {
      source: { kind: 'demonstration', name: 'Buy Locals demonstration', licence: 'CC0-1.0' },
    }),
  )

async function edit(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  businessId: Id<'business'>,
  decide: (business: FullBusiness) => FullBusiness,
): Promise<Business> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const after = decide(await businesses.lock(tx, businessId))
    await saveBusiness(tx, now, after)
    return toMembersBusiness(after)
  })
}
