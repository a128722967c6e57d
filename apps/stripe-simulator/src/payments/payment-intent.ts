import type Stripe from 'stripe'
import { type Context, idOf, retrieve } from '../api/context.ts'
import { invalidRequest, notSimulated, StripeError } from '../api/error.ts'
import { mergeMetadata, updatedText } from '../api/params.ts'
import type { Requests } from '../api/sdk-types.ts'
import * as objects from '../database/objects.ts'
import { randomText, stripeId } from '../ids.ts'
import { checkChargeable, parseCurrency } from './amounts.ts'
import type { Confirmation } from './confirmation.ts'
import { resolvePaymentMethod } from './payment-methods.ts'

type Status = Stripe.PaymentIntent.Status

export function unexpectedState(message: string, intent: Stripe.PaymentIntent): StripeError {
  return new StripeError(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message,
    payment_intent: intent,
  })
}

export function newPaymentIntent(
  context: Context,
  params: Requests['PaymentIntentCreateParams'],
): Stripe.PaymentIntent {
  const currency = parseCurrency(params.currency)
  checkChargeable(params.amount, currency)
  if (params.allowed_payment_method_types && !params.allowed_payment_method_types.includes('card')) {
    throw notSimulated('payment methods other than cards', 'allowed_payment_method_types')
  }
  const id = stripeId('pi')
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount: params.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: {
      allow_redirects: params.automatic_payment_methods?.allow_redirects ?? 'always',
      enabled: params.automatic_payment_methods?.enabled ?? true,
    },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: params.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: params.confirmation_method ?? 'automatic',
    created: context.now,
    currency,
    customer: params.customer ? retrieve(context, 'customer', params.customer, 'customer').id : null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: mergeMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: params.on_behalf_of ? retrieve(context, 'account', params.on_behalf_of, 'on_behalf_of').id : null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: params.receipt_email ?? null,
    review: null,
    setup_future_usage: params.setup_future_usage ?? null,
    shipping: null,
    source: null,
    statement_descriptor: params.statement_descriptor ?? null,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
    transfer_group: params.transfer_group ?? null,
  }
}

const openForChange: Status[] = ['requires_payment_method', 'requires_confirmation', 'requires_action']

export function applyUpdate(
  context: Context,
  intent: Stripe.PaymentIntent,
  params: Requests['PaymentIntentUpdateParams'],
): Stripe.PaymentIntent {
  const isOpen = openForChange.includes(intent.status)
  const fixed = (
    ['amount', 'currency', 'customer', 'payment_method', 'setup_future_usage', 'capture_method'] as const
  ).find((name) => params[name] !== undefined)
  if (fixed && !isOpen) {
    throw unexpectedState(
      `This PaymentIntent's ${fixed} could not be updated because it has a status of ${intent.status}. You may only update the ${fixed} of a PaymentIntent with one of the following statuses: ${openForChange.join(', ')}.`,
      intent,
    )
  }
  const currency = params.currency ? parseCurrency(params.currency) : intent.currency
  const amount = params.amount ?? intent.amount
  if (fixed === 'amount' || fixed === 'currency') checkChargeable(amount, currency)
  return {
    ...intent,
    amount,
    currency,
    capture_method: params.capture_method ?? intent.capture_method,
    customer: params.customer ? retrieve(context, 'customer', params.customer, 'customer').id : intent.customer,
    description: updatedText(params.description, intent.description),
    metadata: mergeMetadata(intent.metadata, params.metadata),
    receipt_email: updatedText(params.receipt_email, intent.receipt_email),
    setup_future_usage:
      params.setup_future_usage === undefined ? intent.setup_future_usage : params.setup_future_usage || null,
    statement_descriptor: updatedText(params.statement_descriptor, intent.statement_descriptor),
    statement_descriptor_suffix: updatedText(params.statement_descriptor_suffix, intent.statement_descriptor_suffix),
    transfer_group: updatedText(params.transfer_group, intent.transfer_group),
  }
}

export function withPaymentMethod(intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): Stripe.PaymentIntent {
  return { ...intent, payment_method: method.id, status: 'requires_confirmation', next_action: null }
}

export function choosePaymentMethod(
  context: Context,
  intent: Stripe.PaymentIntent,
  requested: string | undefined,
): Stripe.PaymentMethod | undefined {
  const id = requested ?? idOf(intent.payment_method)
  return id ? resolvePaymentMethod(context, id) : undefined
}

export function checkUsable(context: Context, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void {
  const owner = idOf(method.customer)
  if (owner !== null && owner !== idOf(intent.customer)) {
    throw invalidRequest(
      intent.customer === null
        ? `The PaymentMethod ${method.id} belongs to a customer. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`
        : `The customer does not have a payment method with the ID ${method.id}. The payment method must be attached to the customer.`,
      { param: 'payment_method' },
    )
  }
  if (owner === null && objects.internalFields(context.db, method.id)['spent'] === true) {
    throw invalidRequest(
      'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
      { code: 'payment_method_unexpected_state', param: 'payment_method' },
    )
  }
}

/** Automatic payment methods may redirect, so Stripe insists on knowing where to return; only Stripe.js does without. */
export function checkReturnUrl(
  intent: Stripe.PaymentIntent,
  { returnUrl, useStripeSdk, offSession, errorOnRequiresAction }: Omit<Confirmation, 'method'>,
): void {
  const mayRedirect =
    intent.automatic_payment_methods?.enabled && intent.automatic_payment_methods.allow_redirects !== 'never'
  if (
    mayRedirect &&
    !returnUrl &&
    !useStripeSdk &&
    !offSession &&
    !errorOnRequiresAction &&
    !intent.allowed_payment_method_types
  ) {
    throw invalidRequest(
      "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
    )
  }
}
