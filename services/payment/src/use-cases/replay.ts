import { paymentFailed, paymentSucceeded } from '@buy-locals/contracts/payment/events'
import { record } from '@buy-locals/service-kit/outbox'
import type { Deps } from '../deps.ts'
import { fact } from '../facts.ts'
import * as payees from '../persistence/payees.ts'
import * as payments from '../persistence/payment-repository.ts'

/** Says what is true now again, with the versions it has. */
export async function replay({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const known = await payees.all(db)
  await db.transaction().execute(async (tx) => {
    for (const payee of known) await payees.say(tx, clock(), payee)
  })
  let said = known.length
  for (let after = ''; ;) {
    const page = await payments.pageAfter(db, after)
    if (page.length === 0) return said
    after = page.at(-1)?.id ?? after
    await db.transaction().execute(async (tx) => {
      for (const payment of page) {
        const saying = {
          succeeded: paymentSucceeded,
          failed: paymentFailed,
          awaiting: undefined,
          cancelled: undefined,
        }[payment.status]
        if (!saying) continue
        await record(tx, clock(), saying, payment.id, payment.version, fact(payment))
        said += 1
      }
    })
  }
}
