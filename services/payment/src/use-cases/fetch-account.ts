import { Problem } from '@buy-locals/contracts/problem'
import { requireCardPayments, type Deps } from '../deps.ts'
import { isSameAccount } from '../domain/payee.ts'
import * as payees from '../persistence/payee-repository.ts'
import { savePayee } from '../steps/save-payee.ts'

export async function fetchAccount(deps: Deps, account: string): Promise<void> {
  const { db, clock } = deps
  const before = await payees.findByAccount(db, account)
  if (!before) return
  const fetched = await requireCardPayments(deps).fetchAccount(account)
  if (isSameAccount(before, fetched)) return
  await db.transaction().execute(async (tx) => {
    const locked = await payees.lock(tx, before.businessId)
    if (locked?.version !== before.version)
      throw new Problem('not-yet', 'The account was fetched by another job at the same time, so this state may be old')
    await savePayee(tx, clock(), 'payment.provider', locked, { ...locked, ...fetched, version: locked.version + 1 })
  })
}
