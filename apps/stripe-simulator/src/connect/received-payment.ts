import type Stripe from 'stripe'
import { stripeId } from '../books/ids.ts'
import { enter } from '../books/ledger.ts'
import * as objects from '../books/objects.ts'
import type { Call } from '../wire/call.ts'

type Received = { id: string; destination: string; amount: number; currency: string; now: number; availableOn: number }

/** The other side of a transfer: a payment in the books of the connected account. */
export function receivedPayment(call: Call, transfer: Received): Stripe.Charge {
  const id = stripeId('py')
  const entered = enter(call.db, {
    account: transfer.destination,
    type: 'payment',
    reportingCategory: 'charge',
    amount: transfer.amount,
    currency: transfer.currency,
    source: id,
    now: transfer.now,
    availableOn: transfer.availableOn,
  })
  const payment: Stripe.Charge = {
    id,
    object: 'charge',
    amount: transfer.amount,
    amount_captured: transfer.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: entered.id,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: true,
    created: transfer.now,
    currency: transfer.currency,
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
    payment_method_details: { stripe_account: {}, type: 'stripe_account' },
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: transfer.id,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: null,
  }
  objects.insert(call.db, transfer.destination, payment)
  return payment
}
