import type Stripe from 'stripe'
import { type Context, retrieve } from '../api/context.ts'
import { endpoint, listEndpoint, retrieveEndpoint } from '../api/endpoint.ts'
import { invalidRequest } from '../api/error.ts'
import { isHttpUrl, mergeMetadata, updatedText } from '../api/params.ts'
import * as objects from '../database/objects.ts'
import { randomText, stripeId } from '../ids.ts'
import { apiVersion } from './events.ts'

type Options = { url: string; enabledEvents: string[]; connect: boolean; secret: string }

function add(
  { db, now, account }: Context,
  { url, enabledEvents, connect, secret }: Options,
  more: Partial<Stripe.WebhookEndpoint> = {},
): Stripe.WebhookEndpoint {
  const added: Stripe.WebhookEndpoint = {
    id: stripeId('we'),
    object: 'webhook_endpoint',
    api_version: apiVersion,
    application: null,
    created: now,
    description: null,
    enabled_events: enabledEvents,
    livemode: false,
    metadata: {},
    status: 'enabled',
    url,
    ...more,
  }
  objects.insert(db, account, added, { connect, secret })
  return added
}

/** The endpoints named in the environment keep their secret over restarts, also when the address changes. */
export function saveConfiguredEndpoint(context: Context, options: Options): void {
  const description = options.connect ? 'environment, connected accounts' : 'environment, platform'
  const saved = objects
    .list(context.db, 'webhook_endpoint', context.platform)
    .find((endpoint) => endpoint.description === description)
  if (!saved) return void add(context, options, { description })
  objects.update(context.db, { ...saved, url: options.url })
  objects.addInternalFields(context.db, saved.id, { secret: options.secret })
}

function checkUrl(url: string): string {
  if (isHttpUrl(url)) return url
  throw invalidRequest('Invalid URL: An explicit scheme (such as https) must be provided.', {
    code: 'url_invalid',
    param: 'url',
  })
}

export const webhookEndpoints = [
  endpoint({
    method: 'post',
    path: '/v1/webhook_endpoints',
    params: 'WebhookEndpointCreateParams',
    supports: ['url', 'enabled_events', 'connect', 'description', 'metadata', 'api_version'],
    returns: 'WebhookEndpoint',
    handle: (context, params) => {
      const secret = `whsec_${randomText(32)}`
      if (params.api_version && params.api_version !== apiVersion)
        throw invalidRequest(`The simulator speaks ${apiVersion} only.`, { param: 'api_version' })
      const options = {
        url: checkUrl(params.url),
        enabledEvents: params.enabled_events,
        connect: params.connect ?? false,
        secret,
      }
      const added = add(context, options, {
        description: params.description || null,
        metadata: mergeMetadata({}, params.metadata),
      })
      return { ...added, secret }
    },
  }),
  retrieveEndpoint({
    path: '/v1/webhook_endpoints/:id',
    params: 'WebhookEndpointRetrieveParams',
    returns: 'WebhookEndpoint',
    kind: 'webhook_endpoint',
  }),
  endpoint({
    method: 'post',
    path: '/v1/webhook_endpoints/:id',
    params: 'WebhookEndpointUpdateParams',
    supports: ['url', 'enabled_events', 'disabled', 'description', 'metadata'],
    returns: 'WebhookEndpoint',
    handle: (context, params, id: string) => {
      const current = retrieve(context, 'webhook_endpoint', id)
      const changed = {
        ...current,
        url: params.url ? checkUrl(params.url) : current.url,
        enabled_events: params.enabled_events ?? current.enabled_events,
        status: params.disabled === undefined ? current.status : params.disabled ? 'disabled' : 'enabled',
        description: updatedText(params.description, current.description),
        metadata: mergeMetadata(current.metadata, params.metadata),
      }
      objects.update(context.db, changed)
      return changed
    },
  }),
  endpoint({
    method: 'delete',
    path: '/v1/webhook_endpoints/:id',
    params: 'WebhookEndpointDeleteParams',
    supports: [],
    returns: 'DeletedWebhookEndpoint',
    handle: (context, _, id: string) => {
      objects.remove(context.db, retrieve(context, 'webhook_endpoint', id).id)
      return { id, object: 'webhook_endpoint' as const, deleted: true as const }
    },
  }),
  listEndpoint({
    path: '/v1/webhook_endpoints',
    params: 'WebhookEndpointListParams',
    supports: [],
    returns: 'WebhookEndpoint',
    find: ({ db, account }) => objects.list(db, 'webhook_endpoint', account),
  }),
]
