import type Stripe from 'stripe'
import { type Context, retrieve } from '../api/context.ts'
import { endpoint, listEndpoint } from '../api/endpoint.ts'
import { invalidRequest, StripeError } from '../api/error.ts'
import { mergeMetadata } from '../api/params.ts'
import { balancesOf } from '../database/balance-transactions.ts'
import * as objects from '../database/objects.ts'
import { randomText } from '../ids.ts'
import { createEvent, updateWithEvent } from '../webhooks/events.ts'
import { businessProfile, changeCapabilities, newAccount, requestedCapabilities } from './account.ts'

export const updateAccount = (context: Context, changed: Stripe.Account): Stripe.Account =>
  updateWithEvent(context, 'account.updated', changed, { account: changed.id })

/** The owner ends the platform's access: the event says so, and from then on the platform does not see the account. */
export function deauthorize(context: Context, account: Stripe.Account): { deauthorized: string } {
  const application = { id: 'ca_simulator', object: 'application', name: null }
  createEvent(context, 'account.application.deauthorized', application, { account: account.id })
  objects.remove(context.db, account.id)
  return { deauthorized: account.id }
}

export const connectedAccount = (context: Context, id: string) =>
  retrieve({ ...context, account: context.platform }, 'account', id)

/** Accounts belong to the platform; an account may also retrieve itself. */
function accountOf(context: Context, id: string): Stripe.Account {
  const isOwn = context.account === context.platform || context.account === id
  const found = isOwn ? objects.find(context.db, 'account', context.platform, id) : undefined
  if (!found) throw noAccess(id)
  return found
}

export const noAccess = (id: string) =>
  new StripeError(403, {
    type: 'invalid_request_error',
    code: 'account_invalid',
    message: `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
  })

export const accounts = [
  endpoint({
    method: 'post',
    path: '/v1/accounts',
    params: 'AccountCreateParams',
    supports: [
      ...(['type', 'controller', 'country', 'email', 'capabilities', 'business_type'] as const),
      ...(['business_profile', 'default_currency', 'metadata'] as const),
    ],
    returns: 'Account',
    handle: (context, params) => {
      if (params.type && params.controller)
        throw invalidRequest('You may not specify both `type` and `controller`.', { param: 'type' })
      const account = newAccount(context, params)
      objects.insert(context.db, context.platform, account)
      createEvent(context, 'account.updated', account, { account: account.id })
      return account
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/account',
    params: 'AccountRetrieveParams',
    supports: [],
    returns: 'Account',
    handle: (context) => accountOf(context, context.account),
  }),
  endpoint({
    method: 'get',
    path: '/v1/accounts/:id',
    params: 'AccountRetrieveParams',
    supports: [],
    returns: 'Account',
    handle: (context, _, id: string) => accountOf(context, id),
  }),
  endpoint({
    method: 'post',
    path: '/v1/accounts/:id',
    params: 'AccountUpdateParams',
    supports: ['email', 'capabilities', 'business_type', 'business_profile', 'metadata'],
    returns: 'Account',
    handle: (context, params, id: string) => {
      const account = accountOf(context, id)
      const changed: Stripe.Account = {
        ...account,
        email: params.email ?? account.email,
        business_type: params.business_type ?? account.business_type ?? null,
        business_profile: businessProfile(params.business_profile, account.business_profile ?? null),
        metadata: mergeMetadata(account.metadata ?? {}, params.metadata),
      }
      return updateAccount(
        context,
        params.capabilities ? changeCapabilities(changed, requestedCapabilities(params)) : changed,
      )
    },
  }),
  endpoint({
    method: 'delete',
    path: '/v1/accounts/:id',
    params: 'AccountDeleteParams',
    supports: [],
    returns: 'DeletedAccount',
    handle: (context, _, id: string) => {
      if (id === context.platform) throw invalidRequest('You cannot delete your own account.')
      const account = accountOf(context, id)
      if (balancesOf(context.db, id, context.now).some(({ available, pending }) => available !== 0 || pending !== 0)) {
        throw invalidRequest('This account cannot be deleted: its balance is not zero.')
      }
      objects.remove(context.db, account.id)
      return { id, object: 'account' as const, deleted: true as const }
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/accounts/:id/login_links',
    params: 'AccountCreateLoginLinkParams',
    supports: [],
    returns: 'LoginLink',
    handle: (context, _, id: string) => {
      if (!accountOf(context, id).details_submitted) {
        throw invalidRequest('Cannot create a login link for an account that has not completed onboarding.')
      }
      return {
        object: 'login_link' as const,
        created: context.now,
        url: `${context.origin}/express/${id}/${randomText(12)}`,
      }
    },
  }),
  listEndpoint({
    path: '/v1/accounts',
    params: 'AccountListParams',
    supports: ['created'],
    returns: 'Account',
    find: ({ db, platform }) => objects.list(db, 'account', platform).filter(({ id }) => id !== platform),
  }),
]
