import type Stripe from 'stripe'
import { type Context, idOf, retrieve } from '../api/context.ts'
import { StripeError } from '../api/error.ts'
import { scheduleJob } from '../database/jobs.ts'
import * as objects from '../database/objects.ts'
import { createEvent, updateWithEvent } from '../webhooks/events.ts'
import { authenticationRequired, cardByFingerprint, cardError, type Decline } from './cards.ts'
import { AUTHORIZATION_VALID_FOR, capture, createCharge, createChargeEvent } from './charges.ts'
import { openDispute } from './disputes.ts'
import { attach } from './payment-methods.ts'

export type Confirmation = {
  method: Stripe.PaymentMethod
  offSession: boolean
  returnUrl: string | null
  useStripeSdk: boolean
  errorOnRequiresAction: boolean
}

/** Ends in `succeeded`, `requires_capture` or `requires_action`, or stores why the card was declined and throws that. */
export function confirm(
  context: Context,
  intent: Stripe.PaymentIntent,
  confirmation: Confirmation,
): Stripe.PaymentIntent {
  const { method, offSession, errorOnRequiresAction, returnUrl } = confirmation
  const confirmed = { ...intent, payment_method: method.id, last_payment_error: null }
  const isAuthenticated = objects.internalFields(context.db, intent.id)['authenticated'] === method.id
  if (isAuthenticated || !requiresAuthentication(context, method))
    return throwIfDeclined(chargeCard(context, confirmed, method, isAuthenticated))
  if (offSession || errorOnRequiresAction)
    return throwIfDeclined(declineCharge(context, confirmed, method, authenticationRequired))
  objects.addInternalFields(context.db, intent.id, { returnUrl: returnUrl ?? '' })
  return updateWithEvent(context, 'payment_intent.requires_action', {
    ...confirmed,
    status: 'requires_action',
    next_action: nextAction(context, intent, confirmation),
  })
}

function requiresAuthentication(context: Context, method: Stripe.PaymentMethod): boolean {
  const { authentication } = cardByFingerprint(method.card?.fingerprint)
  if (authentication === 'unless-set-up') return objects.internalFields(context.db, method.id)['setUp'] !== true
  return authentication === 'always'
}

function nextAction(
  context: Context,
  { id, client_secret }: Stripe.PaymentIntent,
  { returnUrl, useStripeSdk }: Confirmation,
): Stripe.PaymentIntent.NextAction {
  const url = `${context.origin}/authenticate/${id}?client_secret=${client_secret ?? ''}`
  return returnUrl && !useStripeSdk
    ? { type: 'redirect_to_url', redirect_to_url: { url, return_url: returnUrl } }
    : { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } }
}

type Outcome = { intent: Stripe.PaymentIntent; error?: Stripe.PaymentIntent.LastPaymentError }

function throwIfDeclined({ intent, error }: Outcome): Stripe.PaymentIntent {
  if (!error) return intent
  const { code, decline_code, charge, payment_method, message } = error
  const body = {
    type: 'card_error' as const,
    message: message ?? '',
    ...(code && { code }),
    ...(decline_code && { decline_code }),
    ...(charge && { charge }),
    payment_intent: intent,
    ...(payment_method && { payment_method }),
  }
  throw new StripeError(402, body, { commitsChanges: true })
}

/** After the bank's page. Nobody waits for an error here: the outcome is in the intent and in the events. */
export function finishAuthentication(
  context: Context,
  intent: Stripe.PaymentIntent,
  succeeded: boolean,
): Stripe.PaymentIntent {
  const method = retrieve(context, 'payment_method', idOf(intent.payment_method) ?? '')
  if (!succeeded) return failPayment(context, intent, method, authenticationFailed, undefined).intent
  if (intent.setup_future_usage) objects.addInternalFields(context.db, method.id, { setUp: true })
  if (intent.confirmation_method === 'manual') {
    const ready: Stripe.PaymentIntent = { ...intent, status: 'requires_confirmation', next_action: null }
    objects.addInternalFields(context.db, intent.id, { authenticated: method.id })
    objects.update(context.db, ready)
    return ready
  }
  return chargeCard(context, intent, method, true).intent
}

const authenticationFailed: Decline = {
  code: 'payment_intent_authentication_failure',
  message: 'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
}

function chargeCard(
  context: Context,
  intent: Stripe.PaymentIntent,
  source: Stripe.PaymentMethod,
  authenticated: boolean,
): Outcome {
  const card = cardByFingerprint(source.card?.fingerprint)
  if (card.decline) return declineCharge(context, intent, source, card.decline)
  const method =
    intent.setup_future_usage && intent.customer ? attach(context, source, idOf(intent.customer) ?? '') : source
  if (!method.customer) objects.addInternalFields(context.db, method.id, { spent: true })
  const charge = createCharge(context, intent, method, { authenticated })
  const approved: Stripe.PaymentIntent = {
    ...intent,
    latest_charge: charge.id,
    next_action: null,
    last_payment_error: null,
  }
  if (intent.capture_method === 'manual') return { intent: holdForCapture(context, approved, charge) }
  return { intent: succeed(context, approved, capture(context, charge, intent.amount)) }
}

function holdForCapture(context: Context, intent: Stripe.PaymentIntent, charge: Stripe.Charge): Stripe.PaymentIntent {
  scheduleJob(context.db, context.now + AUTHORIZATION_VALID_FOR, 'authorization-expires', intent.id)
  createChargeEvent(context, charge)
  return updateWithEvent(context, 'payment_intent.amount_capturable_updated', {
    ...intent,
    status: 'requires_capture',
    amount_capturable: intent.amount,
  })
}

function succeed(context: Context, intent: Stripe.PaymentIntent, charge: Stripe.Charge): Stripe.PaymentIntent {
  createChargeEvent(context, charge)
  const succeeded = updateWithEvent(context, 'payment_intent.succeeded', received(intent, charge))
  const { after } = cardByFingerprint(charge.payment_method_details?.card?.fingerprint)
  if (after === 'dispute' || after === 'inquiry') openDispute(context, charge, { kind: after })
  return succeeded
}

export function captureAuthorization(
  context: Context,
  intent: Stripe.PaymentIntent,
  amount: number,
): Stripe.PaymentIntent {
  const charge = capture(context, retrieve(context, 'charge', idOf(intent.latest_charge) ?? ''), amount)
  createEvent(context, 'charge.captured', charge)
  return updateWithEvent(context, 'payment_intent.succeeded', received(intent, charge))
}

const received = (intent: Stripe.PaymentIntent, { amount_captured }: Stripe.Charge): Stripe.PaymentIntent => ({
  ...intent,
  status: 'succeeded',
  amount_received: amount_captured,
  amount_capturable: 0,
})

function declineCharge(
  context: Context,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
): Outcome {
  const charge = createCharge(context, intent, method, { authenticated: false, decline })
  return failPayment(context, intent, method, decline, charge)
}

function failPayment(
  context: Context,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
  charge: Stripe.Charge | undefined,
): Outcome {
  const error = {
    ...cardError(decline),
    type: charge ? 'card_error' : 'invalid_request_error',
    ...(charge && { charge: charge.id }),
    payment_method: method,
  } as Stripe.PaymentIntent.LastPaymentError
  if (charge) createChargeEvent(context, charge)
  const failed = updateWithEvent<Stripe.PaymentIntent>(context, 'payment_intent.payment_failed', {
    ...intent,
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_payment_error: error,
    ...(charge && { latest_charge: charge.id }),
  })
  return { intent: failed, error }
}
