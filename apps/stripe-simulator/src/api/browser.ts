import type { NextFunction, Request, Response } from 'express'
import { createPaymentMethod } from '../payments/payment-methods.ts'
import * as objects from '../database/objects.ts'
import type { Context } from './context.ts'
import type { Form } from './form.ts'
import { invalidRequest, missingParam, resourceMissing, StripeError } from './error.ts'
import { checkRequest } from './schemas.ts'
import type { Requests } from './sdk-types.ts'

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
const isOfThisMachine = (origin: string) => loopback.test(origin.replace(/^https?:\/\//, ''))

/** A page from elsewhere names its origin, or this machine by a name of its own. */
export function refuseForeignPages({ headers: { origin, host = '' } }: Request, _res: Response, next: NextFunction) {
  if (loopback.test(host) && (origin === undefined || isOfThisMachine(origin))) return next()
  throw new StripeError(403, {
    type: 'invalid_request_error',
    message: 'This is a simulator. It serves pages and programs of its own machine only.',
  })
}

/** A payment form on this machine confirms from the browser, as it would with Stripe.js. */
export function allowLoopbackPages(req: Request, res: Response, next: NextFunction): void {
  const { origin } = req.headers
  if (origin === undefined || !req.path.startsWith('/v1/')) return next()
  res.set({
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type, idempotency-key, stripe-account, stripe-version',
    'access-control-expose-headers': 'request-id, idempotent-replayed',
    'access-control-max-age': '600',
    vary: 'origin',
  })
  if (req.method === 'OPTIONS') return void res.status(204).end()
  next()
}

export type BrowserFields = { secret: string; card: Form | undefined }

/** Stripe.js sends fields that the server's SDK has no types for: the payment's secret and the card itself. */
export function takeBrowserFields(form: Form): BrowserFields {
  const { client_secret: secret, payment_method_data: card } = form
  delete form['client_secret']
  delete form['payment_method_data']
  if (card !== undefined && (typeof card === 'string' || Array.isArray(card))) {
    throw invalidRequest('Invalid object', { param: 'payment_method_data' })
  }
  if (card) checkRequest('PaymentMethodCreateParams', card)
  return { secret: typeof secret === 'string' ? secret : '', card }
}

/** The form has been checked against the schema made from this very type. */
export function saveCard(context: Context, form: Form, card: Form | undefined): void {
  if (card) form['payment_method'] = createPaymentMethod(context, card as Requests['PaymentMethodCreateParams']).id
}

/** With a publishable key, knowing the client secret is what allows it. */
export function checkClientSecret(context: Context, id: string | undefined, secret: string): void {
  if (id === undefined) return
  const found = objects.findAny(context.db, id)?.document
  const expected = found && 'client_secret' in found ? found.client_secret : undefined
  if (!expected) throw resourceMissing('payment_intent', id, 'intent')
  if (secret === '') throw missingParam('client_secret')
  if (secret !== expected) {
    throw invalidRequest(
      'The client_secret provided does not match the client_secret associated with the PaymentIntent.',
      {
        code: 'payment_intent_invalid_parameter',
        param: 'client_secret',
      },
    )
  }
}

const shownInBrowsers = [
  ...['id', 'object', 'amount', 'amount_details', 'automatic_payment_methods', 'canceled_at', 'cancellation_reason'],
  ...['capture_method', 'client_secret', 'confirmation_method', 'created', 'currency', 'description'],
  ...['last_payment_error', 'livemode', 'next_action', 'payment_method', 'payment_method_types', 'processing'],
  ...['receipt_email', 'setup_future_usage', 'shipping', 'source', 'status'],
]

/** Metadata, customer and charge are the merchant's; a browser does not see them. */
export function forBrowser(body: Record<string, unknown>): Record<string, unknown> {
  if (body['object'] !== 'payment_intent') return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => shownInBrowsers.includes(name)))
}
