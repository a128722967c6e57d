import { Problem } from '@buy-locals/contracts/problem'
import { schedule } from '@buy-locals/service-kit/jobs'
import { requireCardPayments, type Deps } from '../deps.ts'
import { fetchJob, type FetchedObject } from '../jobs.ts'
import * as stripeEvents from '../persistence/stripe-events.ts'

const fetchedFor: readonly [typePrefix: string, FetchedObject][] = [
  ['payment_intent.', 'payment_intent'],
  ['refund.', 'refund'],
  ['account.updated', 'account'],
]

/** Stores an event once, then schedules the fetch of its object. A repeated delivery changes nothing. */
export async function receiveWebhook(deps: Deps, body: Buffer, signature: string | undefined): Promise<void> {
  const event = requireCardPayments(deps).verifyWebhook(body, signature ?? '')
  if (!event) throw new Problem('payment/signature', 'The signature does not fit the body')
  const { db, clock } = deps
  const now = clock()
  const object = fetchedFor.find(([prefix]) => event.type.startsWith(prefix))?.[1]
  await db.transaction().execute(async (tx) => {
    const isFirst = await stripeEvents.insert(tx, event, now)
    if (isFirst && object) await schedule(tx, fetchJob, event.objectId, now, { object })
  })
}
