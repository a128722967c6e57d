import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { schedule } from '@buy-locals/service-kit/jobs'
import type { WebhookEvent } from '../card-payments.ts'
import { fetchJob, type FetchedObject } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as stripeEvents from '../persistence/stripe-events.ts'

const fetchedFor: readonly [typePrefix: string, FetchedObject][] = [
  ['payment_intent.', 'payment_intent'],
  ['charge.refunded', 'payment_intent'],
  ['refund.', 'refund'],
  ['charge.dispute.', 'dispute'],
  ['account.updated', 'account'],
  ['account.application.deauthorized', 'account'],
]

/** Stores an event once, then schedules the fetch of its object. A repeated delivery changes nothing. */
export async function storeEvent(tx: Transaction<Database>, now: Temporal.Instant, event: WebhookEvent): Promise<void> {
  const object = fetchedFor.find(([prefix]) => event.type.startsWith(prefix))?.[1]
  const isFirst = await stripeEvents.insert(tx, event, now)
  if (isFirst && object) await schedule(tx, fetchJob, event.objectId, now, { object })
}
