import { awaitProjection } from '@buy-locals/service-kit/find-projected'
import type { Id } from '@buy-locals/values/ids'
import { requireCardPayments, type Deps } from '../deps.ts'
import { newPayee, noAccount } from '../domain/payee.ts'
import * as businesses from '../persistence/businesses.ts'
import * as payees from '../persistence/payee-repository.ts'
import { savePayee } from '../steps/save-payee.ts'

/** Returns a link to the provider's own pages. Every call makes a new link to the same account, or to another where that was taken away. */
export async function onboardPayee(deps: Deps, businessId: Id<'business'>, by: Id<'person'>): Promise<string> {
  const cardPayments = requireCardPayments(deps)
  const payee = await payees.find(deps.db, businessId)
  const account = payee && !payee.deauthorized ? payee.account : await createAccount(deps, businessId, by)
  const link = await cardPayments.createOnboardingLink(account, deps.onboardingReturnUrl(businessId))
  await payees.setOnboarding(deps.db, businessId, deps.clock())
  return link
}

async function createAccount(deps: Deps, businessId: Id<'business'>, by: Id<'person'>): Promise<string> {
  const { db, clock } = deps
  const { country } = await awaitProjection(() => businesses.find(db, businessId))
  const accountsMade = (await payees.find(db, businessId))?.accountsMade ?? 0
  const account = await requireCardPayments(deps).createAccount({ businessId, country, accountsMade })
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const lost = await payees.lock(tx, businessId)
    if (!lost) await savePayee(tx, now, by, undefined, newPayee(businessId, account, now))
    if (!lost?.deauthorized) return
    const changes = { account, accountsMade: lost.accountsMade + 1, version: lost.version + 1 }
    await savePayee(tx, now, by, lost, { ...lost, ...noAccount, ...changes })
  })
  return (await payees.find(db, businessId))?.account ?? account
}
