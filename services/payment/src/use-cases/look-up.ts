import { id } from '@buy-locals/values/ids'
import { Problem } from '@buy-locals/contracts/problem'
import { providerOf, type Deps } from '../deps.ts'
import { isSame } from '../domain/payee.ts'
import { learnIntent, learnRefund } from '../learning.ts'
import * as payees from '../persistence/payees.ts'

type What = 'intent' | 'refund' | 'account'

/** Fetches what a webhook was about. Webhooks themselves are not believed: they may be old, and come in any order. */
export async function lookUp(deps: Deps, what: What, reference: string): Promise<void> {
  if (what === 'account') return lookUpAccount(deps, reference)
  const provider = providerOf(deps)
  if (what === 'refund') {
    const seen = await provider.readRefund(reference)
    return seen.refundId ? learnRefund(deps, seen.refundId, seen) : undefined
  }
  const seen = await provider.readIntent(reference)
  const paymentId = id('payment').safeParse(seen.paymentId)
  if (paymentId.success) await learnIntent(deps, paymentId.data, seen)
}

async function lookUpAccount(deps: Deps, account: string): Promise<void> {
  const { db, clock } = deps
  const before = await payees.findByAccount(db, account)
  if (!before) return
  const seen = await providerOf(deps).readAccount(account)
  if (isSame(before, seen)) return
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const known = await payees.lock(tx, before.businessId)
    if (known?.version !== before.version)
      throw new Problem('not-yet', 'Somebody else has just looked; what was seen may be old')
    const payee = { ...known, ...seen, version: known.version + 1 }
    await payees.update(tx, payee)
    await payees.say(tx, now, payee)
    await payees.note(tx, now, 'payment.provider', known, payee)
  })
}
