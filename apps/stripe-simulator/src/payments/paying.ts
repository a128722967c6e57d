import type Stripe from 'stripe'
import { setAlarm } from '../books/alarms.ts'
import * as objects from '../books/objects.ts'
import { say } from '../webhooks/events.ts'
import { type Call, existing, idOf } from '../wire/call.ts'
import { Refusal } from '../wire/refusal.ts'
import { authenticationRequired, cardError } from './card-error.ts'
import { cardWith, type Decline } from './cards.ts'
import { AUTHORISATION, capture, charge, reportCharge } from './charging.ts'
import { openDispute } from './disputes.ts'
import { attach } from './payment-methods.ts'

export type Confirmation = {
  method: Stripe.PaymentMethod
  offSession: boolean
  returnUrl: string | null
  useStripeSdk: boolean
  refusesActions: boolean
}

/** Ends in `succeeded`, `requires_capture` or `requires_action`, or throws the card's refusal after writing it down. */
export function confirm(call: Call, intent: Stripe.PaymentIntent, how: Confirmation): Stripe.PaymentIntent {
  const chosen = { ...intent, payment_method: how.method.id, last_payment_error: null }
  const passed = objects.memoOf(call.db, intent.id)['authenticated'] === how.method.id
  if (passed || !asksForAuthentication(call, how)) return orRefuse(call, attempt(call, chosen, how, passed))
  if (how.offSession || how.refusesActions)
    return orRefuse(call, decline(call, chosen, how.method, authenticationRequired, how))
  const challenged: Stripe.PaymentIntent = {
    ...chosen,
    status: 'requires_action',
    next_action: challenge(call, intent, how),
  }
  objects.update(call.db, challenged)
  objects.remember(call.db, intent.id, { returnUrl: how.returnUrl ?? '' })
  say(call, 'payment_intent.requires_action', challenged)
  return challenged
}

function asksForAuthentication(call: Call, { method }: Confirmation): boolean {
  const { authentication } = cardWith(method.card?.fingerprint)
  if (authentication === 'unless-set-up') return objects.memoOf(call.db, method.id)['setUp'] !== true
  return authentication === 'always'
}

function challenge(
  call: Call,
  { id, client_secret }: Stripe.PaymentIntent,
  how: Confirmation,
): Stripe.PaymentIntent.NextAction {
  const url = `${call.origin}/authenticate/${id}?client_secret=${client_secret ?? ''}`
  return how.returnUrl && !how.useStripeSdk
    ? { type: 'redirect_to_url', redirect_to_url: { url, return_url: how.returnUrl } }
    : { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } }
}

type Outcome = { intent: Stripe.PaymentIntent; declined?: Stripe.PaymentIntent.LastPaymentError }

function orRefuse(call: Call, { intent, declined }: Outcome): Stripe.PaymentIntent {
  if (!declined) return intent
  const { payment_method, ...error } = declined
  throw new Refusal(
    402,
    {
      type: 'card_error',
      message: error.message ?? '',
      ...(error.code && { code: error.code }),
      ...(error.decline_code && { decline_code: error.decline_code }),
      ...(error.charge && { charge: error.charge }),
      payment_intent: intent,
      ...(payment_method && { payment_method }),
    },
    { keepsTheBooks: true },
  )
}

/** The bank's page was answered. Nobody waits for an exception here: the outcome is in the intent and in the events. */
export function finishAuthentication(call: Call, intent: Stripe.PaymentIntent, passed: boolean): Stripe.PaymentIntent {
  const method = existing(call, 'payment_method', idOf(intent.payment_method) ?? '')
  const how = { method, offSession: false }
  if (!passed) return decline(call, intent, method, authenticationFailed, how).intent
  if (intent.setup_future_usage) objects.remember(call.db, method.id, { setUp: true })
  if (intent.confirmation_method === 'manual') {
    const ready: Stripe.PaymentIntent = { ...intent, status: 'requires_confirmation', next_action: null }
    objects.remember(call.db, intent.id, { authenticated: method.id })
    objects.update(call.db, ready)
    return ready
  }
  return attempt(call, intent, how, true).intent
}

const authenticationFailed: Decline = {
  code: 'payment_intent_authentication_failure',
  message: 'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
}

type Paying = Pick<Confirmation, 'method' | 'offSession'>

function attempt(call: Call, intent: Stripe.PaymentIntent, how: Paying, authenticated: boolean): Outcome {
  const card = cardWith(how.method.card?.fingerprint)
  if (card.decline) return decline(call, intent, how.method, card.decline, how)
  const method =
    intent.setup_future_usage && intent.customer ? attach(call, how.method, idOf(intent.customer) ?? '') : how.method
  if (!method.customer) objects.remember(call.db, method.id, { spent: true })
  const charged = charge(call, intent, method, { authenticated, offSession: how.offSession })
  const approved: Stripe.PaymentIntent = {
    ...intent,
    latest_charge: charged.id,
    next_action: null,
    last_payment_error: null,
  }
  if (intent.capture_method === 'manual') return { intent: hold(call, approved, charged) }
  return { intent: settle(call, approved, capture(call, charged, intent.amount)) }
}

function hold(call: Call, intent: Stripe.PaymentIntent, charged: Stripe.Charge): Stripe.PaymentIntent {
  const held: Stripe.PaymentIntent = { ...intent, status: 'requires_capture', amount_capturable: intent.amount }
  objects.update(call.db, held)
  setAlarm(call.db, call.now + AUTHORISATION, 'authorization-expires', intent.id)
  reportCharge(call, charged)
  say(call, 'payment_intent.amount_capturable_updated', held)
  return held
}

function settle(call: Call, intent: Stripe.PaymentIntent, charged: Stripe.Charge): Stripe.PaymentIntent {
  const paid: Stripe.PaymentIntent = {
    ...intent,
    status: 'succeeded',
    amount_received: charged.amount_captured,
    amount_capturable: 0,
  }
  objects.update(call.db, paid)
  reportCharge(call, charged)
  say(call, 'payment_intent.succeeded', paid)
  const { after } = cardWith(charged.payment_method_details?.card?.fingerprint)
  if (after === 'dispute' || after === 'inquiry') openDispute(call, charged, after)
  return paid
}

export function captureHeld(call: Call, intent: Stripe.PaymentIntent, amount: number): Stripe.PaymentIntent {
  const captured = capture(call, existing(call, 'charge', idOf(intent.latest_charge) ?? ''), amount)
  const paid: Stripe.PaymentIntent = { ...intent, status: 'succeeded', amount_received: amount, amount_capturable: 0 }
  objects.update(call.db, paid)
  say(call, 'charge.captured', captured)
  say(call, 'payment_intent.succeeded', paid)
  return paid
}

function decline(
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  why: Decline,
  how: Paying,
): Outcome {
  const charged =
    why === authenticationFailed
      ? undefined
      : charge(call, intent, method, { authenticated: false, decline: why, offSession: how.offSession })
  const declined = {
    ...cardError(why),
    type: charged ? 'card_error' : 'invalid_request_error',
    ...(charged && { charge: charged.id }),
    payment_method: method,
  } as Stripe.PaymentIntent.LastPaymentError
  const open: Stripe.PaymentIntent = {
    ...intent,
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_payment_error: declined,
    ...(charged && { latest_charge: charged.id }),
  }
  objects.update(call.db, open)
  if (charged) reportCharge(call, charged)
  say(call, 'payment_intent.payment_failed', open)
  return { intent: open, declined }
}
