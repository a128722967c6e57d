import type { Temporal } from 'temporal-polyfill'
import { schedule } from '@buy-locals/service-kit/jobs'
import type { Deps } from '../deps.ts'
import { statusOf } from '../domain/payee.ts'
import { look } from '../jobs.ts'
import * as payees from '../persistence/payees.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'

const patience = { minutes: 3 }
const rhythm = { minutes: 5 }
const rhythmOfPayees = { hours: 24 }

/** A webhook that never came loses no money, and keeps nobody from being paid: what is open for long is looked at without being told. */
export async function reconcileOpen({ db, clock, provider }: Deps): Promise<Temporal.Instant> {
  const now = clock()
  if (provider) {
    const before = now.subtract(patience)
    const [intents, open] = [await payments.openSince(db, before), await refunds.openSince(db, before)]
    const waiting = (await payees.all(db)).filter((payee) => statusOf(payee) !== 'ready')
    await db.transaction().execute(async (tx) => {
      for (const reference of intents) await schedule(tx, look, reference, now, { what: 'intent' })
      for (const reference of open) await schedule(tx, look, reference, now, { what: 'refund' })
      for (const { account } of waiting) await schedule(tx, look, account, now, { what: 'account' })
    })
  }
  return now.add(rhythm)
}

/** Who can be paid may be stopped later, and that webhook may be lost as well. */
export async function reconcilePayees({ db, clock, provider }: Deps): Promise<Temporal.Instant> {
  const now = clock()
  if (provider) {
    const known = await payees.all(db)
    await db.transaction().execute(async (tx) => {
      for (const { account } of known) await schedule(tx, look, account, now, { what: 'account' })
    })
  }
  return now.add(rhythmOfPayees)
}
