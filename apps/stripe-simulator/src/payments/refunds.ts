import type Stripe from 'stripe'
import { type Context, idOf, retrieve } from '../api/context.ts'
import { endpoint, listEndpoint, retrieveEndpoint } from '../api/endpoint.ts'
import { invalidRequest } from '../api/error.ts'
import { mergeMetadata } from '../api/params.ts'
import { addBalanceTransaction, DAYS } from '../database/balance-transactions.ts'
import { scheduleJob } from '../database/jobs.ts'
import * as objects from '../database/objects.ts'
import { stripeId } from '../ids.ts'
import { createEvent, updateWithEvent } from '../webhooks/events.ts'
import { checkAmount } from './amounts.ts'
import { cardByFingerprint } from './cards.ts'
import { closeInquiries, isChargedBack } from './disputes.ts'

function findCharge(context: Context, params: Stripe.RefundCreateParams): Stripe.Charge {
  if (params.charge && params.payment_intent) {
    throw invalidRequest('You may only specify one of these parameters: charge, payment_intent.', {
      param: 'payment_intent',
    })
  }
  if (params.charge) return retrieve(context, 'charge', params.charge, 'charge')
  if (!params.payment_intent) {
    throw invalidRequest('One of the following params should be provided for this request: payment_intent or charge.', {
      code: 'parameter_missing',
    })
  }
  const intent = retrieve(context, 'payment_intent', params.payment_intent)
  if (intent.status !== 'succeeded') {
    throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      param: 'payment_intent',
    })
  }
  return retrieve(context, 'charge', idOf(intent.latest_charge) ?? '')
}

function checkRefundable(context: Context, charge: Stripe.Charge, amount: number): void {
  const left = charge.amount_captured - charge.amount_refunded
  if (isChargedBack(context, charge))
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    })
  if (!charge.captured)
    throw invalidRequest(`Charge ${charge.id} has not been captured.`, { code: 'charge_not_captured' })
  if (left === 0)
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  checkAmount(amount, charge.currency)
  if (amount > left) {
    throw invalidRequest(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    })
  }
}

function createRefund(context: Context, charge: Stripe.Charge, params: Stripe.RefundCreateParams): Stripe.Refund {
  const amount = params.amount ?? charge.amount_captured - charge.amount_refunded
  checkRefundable(context, charge, amount)
  const id = stripeId('re')
  const transaction = addBalanceTransaction(context.db, {
    account: context.account,
    type: 'refund',
    reportingCategory: 'refund',
    amount: -amount,
    currency: charge.currency,
    source: id,
    description: 'REFUND FOR CHARGE',
    now: context.now,
    availableOn: context.now,
  })
  const { after } = cardByFingerprint(charge.payment_method_details?.card?.fingerprint)
  const refund: Stripe.Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: transaction.id,
    charge: charge.id,
    created: context.now,
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    destination_details: {
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
      type: 'card',
    },
    metadata: mergeMetadata({}, params.metadata),
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: after === 'refund-pending' ? 'pending' : 'succeeded',
    transfer_reversal: null,
  }
  objects.insert(context.db, context.account, refund)
  if (after === 'refund-pending') scheduleJob(context.db, context.now + 5 * DAYS, 'refund-succeeds', id)
  if (after === 'refund-fails') scheduleJob(context.db, context.now + DAYS, 'refund-fails', id)
  const amountRefunded = charge.amount_refunded + amount
  createEvent(context, 'refund.created', refund)
  const refunded = updateWithEvent(
    context,
    'charge.refunded',
    { ...charge, amount_refunded: amountRefunded, refunded: amountRefunded === charge.amount_captured },
    { previous: { amount_refunded: charge.amount_refunded, refunded: charge.refunded } },
  )
  if (refunded.refunded) closeInquiries(context, refunded)
  return refund
}

export function refundSucceeds(context: Context, refund: Stripe.Refund): void {
  changeStatus(context, refund, { ...refund, status: 'succeeded' }, ['refund.updated', 'charge.refund.updated'])
}

/** The bank sent the money back: it returns to the account's balance, and the charge counts as not refunded. */
export function refundFails(context: Context, refund: Stripe.Refund): void {
  const returned = addBalanceTransaction(context.db, {
    account: context.account,
    type: 'refund_failure',
    reportingCategory: 'refund_failure',
    amount: refund.amount,
    currency: refund.currency,
    source: refund.id,
    description: 'REFUND FAILURE',
    now: context.now,
    availableOn: context.now,
  })
  const charge = retrieve(context, 'charge', idOf(refund.charge) ?? '')
  objects.update(context.db, { ...charge, amount_refunded: charge.amount_refunded - refund.amount, refunded: false })
  const failed = {
    ...refund,
    status: 'failed',
    failure_reason: 'lost_or_stolen_card',
    failure_balance_transaction: returned.id,
  }
  changeStatus(context, refund, failed, ['refund.failed', 'refund.updated', 'charge.refund.updated'])
}

function changeStatus(
  context: Context,
  { status }: Stripe.Refund,
  changed: Stripe.Refund,
  events: Stripe.Event.Type[],
): void {
  objects.update(context.db, changed)
  for (const type of events) createEvent(context, type, changed, { previous: { status } })
}

export const refunds = [
  endpoint({
    method: 'post',
    path: '/v1/refunds',
    params: 'RefundCreateParams',
    supports: ['amount', 'charge', 'payment_intent', 'reason', 'metadata'],
    returns: 'Refund',
    handle: (context, params) => createRefund(context, findCharge(context, params), params),
  }),
  retrieveEndpoint({ path: '/v1/refunds/:id', params: 'RefundRetrieveParams', returns: 'Refund', kind: 'refund' }),
  endpoint({
    method: 'post',
    path: '/v1/refunds/:id',
    params: 'RefundUpdateParams',
    supports: ['metadata'],
    returns: 'Refund',
    handle: (context, { metadata }, id: string) => {
      const refund = retrieve(context, 'refund', id)
      const changed = { ...refund, metadata: mergeMetadata(refund.metadata, metadata) }
      return updateWithEvent(context, 'refund.updated', changed)
    },
  }),
  listEndpoint({
    path: '/v1/refunds',
    params: 'RefundListParams',
    supports: ['charge', 'payment_intent', 'created'],
    returns: 'Refund',
    find: ({ db, account }, { charge, payment_intent }) =>
      objects.list(db, 'refund', account, { charge, payment_intent }),
  }),
]
