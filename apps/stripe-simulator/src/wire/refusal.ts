import type { Stripe } from 'stripe'

export type StripeErrorBody = {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'
  message: string
  code?: string
  decline_code?: string
  doc_url?: string
  param?: string
  charge?: string
  payment_intent?: Stripe.PaymentIntent
  payment_method?: Stripe.PaymentMethod
}

/** An answer with Stripe's `error` body. A declined card keeps what was written before it: the failed charge is on record. */
export class Refusal extends Error {
  readonly status: number
  readonly body: StripeErrorBody
  readonly keepsTheBooks: boolean

  constructor(status: number, body: StripeErrorBody, { keepsTheBooks = false } = {}) {
    super(body.message)
    this.status = status
    this.body = body.code
      ? { doc_url: `https://docs.stripe.com/error-codes/${body.code.replaceAll('_', '-')}`, ...body }
      : body
    this.keepsTheBooks = keepsTheBooks
  }
}

export const invalid = (message: string, more: { code?: string; param?: string } = {}) =>
  new Refusal(400, { type: 'invalid_request_error', message, ...more })

export const noSuch = (noun: string, id: string, param = 'id') =>
  new Refusal(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${noun}: '${id}'`,
    param,
  })

export const notSimulated = (what: string, param?: string) =>
  invalid(`The simulator does not implement ${what}. Stripe may accept it.`, param ? { param } : {})
