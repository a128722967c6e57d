import type { Body } from '@buy-locals/contracts/operation'
import type {
  changeBusiness as operation,
  changeHours as hoursOperation,
} from '@buy-locals/contracts/business/operations'
import type { Business } from '@buy-locals/contracts/business/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { change, refuseStale } from '../domain/business.ts'
import { isReserved } from '../domain/slug.ts'
import { present, type Known } from '../persistence/business-row.ts'
import * as businesses from '../persistence/business-repository.ts'
import { index } from '../persistence/search-index.ts'
import { sayBusiness } from '../say.ts'

type Command = { businessId: Id<'business'>; readVersion: number; changes: Body<typeof operation> }

export function changeBusiness(deps: Deps, { businessId, readVersion, changes }: Command): Promise<Business> {
  if (changes.slug !== undefined && isReserved(changes.slug)) {
    throw new Problem('business/slug-taken', 'Choose another address')
  }
  return edit(deps, businessId, (business) => {
    refuseStale(business, readVersion)
    return change(business, changes as Partial<Known>)
  })
}

export const changeHours = (deps: Deps, businessId: Id<'business'>, hours: Body<typeof hoursOperation>) =>
  edit(deps, businessId, (business) => change<Known>(business, { hours }))

/** The demonstration's own businesses say so wherever they are shown. */
export const markDemonstration = (deps: Pick<Deps, 'db' | 'clock'>, businessId: Id<'business'>) =>
  edit(deps, businessId, (business) =>
    change<Known>(business, {
      source: { kind: 'demonstration', name: 'Buy Locals demonstration', licence: 'CC0-1.0' },
    }),
  )

async function edit(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  businessId: Id<'business'>,
  decide: (business: Known) => Known,
): Promise<Business> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const after = decide(await businesses.lock(tx, businessId))
    await businesses.update(tx, after)
    await index(tx, [businessId])
    await sayBusiness(tx, now, after)
    return present(after)
  })
}
