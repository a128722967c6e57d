import type Stripe from 'stripe'
import { setAlarm } from '../books/alarms.ts'
import { stripeId } from '../books/ids.ts'
import { DAYS, enter } from '../books/ledger.ts'
import * as objects from '../books/objects.ts'
import { say } from '../webhooks/events.ts'
import { type Call, existing, idOf } from '../wire/call.ts'
import { endpoint, list } from '../wire/endpoint.ts'
import { merged } from '../wire/metadata.ts'
import { createdIn, page } from '../wire/pagination.ts'
import { invalid } from '../wire/refusal.ts'
import { checkAmount } from './amounts.ts'
import { cardWith } from './cards.ts'

function chargeToRefund(call: Call, params: Stripe.RefundCreateParams): Stripe.Charge {
  if (params.charge && params.payment_intent) {
    throw invalid('You may only specify one of these parameters: charge, payment_intent.', { param: 'payment_intent' })
  }
  if (params.charge) return existing(call, 'charge', params.charge, 'charge')
  if (!params.payment_intent) {
    throw invalid('One of the following params should be provided for this request: payment_intent or charge.', {
      code: 'parameter_missing',
    })
  }
  const intent = existing(call, 'payment_intent', params.payment_intent)
  if (intent.status !== 'succeeded') {
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      param: 'payment_intent',
    })
  }
  return existing(call, 'charge', idOf(intent.latest_charge) ?? '')
}

function checkRefundable(charge: Stripe.Charge, amount: number): void {
  const left = charge.amount_captured - charge.amount_refunded
  if (charge.disputed)
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' })
  if (!charge.captured) throw invalid(`Charge ${charge.id} has not been captured.`, { code: 'charge_not_captured' })
  if (left === 0) throw invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  checkAmount(amount, charge.currency)
  if (amount > left) {
    throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    })
  }
}

function refund(call: Call, charge: Stripe.Charge, params: Stripe.RefundCreateParams): Stripe.Refund {
  const amount = params.amount ?? charge.amount_captured - charge.amount_refunded
  checkRefundable(charge, amount)
  const id = stripeId('re')
  const taken = enter(call.db, {
    account: call.account,
    type: 'refund',
    reportingCategory: 'refund',
    amount: -amount,
    currency: charge.currency,
    source: id,
    description: 'REFUND FOR CHARGE',
    now: call.now,
    availableOn: call.now,
  })
  const { after } = cardWith(charge.payment_method_details?.card?.fingerprint)
  const made: Stripe.Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: taken.id,
    charge: charge.id,
    created: call.now,
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    destination_details: {
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
      type: 'card',
    },
    metadata: merged({}, params.metadata),
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: after === 'refund-pending' ? 'pending' : 'succeeded',
    transfer_reversal: null,
  }
  objects.insert(call.db, call.account, made)
  if (after === 'refund-pending') setAlarm(call.db, call.now + 5 * DAYS, 'refund-succeeds', id)
  if (after === 'refund-fails') setAlarm(call.db, call.now + DAYS, 'refund-fails', id)
  const amountRefunded = charge.amount_refunded + amount
  const refunded = { ...charge, amount_refunded: amountRefunded, refunded: amountRefunded === charge.amount_captured }
  objects.update(call.db, refunded)
  say(call, 'refund.created', made)
  say(call, 'charge.refunded', refunded, {
    previous: { amount_refunded: charge.amount_refunded, refunded: charge.refunded },
  })
  return made
}

export function refundSucceeds(call: Call, pending: Stripe.Refund): void {
  const done = { ...pending, status: 'succeeded' }
  objects.update(call.db, done)
  say(call, 'refund.updated', done, { previous: { status: pending.status } })
  say(call, 'charge.refund.updated', done, { previous: { status: pending.status } })
}

/** The bank sent the money back: it is the account's again, and the charge counts as not refunded. */
export function refundFails(call: Call, paid: Stripe.Refund): void {
  const returned = enter(call.db, {
    account: call.account,
    type: 'refund_failure',
    reportingCategory: 'refund_failure',
    amount: paid.amount,
    currency: paid.currency,
    source: paid.id,
    description: 'REFUND FAILURE',
    now: call.now,
    availableOn: call.now,
  })
  const failed = {
    ...paid,
    status: 'failed',
    failure_reason: 'lost_or_stolen_card',
    failure_balance_transaction: returned.id,
  }
  objects.update(call.db, failed)
  const charge = existing(call, 'charge', idOf(paid.charge) ?? '')
  objects.update(call.db, { ...charge, amount_refunded: charge.amount_refunded - paid.amount, refunded: false })
  say(call, 'refund.failed', failed, { previous: { status: paid.status } })
  say(call, 'refund.updated', failed, { previous: { status: paid.status } })
  say(call, 'charge.refund.updated', failed, { previous: { status: paid.status } })
}

export const refunds = [
  endpoint({
    method: 'post',
    path: '/v1/refunds',
    params: 'RefundCreateParams',
    honours: ['amount', 'charge', 'payment_intent', 'reason', 'metadata'],
    returns: 'Refund',
    answer: (call, params) => refund(call, chargeToRefund(call, params), params),
  }),
  endpoint({
    method: 'get',
    path: '/v1/refunds/:id',
    params: 'RefundRetrieveParams',
    honours: [],
    returns: 'Refund',
    answer: (call, _, id: string) => existing(call, 'refund', id),
  }),
  endpoint({
    method: 'post',
    path: '/v1/refunds/:id',
    params: 'RefundUpdateParams',
    honours: ['metadata'],
    returns: 'Refund',
    answer: (call, { metadata }, id: string) => {
      const known = existing(call, 'refund', id)
      const changed = { ...known, metadata: merged(known.metadata, metadata) }
      objects.update(call.db, changed)
      say(call, 'refund.updated', changed)
      return changed
    },
  }),
  list({
    path: '/v1/refunds',
    params: 'RefundListParams',
    honours: ['charge', 'payment_intent', 'created'],
    returns: 'Refund',
    answer: (call, { charge, payment_intent, created, ...cursor }) => {
      const where = { ...(charge && { charge }), ...(payment_intent && { payment_intent }) }
      return page(objects.all(call.db, 'refund', call.account, where).filter(createdIn(created)), cursor, '/v1/refunds')
    },
  }),
]
