import type Stripe from 'stripe'
import { type Context, idOf, retrieve } from '../api/context.ts'
import { endpoint, listEndpoint } from '../api/endpoint.ts'
import { invalidRequest } from '../api/error.ts'
import { mergeMetadata } from '../api/params.ts'
import type { Requests } from '../api/sdk-types.ts'
import * as objects from '../database/objects.ts'
import { createEvent, updateWithEvent } from '../webhooks/events.ts'
import { captureAuthorization, confirm } from './confirmation.ts'
import {
  applyUpdate,
  checkReturnUrl,
  checkUsable,
  choosePaymentMethod,
  newPaymentIntent,
  unexpectedState,
  withPaymentMethod,
} from './payment-intent.ts'

type ConfirmParams = Pick<
  Requests['PaymentIntentConfirmParams'],
  'off_session' | 'return_url' | 'use_stripe_sdk' | 'error_on_requires_action'
>

const confirmFields = [
  ...(['payment_method', 'off_session', 'return_url', 'use_stripe_sdk'] as const),
  ...(['error_on_requires_action', 'receipt_email', 'setup_future_usage'] as const),
]
const descriptiveFields = [
  'description',
  'metadata',
  'receipt_email',
  'statement_descriptor',
  'statement_descriptor_suffix',
  'transfer_group',
] as const

const reasonsNotToConfirm: Record<string, string> = {
  succeeded: 'it has already succeeded after being previously confirmed',
  canceled: 'it has a status of canceled',
  requires_capture: 'it has already succeeded after being previously confirmed',
}

function confirmWith(
  context: Context,
  intent: Stripe.PaymentIntent,
  params: ConfirmParams,
  method: Stripe.PaymentMethod | undefined,
): Stripe.PaymentIntent {
  const reason = reasonsNotToConfirm[intent.status]
  if (reason) throw unexpectedState(`You cannot confirm this PaymentIntent because ${reason}.`, intent)
  const options = {
    offSession: Boolean(params.off_session),
    returnUrl: params.return_url ?? null,
    useStripeSdk: params.use_stripe_sdk ?? false,
    errorOnRequiresAction: params.error_on_requires_action ?? false,
  }
  checkReturnUrl(intent, options)
  if (!method) {
    throw unexpectedState(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
      intent,
    )
  }
  checkUsable(context, intent, method)
  return confirm(context, intent, { ...options, method })
}

export function cancel(
  context: Context,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  if (intent.status === 'requires_capture') releaseAuthorization(context, intent)
  return updateWithEvent(context, 'payment_intent.canceled', {
    ...intent,
    status: 'canceled',
    amount_capturable: 0,
    canceled_at: context.now,
    cancellation_reason: reason,
    next_action: null,
  })
}

/** Stripe marks the charge as refunded, although no money ever moved. */
function releaseAuthorization(context: Context, intent: Stripe.PaymentIntent): void {
  const charge = retrieve(context, 'charge', idOf(intent.latest_charge) ?? '')
  updateWithEvent(context, 'charge.refunded', { ...charge, refunded: true, amount_refunded: charge.amount })
}

const cancelable = [
  'requires_payment_method',
  'requires_capture',
  'requires_confirmation',
  'requires_action',
  'processing',
]

export const paymentIntents = [
  endpoint({
    method: 'post',
    path: '/v1/payment_intents',
    params: 'PaymentIntentCreateParams',
    supports: [
      ...(['amount', 'currency', 'customer', 'capture_method', 'confirm', 'confirmation_method'] as const),
      ...(['automatic_payment_methods', 'allowed_payment_method_types', 'on_behalf_of'] as const),
      ...descriptiveFields,
      ...confirmFields,
    ],
    returns: 'PaymentIntent',
    handle: (context, params) => {
      const intent = newPaymentIntent(context, params)
      const method = choosePaymentMethod(context, intent, params.payment_method)
      if (method) checkUsable(context, intent, method)
      const ready = method ? withPaymentMethod(intent, method) : intent
      objects.insert(context.db, context.account, ready)
      createEvent(context, 'payment_intent.created', ready)
      return params.confirm ? confirmWith(context, ready, params, method) : ready
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/payment_intents/:id',
    params: 'PaymentIntentRetrieveParams',
    supports: ['client_secret'],
    returns: 'PaymentIntent',
    allowsPublishableKey: true,
    handle: (context, _, id: string) => retrieve(context, 'payment_intent', id),
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_intents/:id',
    params: 'PaymentIntentUpdateParams',
    supports: [
      'amount',
      'currency',
      'customer',
      'capture_method',
      'setup_future_usage',
      'payment_method',
      ...descriptiveFields,
    ],
    returns: 'PaymentIntent',
    handle: (context, params, id: string) => {
      const intent = applyUpdate(context, retrieve(context, 'payment_intent', id), params)
      const method = params.payment_method ? choosePaymentMethod(context, intent, params.payment_method) : undefined
      if (method) checkUsable(context, intent, method)
      const updated = method ? withPaymentMethod(intent, method) : intent
      objects.update(context.db, updated)
      return updated
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_intents/:id/confirm',
    params: 'PaymentIntentConfirmParams',
    supports: confirmFields,
    returns: 'PaymentIntent',
    allowsPublishableKey: true,
    handle: (context, { receipt_email, setup_future_usage, ...params }, id: string) => {
      const intent = retrieve(context, 'payment_intent', id)
      const change = { ...(receipt_email && { receipt_email }), ...(setup_future_usage && { setup_future_usage }) }
      const method = choosePaymentMethod(context, intent, params.payment_method)
      return confirmWith(context, applyUpdate(context, intent, change), params, method)
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_intents/:id/capture',
    params: 'PaymentIntentCaptureParams',
    supports: ['amount_to_capture', 'metadata'],
    returns: 'PaymentIntent',
    handle: (context, { amount_to_capture, metadata }, id: string) => {
      const intent = retrieve(context, 'payment_intent', id)
      if (intent.status !== 'requires_capture') {
        throw unexpectedState(
          `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
          intent,
        )
      }
      const amount = amount_to_capture ?? intent.amount_capturable
      if (amount < 1 || amount > intent.amount_capturable) {
        throw invalidRequest(
          `The amount to capture (${amount}) must be between 1 and the amount capturable (${intent.amount_capturable}).`,
          {
            code: 'amount_too_large',
            param: 'amount_to_capture',
          },
        )
      }
      return captureAuthorization(context, { ...intent, metadata: mergeMetadata(intent.metadata, metadata) }, amount)
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_intents/:id/cancel',
    params: 'PaymentIntentCancelParams',
    supports: ['cancellation_reason'],
    returns: 'PaymentIntent',
    handle: (context, params, id: string) => {
      const intent = retrieve(context, 'payment_intent', id)
      if (!cancelable.includes(intent.status)) {
        throw unexpectedState(
          `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${cancelable.join(', ')}.`,
          intent,
        )
      }
      return cancel(context, intent, params.cancellation_reason ?? null)
    },
  }),
  listEndpoint({
    path: '/v1/payment_intents',
    params: 'PaymentIntentListParams',
    supports: ['customer', 'created'],
    returns: 'PaymentIntent',
    find: ({ db, account }, { customer }) => objects.list(db, 'payment_intent', account, { customer }),
  }),
]
