import type { Id } from '@buy-locals/values/ids'
import { providerOf, type Deps } from '../deps.ts'
import { fresh, type Payee } from '../domain/payee.ts'
import { knownBusiness } from '../known.ts'
import * as payees from '../persistence/payees.ts'

/** A link to the provider's own pages. Asked again it is a new link to the same account. */
export async function onboardPayee(deps: Deps, businessId: Id<'business'>, by: Id<'person'>): Promise<string> {
  const provider = providerOf(deps)
  const known = await payees.find(deps.db, businessId)
  const account = known?.account ?? (await open(deps, businessId, by))
  return provider.onboardingLink(account, deps.onboardingReturnUrl(businessId))
}

async function open(deps: Deps, businessId: Id<'business'>, by: Id<'person'>): Promise<string> {
  const { db, clock } = deps
  const { country } = await knownBusiness(db, businessId)
  const account = await providerOf(deps).openAccount({ businessId, country })
  const payee: Payee = { ...fresh, businessId, account, version: 1 }
  await db.transaction().execute(async (tx) => {
    if (!(await payees.insert(tx, payee))) return
    await payees.say(tx, clock(), payee)
    await payees.note(tx, clock(), by, undefined, payee)
  })
  return (await payees.find(db, businessId))?.account ?? account
}
