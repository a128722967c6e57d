import type Stripe from 'stripe'
import { type Context, retrieve } from '../api/context.ts'
import { endpoint, listEndpoint, retrieveEndpoint } from '../api/endpoint.ts'
import { invalidRequest } from '../api/error.ts'
import { mergeMetadata } from '../api/params.ts'
import { addBalanceTransaction, balanceIn, DAYS } from '../database/balance-transactions.ts'
import { scheduleJob } from '../database/jobs.ts'
import * as objects from '../database/objects.ts'
import { stripeId } from '../ids.ts'
import { checkAmount, parseCurrency } from '../payments/amounts.ts'
import { createEvent, updateWithEvent } from '../webhooks/events.ts'
import { connectedAccount } from './accounts.ts'

const arrivesAfter = 2 * DAYS

function createPayout(context: Context, params: Stripe.PayoutCreateParams): Stripe.Payout {
  const currency = parseCurrency(params.currency)
  checkAmount(params.amount, currency)
  const account = connectedAccount(context, context.account)
  const bank = account.external_accounts?.data[0]
  if (account.id !== context.platform && (!account.payouts_enabled || !bank)) {
    throw invalidRequest('Cannot create payouts: this account has payouts disabled.', { code: 'payouts_not_allowed' })
  }
  if (balanceIn(context.db, account.id, currency, context.now).available < params.amount) {
    throw invalidRequest('You have insufficient funds in your Stripe account for this transfer.', {
      code: 'balance_insufficient',
    })
  }
  const id = stripeId('po')
  const payout: Stripe.Payout = {
    id,
    object: 'payout',
    amount: params.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: context.now + arrivesAfter,
    automatic: false,
    balance_transaction: addPayoutTransaction(context, id, -params.amount, currency, 'payout'),
    created: context.now,
    currency,
    description: params.description ?? null,
    destination: bank?.id ?? null,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: params.statement_descriptor ?? null,
    status: 'pending',
    trace_id: null,
    type: 'bank_account',
  }
  objects.insert(context.db, account.id, payout)
  scheduleJob(context.db, payout.arrival_date, 'payout-arrives', id)
  createEvent(context, 'payout.created', payout)
  return payout
}

const addPayoutTransaction = (
  context: Context,
  source: string,
  amount: number,
  currency: string,
  type: 'payout' | 'payout_cancel',
) =>
  addBalanceTransaction(context.db, {
    account: context.account,
    type,
    reportingCategory: amount < 0 ? 'payout' : 'payout_reversal',
    amount,
    currency,
    source,
    description: 'STRIPE PAYOUT',
    now: context.now,
    availableOn: context.now,
  }).id

export function payoutArrives(context: Context, payout: Stripe.Payout): void {
  if (payout.status !== 'pending') return
  updateWithEvent(context, 'payout.paid', { ...payout, status: 'paid' }, { previous: { status: payout.status } })
}

export const payouts = [
  endpoint({
    method: 'post',
    path: '/v1/payouts',
    params: 'PayoutCreateParams',
    supports: ['amount', 'currency', 'description', 'metadata', 'statement_descriptor'],
    returns: 'Payout',
    handle: createPayout,
  }),
  retrieveEndpoint({ path: '/v1/payouts/:id', params: 'PayoutRetrieveParams', returns: 'Payout', kind: 'payout' }),
  endpoint({
    method: 'post',
    path: '/v1/payouts/:id/cancel',
    params: 'PayoutCancelParams',
    supports: [],
    returns: 'Payout',
    handle: (context, _, id: string) => {
      const payout = retrieve(context, 'payout', id)
      if (payout.status !== 'pending')
        throw invalidRequest(`Payouts with a status of ${payout.status} cannot be canceled.`)
      addPayoutTransaction(context, id, payout.amount, payout.currency, 'payout_cancel')
      const previous = { status: payout.status }
      return updateWithEvent(context, 'payout.canceled', { ...payout, status: 'canceled' }, { previous })
    },
  }),
  listEndpoint({
    path: '/v1/payouts',
    params: 'PayoutListParams',
    supports: ['status', 'created'],
    returns: 'Payout',
    find: ({ db, account }, { status }) => objects.list(db, 'payout', account, { status }),
  }),
]
