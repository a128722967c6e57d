import { awaitProjection } from '@buy-locals/service-kit/find-projected'
import type { Id } from '@buy-locals/values/ids'
import { requireCardPayments, type Deps } from '../deps.ts'
import { newPayee } from '../domain/payee.ts'
import * as businesses from '../persistence/businesses.ts'
import * as payees from '../persistence/payee-repository.ts'
import { savePayee } from '../steps/save-payee.ts'

/** Returns a link to the provider's own pages. Every call makes a new link to the same account. */
export async function onboardPayee(deps: Deps, businessId: Id<'business'>, by: Id<'person'>): Promise<string> {
  const cardPayments = requireCardPayments(deps)
  const payee = await payees.find(deps.db, businessId)
  const account = payee?.account ?? (await createAccount(deps, businessId, by))
  return cardPayments.createOnboardingLink(account, deps.onboardingReturnUrl(businessId))
}

async function createAccount(deps: Deps, businessId: Id<'business'>, by: Id<'person'>): Promise<string> {
  const { db, clock } = deps
  const { country } = await awaitProjection(() => businesses.find(db, businessId))
  const account = await requireCardPayments(deps).createAccount({ businessId, country })
  await db.transaction().execute((tx) => savePayee(tx, clock(), by, undefined, newPayee(businessId, account)))
  return (await payees.find(db, businessId))?.account ?? account
}
