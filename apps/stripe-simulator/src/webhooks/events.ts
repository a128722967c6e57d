import Stripe from 'stripe'
import type { Context } from '../api/context.ts'
import { listEndpoint, retrieveEndpoint } from '../api/endpoint.ts'
import { present } from '../api/expand.ts'
import { responseErrors } from '../api/schemas.ts'
import type { ResponseName } from '../api/sdk-types.ts'
import * as objects from '../database/objects.ts'
import { stripeId } from '../ids.ts'
import { enqueueNewEvent, matchesType } from './deliveries.ts'

export const apiVersion = Stripe.API_VERSION

/** `account` is the connected account it happened on, `previous` what the changed fields were before. */
type EventOptions = { account?: string; previous?: object }

/** Stores the event and its deliveries in the transaction of the change itself. */
export function createEvent(
  context: Context,
  type: Stripe.Event.Type,
  object: object,
  { account = context.account, previous }: EventOptions = {},
): void {
  const event: Stripe.EventBase = {
    id: stripeId('evt'),
    object: 'event',
    ...(account === context.platform ? {} : { account }),
    api_version: apiVersion,
    created: context.now,
    data: { object: present(context, { ...object }), ...(previous && { previous_attributes: previous }) },
    livemode: false,
    pending_webhooks: 0,
    request: { id: context.request.id, idempotency_key: context.request.idempotencyKey },
    type,
  }
  const returns = responseNames[String((object as { object?: string }).object)]
  const errors = returns && responseErrors(returns, event.data.object)
  if (errors) throw new Error(`The event ${type} breaks the SDK's types: ${errors}`)
  objects.insert(context.db, account, event)
  enqueueNewEvent(context, event)
}

/** Stores the changed object together with the event that says so. */
export function updateWithEvent<T extends objects.Kinds[objects.Kind]>(
  context: Context,
  type: Stripe.Event.Type,
  changed: T,
  options: EventOptions = {},
): T {
  objects.update(context.db, changed)
  createEvent(context, type, changed, options)
  return changed
}

const responseNames: Record<string, ResponseName> = {
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

export const events = [
  retrieveEndpoint({ path: '/v1/events/:id', params: 'EventRetrieveParams', returns: 'EventBase', kind: 'event' }),
  listEndpoint({
    path: '/v1/events',
    params: 'EventListParams',
    supports: ['type', 'types', 'created'],
    returns: 'EventBase',
    find: (context, { type, types = type ? [type] : ['*'] }) =>
      objects
        .list(context.db, 'event', context.account)
        .filter((event) => types.some((pattern) => matchesType(pattern, event.type))),
  }),
]
