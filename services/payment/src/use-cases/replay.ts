import { paymentFailed, paymentSucceeded } from '@buy-locals/contracts/payment/events'
import { record } from '@buy-locals/service-kit/outbox'
import type { Deps } from '../deps.ts'
import { toPaymentData } from '../domain/event-data.ts'
import * as payees from '../persistence/payee-repository.ts'
import * as payments from '../persistence/payment-repository.ts'
import { publishPayee } from '../steps/save-payee.ts'

/** Payments that are awaiting or cancelled have published nothing. */
const published = { succeeded: paymentSucceeded, failed: paymentFailed, awaiting: undefined, cancelled: undefined }

/** Publishes the current state again with the versions it has; returns how many events. */
export async function replay({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const allPayees = await payees.list(db)
  await db.transaction().execute(async (tx) => {
    for (const payee of allPayees) await publishPayee(tx, clock(), payee)
  })
  let count = allPayees.length
  for (let after = ''; ;) {
    const page = await payments.listAfter(db, after)
    if (page.length === 0) return count
    after = page.at(-1)?.id ?? after
    await db.transaction().execute(async (tx) => {
      for (const payment of page) {
        const event = published[payment.status]
        if (!event) continue
        await record(tx, clock(), event, payment.id, payment.version, toPaymentData(payment))
        count += 1
      }
    })
  }
}
