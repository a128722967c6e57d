import Stripe from 'stripe'
import type { WebhookEvent } from '../card-payments.ts'
import { translateErrors } from './stripe-errors.ts'

/** What moves money of a payment, as against what only its pages show. */
const movingTypes = [
  ...['payment_intent.succeeded', 'payment_intent.payment_failed', 'payment_intent.canceled'],
  ...['refund.created', 'refund.updated', 'refund.failed', 'charge.refunded'],
  ...['charge.dispute.created', 'charge.dispute.updated', 'charge.dispute.closed'],
  ...['charge.dispute.funds_withdrawn', 'charge.dispute.funds_reinstated'],
]

/** Stripe keeps events for 30 days: where the last one we know is gone, the newest page has to do. */
export async function listStripeEvents(
  stripe: Stripe,
  last: string | undefined,
): Promise<{ events: WebhookEvent[]; newest: string | undefined }> {
  const list = (after: string | undefined) =>
    translateErrors(stripe.events.list({ types: movingTypes, limit: 100, ...(after && { ending_before: after }) }))
  const page = await list(last).catch((error: unknown) => {
    const isGone = error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing'
    if (last && isGone) return list(undefined)
    throw error
  })
  const events = page.data.toReversed().map(toWebhookEvent)
  return { events, newest: events.at(-1)?.id }
}

type Fields = { id?: unknown; object?: unknown; payment_intent?: unknown }

/** Which object has changed. A refunded charge is fetched with its PaymentIntent, and an account that was taken away is named by the event alone. */
export function toWebhookEvent({
  id,
  type,
  data,
  account,
}: Pick<Stripe.Event, 'id' | 'type' | 'data' | 'account'>): WebhookEvent {
  const object = data.object as Fields
  const intent = typeof object.payment_intent === 'string' ? object.payment_intent : undefined
  const objectId = typeof object.id === 'string' ? object.id : ''
  if (type === 'account.application.deauthorized') return { id, type, objectId: account ?? '' }
  if (type === 'charge.refunded') return { id, type, objectId: intent ?? '', paymentIntentId: intent }
  return { id, type, objectId, paymentIntentId: object.object === 'payment_intent' ? objectId : intent }
}
