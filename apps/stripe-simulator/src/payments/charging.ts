import type Stripe from 'stripe'
import { stripeId } from '../books/ids.ts'
import { DAYS, enter, processingFee, SETTLEMENT } from '../books/ledger.ts'
import * as objects from '../books/objects.ts'
import { say } from '../webhooks/events.ts'
import { type Call, idOf } from '../wire/call.ts'
import { cardWith, type Decline } from './cards.ts'

/** Card networks keep an authorisation for a week. */
export const AUTHORISATION = 7 * DAYS

type Attempt = { authenticated: boolean; decline?: Decline | undefined; offSession: boolean }

/** One attempt at the card: a charge on record, whether it went through or not. Nothing is captured yet. */
export function charge(
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  attempt: Attempt,
): Stripe.Charge {
  const { decline } = attempt
  const made: Stripe.Charge = {
    id: stripeId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: intent.statement_descriptor ?? 'SIMULATOR',
    captured: false,
    created: call.now,
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: idOf(intent.on_behalf_of),
    outcome: outcome(decline),
    paid: !decline,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: { card: cardDetails(call, intent, method, attempt), type: 'card' },
    radar_options: {},
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: decline ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: intent.transfer_group,
  }
  objects.insert(call.db, call.account, made)
  return made
}

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
  call: Call,
  intent: Stripe.PaymentIntent,
  { card }: Stripe.PaymentMethod,
  { authenticated, decline }: Attempt,
): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: decline ? null : intent.amount,
    authorization_code: decline ? null : '123456',
    brand: card?.brand ?? null,
    ...(intent.capture_method === 'manual' && !decline && { capture_before: call.now + AUTHORISATION }),
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

/** Money arrives: a charge becomes funds of its account, less Stripe's fee, spendable after settlement. */
export function capture(call: Call, charged: Stripe.Charge, amount: number): Stripe.Charge {
  const { availableAtOnce } = cardWith(charged.payment_method_details?.card?.fingerprint)
  const transaction = enter(call.db, {
    account: call.account,
    type: 'charge',
    reportingCategory: 'charge',
    amount,
    fee: processingFee(amount),
    currency: charged.currency,
    source: charged.id,
    description: charged.description,
    now: call.now,
    availableOn: availableAtOnce ? call.now : call.now + SETTLEMENT,
  })
  const captured: Stripe.Charge = {
    ...charged,
    amount_captured: amount,
    balance_transaction: transaction.id,
    captured: true,
    receipt_url: `${call.origin}/receipts/${charged.id}`,
  }
  objects.update(call.db, captured)
  return captured
}

export function reportCharge(call: Call, charged: Stripe.Charge): void {
  say(call, charged.status === 'failed' ? 'charge.failed' : 'charge.succeeded', charged)
}
