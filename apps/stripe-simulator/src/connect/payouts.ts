import type Stripe from 'stripe'
import { setAlarm } from '../books/alarms.ts'
import { stripeId } from '../books/ids.ts'
import { DAYS, enter, fundsIn } from '../books/ledger.ts'
import * as objects from '../books/objects.ts'
import { checkAmount, currencyOf } from '../payments/amounts.ts'
import { say } from '../webhooks/events.ts'
import { type Call, existing } from '../wire/call.ts'
import { endpoint, list } from '../wire/endpoint.ts'
import { merged } from '../wire/metadata.ts'
import { createdIn, page } from '../wire/pagination.ts'
import { invalid } from '../wire/refusal.ts'
import { connectedAccount } from './accounts.ts'

const onTheWay = 2 * DAYS

function payOut(call: Call, params: Stripe.PayoutCreateParams): Stripe.Payout {
  const currency = currencyOf(params.currency)
  checkAmount(params.amount, currency)
  const account = connectedAccount(call, call.account)
  const bank = account.external_accounts?.data[0]
  if (account.id !== call.platform && (!account.payouts_enabled || !bank)) {
    throw invalid('Cannot create payouts: this account has payouts disabled.', { code: 'payouts_not_allowed' })
  }
  if (fundsIn(call.db, account.id, currency, call.now).available < params.amount) {
    throw invalid('You have insufficient funds in your Stripe account for this transfer.', {
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
    arrival_date: call.now + onTheWay,
    automatic: false,
    balance_transaction: movePayout(call, id, -params.amount, currency, 'payout'),
    created: call.now,
    currency,
    description: params.description ?? null,
    destination: bank?.id ?? null,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: merged({}, params.metadata),
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
  objects.insert(call.db, account.id, payout)
  setAlarm(call.db, payout.arrival_date, 'payout-arrives', id)
  say(call, 'payout.created', payout)
  return payout
}

const movePayout = (call: Call, source: string, amount: number, currency: string, type: 'payout' | 'payout_cancel') =>
  enter(call.db, {
    account: call.account,
    type,
    reportingCategory: amount < 0 ? 'payout' : 'payout_reversal',
    amount,
    currency,
    source,
    description: 'STRIPE PAYOUT',
    now: call.now,
    availableOn: call.now,
  }).id

export function payoutArrives(call: Call, payout: Stripe.Payout): void {
  if (payout.status !== 'pending') return
  const paid = { ...payout, status: 'paid' }
  objects.update(call.db, paid)
  say(call, 'payout.paid', paid, { previous: { status: payout.status } })
}

export const payouts = [
  endpoint({
    method: 'post',
    path: '/v1/payouts',
    params: 'PayoutCreateParams',
    honours: ['amount', 'currency', 'description', 'metadata', 'statement_descriptor'],
    returns: 'Payout',
    answer: payOut,
  }),
  endpoint({
    method: 'get',
    path: '/v1/payouts/:id',
    params: 'PayoutRetrieveParams',
    honours: [],
    returns: 'Payout',
    answer: (call, _, id: string) => existing(call, 'payout', id),
  }),
  endpoint({
    method: 'post',
    path: '/v1/payouts/:id/cancel',
    params: 'PayoutCancelParams',
    honours: [],
    returns: 'Payout',
    answer: (call, _, id: string) => {
      const payout = existing(call, 'payout', id)
      if (payout.status !== 'pending') throw invalid(`Payouts with a status of ${payout.status} cannot be canceled.`)
      movePayout(call, id, payout.amount, payout.currency, 'payout_cancel')
      const canceled = { ...payout, status: 'canceled' }
      objects.update(call.db, canceled)
      say(call, 'payout.canceled', canceled, { previous: { status: payout.status } })
      return canceled
    },
  }),
  list({
    path: '/v1/payouts',
    params: 'PayoutListParams',
    honours: ['status', 'created'],
    returns: 'Payout',
    answer: (call, { created, status, ...cursor }) =>
      page(
        objects.all(call.db, 'payout', call.account, status ? { status } : {}).filter(createdIn(created)),
        cursor,
        '/v1/payouts',
      ),
  }),
]
