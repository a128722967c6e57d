import type { Temporal } from 'temporal-polyfill'
import { schedule } from '@buy-locals/service-kit/jobs'
import type { Deps } from '../deps.ts'
import { look } from '../jobs.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'

const patience = { minutes: 3 }
const rhythm = { minutes: 5 }

/** A webhook that never came loses no money: what is open for long is looked at without being told. */
export async function reconcileOpen({ db, clock, provider }: Deps): Promise<Temporal.Instant> {
  const now = clock()
  if (provider) {
    const before = now.subtract(patience)
    const [intents, open] = [await payments.openSince(db, before), await refunds.openSince(db, before)]
    await db.transaction().execute(async (tx) => {
      for (const reference of intents) await schedule(tx, look, reference, now, { what: 'intent' })
      for (const reference of open) await schedule(tx, look, reference, now, { what: 'refund' })
    })
  }
  return now.add(rhythm)
}
