import { Problem } from '@buy-locals/contracts/problem'
import { schedule } from '@buy-locals/service-kit/jobs'
import { requireCardPayments, type Deps } from '../deps.ts'
import { isSameAccount } from '../domain/payee.ts'
import { releaseJob } from '../jobs.ts'
import * as payees from '../persistence/payee-repository.ts'
import * as payments from '../persistence/payment-repository.ts'
import { savePayee } from './save-payee.ts'

/** Others that wait are released when they ask again. */
const maxReleases = 500

/** Whether a business can be paid, by what the provider says of its account. What waited for that is released. */
export async function fetchAccount(deps: Deps, account: string): Promise<void> {
  const { db, clock } = deps
  const before = await payees.findByAccount(db, account)
  if (!before) return
  const fetched = await requireCardPayments(deps).fetchAccount(account)
  if (isSameAccount(before, fetched)) return
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const locked = await payees.lock(tx, before.businessId)
    if (locked?.version !== before.version)
      throw new Problem('not-yet', 'The account was fetched by another job at the same time, so this state may be old')
    await savePayee(tx, now, 'payment.provider', locked, { ...locked, ...fetched, version: locked.version + 1 })
    if (!fetched.chargesEnabled) return
    for (const paymentId of await payments.listReleasable(tx, before.businessId, maxReleases))
      await schedule(tx, releaseJob, paymentId, now, { paymentId })
  })
}
