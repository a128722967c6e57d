import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { schedule } from '@buy-locals/service-kit/jobs'
import { requireCardPayments, type Deps } from '../deps.ts'
import { fetchJob, refreshJob, type FetchedObject } from '../jobs.ts'
import * as comparedEvents from '../persistence/compared-events.ts'
import type { Database } from '../persistence/database.ts'
import * as disputes from '../persistence/dispute-repository.ts'
import * as payees from '../persistence/payee-repository.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'
import { storeEvent } from '../steps/store-event.ts'

/** How long a webhook is waited for. */
const webhookDelay = { minutes: 3 }
const reconcileInterval = { minutes: 5 }
/** What has been open for longer is fetched once a day. */
const recently = { hours: 24 }
const refreshInterval = { hours: 24 }
/** What has been open for longer is not fetched any more. */
const ageLimit = { hours: 24 * 180 }
const onboardingLimit = { hours: 24 * 30 }

/** How many of a kind are fetched in one round, and how many a second: refunds and releases are due in between. */
const maxPerRound = 20
const maxPerDay = 5_000
const fetchesPerSecond = 20
const maxAtOnce = 500

/** A webhook that never comes loses no money and keeps no business from being paid: what stays open is fetched, and the provider's events are compared with those that came. Returns when to do it again. */
export async function reconcile(deps: Deps): Promise<Temporal.Instant> {
  const { db, clock, cardPayments } = deps
  const now = clock()
  if (cardPayments) {
    await compareEvents(deps)
    const span = { after: now.subtract(recently), before: now.subtract(webhookDelay) }
    const open = {
      payment_intent: await payments.listOpenIntents(db, span, maxPerRound),
      refund: await refunds.listPending(db, span, maxPerRound),
      account: await payees.listOnboarding(db, now.subtract(recently), maxPerRound),
    }
    await db.transaction().execute((tx) => scheduleFetches(tx, fetchJob, now, open))
  }
  return now.add(reconcileInterval)
}

/** A payee that is ready can be stopped later, a refund can take days and a dispute months; those webhooks may be lost as well. */
export async function refreshPayees({ db, clock, cardPayments }: Deps): Promise<Temporal.Instant> {
  const now = clock()
  if (cardPayments) {
    const span = { after: now.subtract(ageLimit), before: now.subtract(webhookDelay) }
    const open = {
      payment_intent: await payments.listOpenIntents(db, span, maxPerDay),
      refund: await refunds.listPending(db, span, maxPerDay),
      dispute: await disputes.listUndecided(db, span.after, maxPerDay),
    }
    let count = await db.transaction().execute((tx) => scheduleFetches(tx, refreshJob, now, open))
    for await (const account of accountsInUse(db, now))
      count = await db.transaction().execute((tx) => scheduleFetches(tx, refreshJob, now, { account }, count))
  }
  return now.add(refreshInterval)
}

/** Hundreds at once: a country has more payees than one statement or transaction should hold. */
async function* accountsInUse(db: Deps['db'], now: Temporal.Instant): AsyncGenerator<string[]> {
  const onboardedAfter = now.subtract(onboardingLimit)
  for (let after: string | undefined = ''; after !== undefined;) {
    const found = await payees.listInUse(db, { onboardedAfter, after, limit: maxAtOnce })
    yield found.map(({ account }) => account)
    after = found.length < maxAtOnce ? undefined : found.at(-1)?.business_id
  }
}

/** One page of what happened at the provider since the last time. What the webhooks brought is known by its id, and what is not ours is left alone. */
async function compareEvents(deps: Deps): Promise<void> {
  const { db, clock } = deps
  const last = await comparedEvents.findLast(db)
  const { events, newest } = await requireCardPayments(deps).listEvents(last)
  if (!newest) return
  const ours = await payments.filterOurIntents(db, events.flatMap(({ paymentIntentId }) => paymentIntentId ?? [])) // prettier-ignore
  await db.transaction().execute(async (tx) => {
    for (const event of events) if (ours.has(event.paymentIntentId ?? '')) await storeEvent(tx, clock(), event)
    await comparedEvents.setLast(tx, newest)
  })
}

/** After as many as are scheduled already; returns how many there are then. */
async function scheduleFetches(
  tx: Transaction<Database>,
  type: typeof fetchJob,
  now: Temporal.Instant,
  open: Partial<Record<FetchedObject, readonly string[]>>,
  already = 0,
): Promise<number> {
  let count = already
  for (const [object, ids] of Object.entries(open) as [FetchedObject, readonly string[]][]) {
    for (const id of ids) {
      await schedule(tx, type, id, now.add({ seconds: Math.floor(count / fetchesPerSecond) }), { object })
      count += 1
    }
  }
  return count
}
