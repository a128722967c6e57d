import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { schedule } from '@buy-locals/service-kit/jobs'
import type { Deps } from '../deps.ts'
import { payeeStatus } from '../domain/payee.ts'
import { fetchJob, type FetchedObject } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as payees from '../persistence/payee-repository.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'

/** How long a webhook is waited for. */
const webhookDelay = { minutes: 3 }
const reconcileInterval = { minutes: 5 }
const refreshInterval = { hours: 24 }

/** A webhook that never comes loses no money and keeps no business from being paid: what stays open is fetched. Returns when to do it again. */
export async function reconcile({ db, clock, cardPayments }: Deps): Promise<Temporal.Instant> {
  const now = clock()
  if (cardPayments) {
    const before = now.subtract(webhookDelay)
    const [intents, pending] = [await payments.listOpenIntents(db, before), await refunds.listPending(db, before)]
    const unready = (await payees.list(db)).filter((payee) => payeeStatus(payee) !== 'ready')
    await db.transaction().execute(async (tx) => {
      await scheduleFetches(tx, now, 'payment_intent', intents)
      await scheduleFetches(tx, now, 'refund', pending)
      await scheduleFetches(tx, now, 'account', unready.map(({ account }) => account)) // prettier-ignore
    })
  }
  return now.add(reconcileInterval)
}

/** A payee that is ready can be stopped later, and that webhook may be lost as well. */
export async function refreshPayees({ db, clock, cardPayments }: Deps): Promise<Temporal.Instant> {
  const now = clock()
  if (cardPayments) {
    const accounts = (await payees.list(db)).map(({ account }) => account)
    await db.transaction().execute((tx) => scheduleFetches(tx, now, 'account', accounts))
  }
  return now.add(refreshInterval)
}

async function scheduleFetches(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  object: FetchedObject,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) await schedule(tx, fetchJob, id, now, { object })
}
