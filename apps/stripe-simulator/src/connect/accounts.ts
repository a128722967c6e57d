import { randomText } from '../books/ids.ts'
import { fundsOf } from '../books/ledger.ts'
import * as objects from '../books/objects.ts'
import { say } from '../webhooks/events.ts'
import { type Call, existing } from '../wire/call.ts'
import { endpoint, list } from '../wire/endpoint.ts'
import { merged } from '../wire/metadata.ts'
import { createdIn, page } from '../wire/pagination.ts'
import { invalid, Refusal } from '../wire/refusal.ts'
import type Stripe from 'stripe'
import { open, profile, reconsidered, requestedIn } from './account.ts'

export function changeAccount(call: Call, changed: Stripe.Account): Stripe.Account {
  objects.update(call.db, changed)
  say(call, 'account.updated', changed, { account: changed.id })
  return changed
}

/** Accounts live in the platform's books; an account may also ask for itself. */
function accountOf(call: Call, id: string): Stripe.Account {
  const isOwn = call.account === call.platform || call.account === id
  const found = isOwn ? objects.find(call.db, 'account', call.platform, id) : undefined
  if (!found) throw noAccess(id)
  return found
}

export const noAccess = (id: string) =>
  new Refusal(403, {
    type: 'invalid_request_error',
    code: 'account_invalid',
    message: `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
  })

export const accounts = [
  endpoint({
    method: 'post',
    path: '/v1/accounts',
    params: 'AccountCreateParams',
    honours: [
      'type',
      'controller',
      'country',
      'email',
      'capabilities',
      'business_type',
      'business_profile',
      'default_currency',
      'metadata',
    ],
    returns: 'Account',
    answer: (call, params) => {
      if (params.type && params.controller)
        throw invalid('You may not specify both `type` and `controller`.', { param: 'type' })
      const account = open(call, params)
      objects.insert(call.db, call.platform, account)
      say(call, 'account.updated', account, { account: account.id })
      return account
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/account',
    params: 'AccountRetrieveParams',
    honours: [],
    returns: 'Account',
    answer: (call) => accountOf(call, call.account),
  }),
  endpoint({
    method: 'get',
    path: '/v1/accounts/:id',
    params: 'AccountRetrieveParams',
    honours: [],
    returns: 'Account',
    answer: (call, _, id: string) => accountOf(call, id),
  }),
  endpoint({
    method: 'post',
    path: '/v1/accounts/:id',
    params: 'AccountUpdateParams',
    honours: ['email', 'capabilities', 'business_type', 'business_profile', 'metadata'],
    returns: 'Account',
    answer: (call, params, id: string) => {
      const account = accountOf(call, id)
      const changed: Stripe.Account = {
        ...account,
        email: params.email ?? account.email,
        business_type: params.business_type ?? account.business_type ?? null,
        business_profile: profile(params.business_profile, account.business_profile ?? null),
        metadata: merged(account.metadata ?? {}, params.metadata),
      }
      return changeAccount(call, params.capabilities ? reconsidered(changed, requestedIn(params)) : changed)
    },
  }),
  endpoint({
    method: 'delete',
    path: '/v1/accounts/:id',
    params: 'AccountDeleteParams',
    honours: [],
    returns: 'DeletedAccount',
    answer: (call, _, id: string) => {
      if (id === call.platform) throw invalid('You cannot delete your own account.')
      const account = accountOf(call, id)
      if (fundsOf(call.db, id, call.now).some(({ available, pending }) => available !== 0 || pending !== 0)) {
        throw invalid('This account cannot be deleted: its balance is not zero.')
      }
      objects.remove(call.db, account.id)
      return { id, object: 'account' as const, deleted: true as const }
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/accounts/:id/login_links',
    params: 'AccountCreateLoginLinkParams',
    honours: [],
    returns: 'LoginLink',
    answer: (call, _, id: string) => {
      if (!accountOf(call, id).details_submitted) {
        throw invalid('Cannot create a login link for an account that has not completed onboarding.')
      }
      return { object: 'login_link' as const, created: call.now, url: `${call.origin}/express/${id}/${randomText(12)}` }
    },
  }),
  list({
    path: '/v1/accounts',
    params: 'AccountListParams',
    honours: ['created'],
    returns: 'Account',
    answer: (call, { created, ...cursor }) => {
      const others = objects.all(call.db, 'account', call.platform).filter(({ id }) => id !== call.platform)
      return page(others.filter(createdIn(created)), cursor, '/v1/accounts')
    },
  }),
]

export const connectedAccount = (call: Call, id: string) => existing({ ...call, account: call.platform }, 'account', id)
