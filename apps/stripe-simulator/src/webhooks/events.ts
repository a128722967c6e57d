import Stripe from 'stripe'
import { stripeId } from '../books/ids.ts'
import * as objects from '../books/objects.ts'
import type { Call } from '../wire/call.ts'
import { endpoint, list } from '../wire/endpoint.ts'
import { createdIn, page } from '../wire/pagination.ts'
import { existing } from '../wire/call.ts'
import { faultsOfResponse } from '../wire/schemas.ts'
import type { ResponseName } from '../wire/wire-types.ts'
import { present } from '../wire/expand.ts'
import { matches } from './event-pattern.ts'
import { enqueue, undelivered } from './deliveries.ts'

export const apiVersion = Stripe.API_VERSION

/** Records the fact and its deliveries in the transaction of the change itself. `account` is the connected account it happened on. */
export function say(
  call: Call,
  type: Stripe.Event.Type,
  object: object,
  { account = call.account, previous }: { account?: string; previous?: object } = {},
): void {
  const event: Stripe.EventBase = {
    id: stripeId('evt'),
    object: 'event',
    ...(account === call.platform ? {} : { account }),
    api_version: apiVersion,
    created: call.now,
    data: { object: present(call, { ...object }), ...(previous && { previous_attributes: previous }) },
    livemode: false,
    pending_webhooks: 0,
    request: { id: call.request.id, idempotency_key: call.request.idempotencyKey },
    type,
  }
  const shape = shapes[String((object as { object?: string }).object)]
  const faults = shape && faultsOfResponse(shape, event.data.object)
  if (faults) throw new Error(`The event ${type} breaks the SDK's types: ${faults}`)
  objects.insert(call.db, account, event)
  enqueue(call, event)
}

const shapes: Record<string, ResponseName> = {
  account: 'Account',
  charge: 'Charge',
  customer: 'Customer',
  dispute: 'Dispute',
  payment_intent: 'PaymentIntent',
  payment_method: 'PaymentMethod',
  payout: 'Payout',
  refund: 'Refund',
  transfer: 'Transfer',
}

const current = (call: Call, event: Stripe.EventBase): Stripe.EventBase => ({
  ...event,
  pending_webhooks: undelivered(call.db, event.id),
})

export const events = [
  endpoint({
    method: 'get',
    path: '/v1/events/:id',
    params: 'EventRetrieveParams',
    honours: [],
    returns: 'EventBase',
    answer: (call, _, id: string) => current(call, existing(call, 'event', id)),
  }),
  list({
    path: '/v1/events',
    params: 'EventListParams',
    honours: ['type', 'types', 'created'],
    returns: 'EventBase',
    answer: (call, params) => {
      const wanted = params.types ?? (params.type ? [params.type] : null)
      const all = objects
        .all(call.db, 'event', call.account)
        .filter((event) => !wanted || wanted.some((pattern) => matches(pattern, event.type)))
        .filter(createdIn(params.created))
      const found = page(all, params, '/v1/events')
      return { ...found, data: found.data.map((event) => current(call, event)) }
    },
  }),
]
