import type Stripe from 'stripe'
import { type Context, idOf, retrieve } from '../api/context.ts'
import { endpoint, listEndpoint, retrieveEndpoint } from '../api/endpoint.ts'
import { mergeMetadata, updatedText } from '../api/params.ts'
import { addBalanceTransaction, DAYS, processingFee, SETTLEMENT_TIME } from '../database/balance-transactions.ts'
import * as objects from '../database/objects.ts'
import { stripeId } from '../ids.ts'
import { createEvent, updateWithEvent } from '../webhooks/events.ts'
import { cardByFingerprint, type Decline } from './cards.ts'

/** Card networks keep an authorization for a week. */
export const AUTHORIZATION_VALID_FOR = 7 * DAYS

type Attempt = { authenticated: boolean; decline?: Decline }

/** The charge is stored whether the card was declined or not. Nothing is captured yet. */
export function createCharge(
  context: Context,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  attempt: Attempt,
): Stripe.Charge {
  const { decline } = attempt
  const charge: Stripe.Charge = {
    ...newCharge(stripeId('ch'), intent.amount, intent.currency, context.now),
    billing_details: method.billing_details,
    calculated_statement_descriptor: intent.statement_descriptor ?? 'SIMULATOR',
    customer: idOf(intent.customer),
    description: intent.description,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    metadata: intent.metadata,
    on_behalf_of: idOf(intent.on_behalf_of),
    outcome: outcome(decline),
    paid: !decline,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: { card: cardDetails(context, intent, method, attempt), type: 'card' },
    radar_options: {},
    receipt_email: intent.receipt_email,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: decline ? 'failed' : 'succeeded',
    transfer_group: intent.transfer_group,
  }
  objects.insert(context.db, context.account, charge)
  return charge
}

/** A payment of the whole amount, of which nothing else is known. */
export const newCharge = (id: string, amount: number, currency: string, created: number): Stripe.Charge => ({
  id,
  object: 'charge',
  amount,
  amount_captured: 0,
  amount_refunded: 0,
  application: null,
  application_fee: null,
  application_fee_amount: null,
  balance_transaction: null,
  billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
  calculated_statement_descriptor: null,
  captured: false,
  created,
  currency,
  customer: null,
  description: null,
  disputed: false,
  failure_balance_transaction: null,
  failure_code: null,
  failure_message: null,
  fraud_details: {},
  livemode: false,
  metadata: {},
  on_behalf_of: null,
  outcome: null,
  paid: true,
  payment_intent: null,
  payment_method: null,
  payment_method_details: null,
  receipt_email: null,
  receipt_number: null,
  receipt_url: null,
  refunded: false,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  status: 'succeeded',
  transfer_data: null,
  transfer_group: null,
})

const outcome = (decline: Decline | undefined): Stripe.Charge.Outcome => ({
  advice_code: null,
  network_advice_code: null,
  network_decline_code: null,
  network_status: decline ? 'declined_by_network' : 'approved_by_network',
  reason: decline ? (decline.declineCode ?? decline.code) : null,
  risk_level: 'normal',
  risk_score: 0,
  seller_message: decline ? 'The bank did not return any further details with this decline.' : 'Payment complete.',
  type: decline ? 'issuer_declined' : 'authorized',
})

function cardDetails(
  context: Context,
  intent: Stripe.PaymentIntent,
  { card }: Stripe.PaymentMethod,
  { authenticated, decline }: Attempt,
): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: decline ? null : intent.amount,
    authorization_code: decline ? null : '123456',
    brand: card?.brand ?? null,
    ...(intent.capture_method === 'manual' && !decline && { capture_before: context.now + AUTHORIZATION_VALID_FOR }),
    checks: card?.checks ?? null,
    country: card?.country ?? null,
    electronic_commerce_indicator: null,
    exp_month: card?.exp_month ?? 0,
    exp_year: card?.exp_year ?? 0,
    fingerprint: card?.fingerprint ?? null,
    funding: card?.funding ?? null,
    installments: null,
    last4: card?.last4 ?? null,
    mandate: null,
    network: card?.brand ?? null,
    network_transaction_id: null,
    regulated_status: 'unregulated',
    three_d_secure: authenticated
      ? {
          authentication_flow: 'challenge',
          electronic_commerce_indicator: '05',
          exemption_indicator: null,
          result: 'authenticated',
          result_reason: null,
          transaction_id: null,
          version: '2.2.0',
        }
      : null,
    transaction_link_id: null,
    wallet: null,
  }
}

/** The amount less Stripe's fee is added to the account's balance, and is available after settlement. */
export function capture(context: Context, charge: Stripe.Charge, amount: number): Stripe.Charge {
  const { isAvailableAtOnce } = cardByFingerprint(charge.payment_method_details?.card?.fingerprint)
  const transaction = addBalanceTransaction(context.db, {
    account: context.account,
    type: 'charge',
    reportingCategory: 'charge',
    amount,
    fee: processingFee(amount),
    currency: charge.currency,
    source: charge.id,
    description: charge.description,
    now: context.now,
    availableOn: isAvailableAtOnce ? context.now : context.now + SETTLEMENT_TIME,
  })
  const captured: Stripe.Charge = {
    ...charge,
    amount_captured: amount,
    balance_transaction: transaction.id,
    captured: true,
    receipt_url: `${context.origin}/receipts/${charge.id}`,
  }
  objects.update(context.db, captured)
  return captured
}

export const createChargeEvent = (context: Context, charge: Stripe.Charge): void =>
  createEvent(context, charge.status === 'failed' ? 'charge.failed' : 'charge.succeeded', charge)

export const charges = [
  retrieveEndpoint({ path: '/v1/charges/:id', params: 'ChargeRetrieveParams', returns: 'Charge', kind: 'charge' }),
  endpoint({
    method: 'post',
    path: '/v1/charges/:id',
    params: 'ChargeUpdateParams',
    supports: ['description', 'metadata', 'receipt_email', 'transfer_group'],
    returns: 'Charge',
    handle: (context, params, id: string) => {
      const charge = retrieve(context, 'charge', id)
      return updateWithEvent(context, 'charge.updated', {
        ...charge,
        description: updatedText(params.description, charge.description),
        metadata: mergeMetadata(charge.metadata, params.metadata),
        receipt_email: params.receipt_email ?? charge.receipt_email,
        transfer_group: params.transfer_group ?? charge.transfer_group,
      })
    },
  }),
  listEndpoint({
    path: '/v1/charges',
    params: 'ChargeListParams',
    supports: ['customer', 'payment_intent', 'transfer_group', 'created'],
    returns: 'Charge',
    find: ({ db, account }, { customer, payment_intent, transfer_group }) =>
      objects.list(db, 'charge', account, { customer, payment_intent, transfer_group }),
  }),
]
