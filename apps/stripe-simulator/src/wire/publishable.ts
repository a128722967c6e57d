import { methodFromData } from '../payments/card-payment-method.ts'
import * as objects from '../books/objects.ts'
import type { Call } from './call.ts'
import type { Form } from './form.ts'
import { invalid, noSuch } from './refusal.ts'
import { checkRequest } from './schemas.ts'
import type { Requests } from './wire-types.ts'

export type BrowserFields = { secret: string; card: Form | undefined }

/** Stripe.js sends fields that the server's SDK has no types for: the payment's secret and the card itself. */
export function takeBrowserFields(form: Form): BrowserFields {
  const { client_secret: secret, payment_method_data: card } = form
  delete form['client_secret']
  delete form['payment_method_data']
  if (card !== undefined && (typeof card === 'string' || Array.isArray(card))) {
    throw invalid('Invalid object', { param: 'payment_method_data' })
  }
  if (card) checkRequest('PaymentMethodCreateParams', card)
  return { secret: typeof secret === 'string' ? secret : '', card }
}

/** The form has been checked against the schema made from this very type. */
export function saveCard(call: Call, form: Form, card: Form | undefined): void {
  if (card) form['payment_method'] = methodFromData(call, card as Requests['PaymentMethodCreateParams']).id
}

/** With a publishable key, knowing the client secret is what allows it. */
export function checkClientSecret(call: Call, id: string | undefined, secret: string): void {
  if (id === undefined) return
  const found = objects.findAny(call.db, id)?.document
  const expected = found && 'client_secret' in found ? found.client_secret : undefined
  if (!expected) throw noSuch('payment_intent', id, 'intent')
  if (secret === '')
    throw invalid('Missing required param: client_secret.', { code: 'parameter_missing', param: 'client_secret' })
  if (secret !== expected) {
    throw invalid('The client_secret provided does not match the client_secret associated with the PaymentIntent.', {
      code: 'payment_intent_invalid_parameter',
      param: 'client_secret',
    })
  }
}

const shownInBrowsers = [
  ...['id', 'object', 'amount', 'amount_details', 'automatic_payment_methods', 'canceled_at', 'cancellation_reason'],
  ...[
    'capture_method',
    'client_secret',
    'confirmation_method',
    'created',
    'currency',
    'description',
    'last_payment_error',
  ],
  ...['livemode', 'next_action', 'payment_method', 'payment_method_types', 'processing', 'receipt_email'],
  ...['setup_future_usage', 'shipping', 'source', 'status'],
]

/** Metadata, customer and charge are the merchant's; a browser does not see them. */
export function forBrowser(body: Record<string, unknown>): Record<string, unknown> {
  if (body['object'] !== 'payment_intent') return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => shownInBrowsers.includes(name)))
}
