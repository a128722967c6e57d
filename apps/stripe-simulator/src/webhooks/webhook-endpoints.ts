import type { DatabaseSync } from 'node:sqlite'
import type Stripe from 'stripe'
import { randomText, stripeId } from '../books/ids.ts'
import * as objects from '../books/objects.ts'
import type { Call } from '../wire/call.ts'
import { endpoint, list } from '../wire/endpoint.ts'
import { merged } from '../wire/metadata.ts'
import { page } from '../wire/pagination.ts'
import { invalid, noSuch } from '../wire/refusal.ts'
import { apiVersion } from './events.ts'

type Wanted = { url: string; enabledEvents: string[]; connect: boolean; secret: string; now: number; platform: string }

function add(db: DatabaseSync, wanted: Wanted, more: Partial<Stripe.WebhookEndpoint> = {}): Stripe.WebhookEndpoint {
  const added: Stripe.WebhookEndpoint = {
    id: stripeId('we'),
    object: 'webhook_endpoint',
    api_version: apiVersion,
    application: null,
    created: wanted.now,
    description: null,
    enabled_events: wanted.enabledEvents,
    livemode: false,
    metadata: {},
    status: 'enabled',
    url: wanted.url,
    ...more,
  }
  objects.insert(db, wanted.platform, added, { connect: wanted.connect, secret: wanted.secret })
  return added
}

/** The endpoints named in the environment keep their secret over restarts, also when the address changes. */
export function keepEndpoint(db: DatabaseSync, wanted: Wanted): void {
  const purpose = wanted.connect ? 'environment, connected accounts' : 'environment, platform'
  const known = objects.all(db, 'webhook_endpoint', wanted.platform).find(({ description }) => description === purpose)
  if (!known) return void add(db, wanted, { description: purpose })
  objects.update(db, { ...known, url: wanted.url })
  objects.remember(db, known.id, { secret: wanted.secret })
}

const found = (call: Call, id: string) => {
  const known = objects.find(call.db, 'webhook_endpoint', call.account, id)
  if (!known) throw noSuch('webhook endpoint', id)
  return known
}

const urlChecked = (url: string) => {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw invalid('Invalid URL: An explicit scheme (such as https) must be provided.', {
      code: 'url_invalid',
      param: 'url',
    })
  }
  return url
}

export const webhookEndpoints = [
  endpoint({
    method: 'post',
    path: '/v1/webhook_endpoints',
    params: 'WebhookEndpointCreateParams',
    honours: ['url', 'enabled_events', 'connect', 'description', 'metadata', 'api_version'],
    returns: 'WebhookEndpoint',
    answer: (call, params) => {
      const secret = `whsec_${randomText(32)}`
      if (params.api_version && params.api_version !== apiVersion)
        throw invalid(`The simulator speaks ${apiVersion} only.`, { param: 'api_version' })
      const added = add(
        call.db,
        {
          url: urlChecked(params.url),
          enabledEvents: params.enabled_events,
          connect: params.connect ?? false,
          secret,
          now: call.now,
          platform: call.account,
        },
        { description: params.description || null, metadata: merged({}, params.metadata) },
      )
      return { ...added, secret }
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/webhook_endpoints/:id',
    params: 'WebhookEndpointRetrieveParams',
    honours: [],
    returns: 'WebhookEndpoint',
    answer: (call, _, id: string) => found(call, id),
  }),
  endpoint({
    method: 'post',
    path: '/v1/webhook_endpoints/:id',
    params: 'WebhookEndpointUpdateParams',
    honours: ['url', 'enabled_events', 'disabled', 'description', 'metadata'],
    returns: 'WebhookEndpoint',
    answer: (call, params, id: string) => {
      const known = found(call, id)
      const changed = {
        ...known,
        url: params.url ? urlChecked(params.url) : known.url,
        enabled_events: params.enabled_events ?? known.enabled_events,
        status: params.disabled === undefined ? known.status : params.disabled ? 'disabled' : 'enabled',
        description: params.description === undefined ? known.description : params.description || null,
        metadata: merged(known.metadata, params.metadata),
      }
      objects.update(call.db, changed)
      return changed
    },
  }),
  endpoint({
    method: 'delete',
    path: '/v1/webhook_endpoints/:id',
    params: 'WebhookEndpointDeleteParams',
    honours: [],
    returns: 'DeletedWebhookEndpoint',
    answer: (call, _, id: string) => {
      objects.remove(call.db, found(call, id).id)
      return { id, object: 'webhook_endpoint' as const, deleted: true as const }
    },
  }),
  list({
    path: '/v1/webhook_endpoints',
    params: 'WebhookEndpointListParams',
    honours: [],
    returns: 'WebhookEndpoint',
    answer: (call, params) =>
      page(objects.all(call.db, 'webhook_endpoint', call.account), params, '/v1/webhook_endpoints'),
  }),
]
