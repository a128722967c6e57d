import type Stripe from 'stripe'
import * as objects from '../books/objects.ts'
import { say } from '../webhooks/events.ts'
import { type Call, existing, idOf } from '../wire/call.ts'
import { endpoint, list } from '../wire/endpoint.ts'
import { merged } from '../wire/metadata.ts'
import { createdIn, page } from '../wire/pagination.ts'
import { invalid } from '../wire/refusal.ts'
import type { Requests } from '../wire/wire-types.ts'
import { captureHeld, confirm } from './paying.ts'
import {
  changed,
  checkReturnUrl,
  checkUsable,
  chosenMethod,
  create,
  unexpectedState,
  withMethod,
} from './payment-intent.ts'

type ConfirmParams = Pick<
  Requests['PaymentIntentConfirmParams'],
  'off_session' | 'return_url' | 'use_stripe_sdk' | 'error_on_requires_action'
>

const confirmHonours = [
  ...(['payment_method', 'off_session', 'return_url', 'use_stripe_sdk'] as const),
  ...(['error_on_requires_action', 'receipt_email', 'setup_future_usage'] as const),
]
const describing = [
  'description',
  'metadata',
  'receipt_email',
  'statement_descriptor',
  'statement_descriptor_suffix',
  'transfer_group',
] as const

const finishedBecause: Record<string, string> = {
  succeeded: 'it has already succeeded after being previously confirmed',
  canceled: 'it has a status of canceled',
  requires_capture: 'it has already succeeded after being previously confirmed',
}

function confirmWith(
  call: Call,
  intent: Stripe.PaymentIntent,
  params: ConfirmParams,
  method: Stripe.PaymentMethod | undefined,
): Stripe.PaymentIntent {
  const finished = finishedBecause[intent.status]
  if (finished) throw unexpectedState(`You cannot confirm this PaymentIntent because ${finished}.`, intent)
  const how = {
    offSession: Boolean(params.off_session),
    returnUrl: params.return_url ?? null,
    useStripeSdk: params.use_stripe_sdk ?? false,
    refusesActions: params.error_on_requires_action ?? false,
  }
  checkReturnUrl(intent, how)
  if (!method) {
    throw unexpectedState(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
      intent,
    )
  }
  checkUsable(intent, method, objects.memoOf(call.db, method.id)['spent'] === true)
  return confirm(call, intent, { ...how, method })
}

export function cancel(
  call: Call,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  const canceled: Stripe.PaymentIntent = {
    ...intent,
    status: 'canceled',
    amount_capturable: 0,
    canceled_at: call.now,
    cancellation_reason: reason,
    next_action: null,
  }
  objects.update(call.db, canceled)
  if (intent.status === 'requires_capture') release(call, existing(call, 'charge', idOf(intent.latest_charge) ?? ''))
  say(call, 'payment_intent.canceled', canceled)
  return canceled
}

/** What was only authorised goes back to the card; no money ever moved. */
function release(call: Call, charged: Stripe.Charge): void {
  const released = { ...charged, refunded: true, amount_refunded: charged.amount }
  objects.update(call.db, released)
  say(call, 'charge.refunded', released)
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
    honours: [
      ...([
        'amount',
        'currency',
        'customer',
        'capture_method',
        'confirm',
        'confirmation_method',
        'automatic_payment_methods',
      ] as const),
      ...(['allowed_payment_method_types', 'on_behalf_of'] as const),
      ...describing,
      ...confirmHonours,
    ],
    returns: 'PaymentIntent',
    answer: (call, params) => {
      const intent = create(call, params)
      const method = chosenMethod(call, intent, params.payment_method)
      if (method) checkUsable(intent, method, objects.memoOf(call.db, method.id)['spent'] === true)
      const ready = method ? withMethod(intent, method) : intent
      objects.insert(call.db, call.account, ready)
      say(call, 'payment_intent.created', ready)
      return params.confirm ? confirmWith(call, ready, params, method) : ready
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/payment_intents/:id',
    params: 'PaymentIntentRetrieveParams',
    honours: ['client_secret'],
    returns: 'PaymentIntent',
    fromBrowser: true,
    answer: (call, _, id: string) => existing(call, 'payment_intent', id),
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_intents/:id',
    params: 'PaymentIntentUpdateParams',
    honours: [
      'amount',
      'currency',
      'customer',
      'capture_method',
      'setup_future_usage',
      'payment_method',
      ...describing,
    ],
    returns: 'PaymentIntent',
    answer: (call, params, id: string) => {
      const intent = changed(call, existing(call, 'payment_intent', id), params)
      const method = params.payment_method ? chosenMethod(call, intent, params.payment_method) : undefined
      if (method) checkUsable(intent, method, objects.memoOf(call.db, method.id)['spent'] === true)
      const updated = method ? withMethod(intent, method) : intent
      objects.update(call.db, updated)
      return updated
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_intents/:id/confirm',
    params: 'PaymentIntentConfirmParams',
    honours: confirmHonours,
    returns: 'PaymentIntent',
    fromBrowser: true,
    answer: (call, { receipt_email, setup_future_usage, ...how }, id: string) => {
      const intent = existing(call, 'payment_intent', id)
      const change = { ...(receipt_email && { receipt_email }), ...(setup_future_usage && { setup_future_usage }) }
      return confirmWith(call, changed(call, intent, change), how, chosenMethod(call, intent, how.payment_method))
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_intents/:id/capture',
    params: 'PaymentIntentCaptureParams',
    honours: ['amount_to_capture', 'metadata'],
    returns: 'PaymentIntent',
    answer: (call, { amount_to_capture: wanted, metadata }, id: string) => {
      const intent = existing(call, 'payment_intent', id)
      if (intent.status !== 'requires_capture') {
        throw unexpectedState(
          `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
          intent,
        )
      }
      const amount = wanted ?? intent.amount_capturable
      if (amount < 1 || amount > intent.amount_capturable) {
        throw invalid(
          `The amount to capture (${amount}) must be between 1 and the amount capturable (${intent.amount_capturable}).`,
          {
            code: 'amount_too_large',
            param: 'amount_to_capture',
          },
        )
      }
      return captureHeld(call, { ...intent, metadata: merged(intent.metadata, metadata) }, amount)
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_intents/:id/cancel',
    params: 'PaymentIntentCancelParams',
    honours: ['cancellation_reason'],
    returns: 'PaymentIntent',
    answer: (call, params, id: string) => {
      const intent = existing(call, 'payment_intent', id)
      if (!cancelable.includes(intent.status)) {
        throw unexpectedState(
          `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${cancelable.join(', ')}.`,
          intent,
        )
      }
      return cancel(call, intent, params.cancellation_reason ?? null)
    },
  }),
  list({
    path: '/v1/payment_intents',
    params: 'PaymentIntentListParams',
    honours: ['customer', 'created'],
    returns: 'PaymentIntent',
    answer: (call, { customer, created, ...cursor }) => {
      const found = objects.all(call.db, 'payment_intent', call.account, customer === undefined ? {} : { customer })
      return page(found.filter(createdIn(created)), cursor, '/v1/payment_intents')
    },
  }),
]
