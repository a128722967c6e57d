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

/** A response with Stripe's `error` body. A declined card commits what was written before it: the failed charge is on record. */
export class StripeError extends Error {
  readonly status: number
  readonly body: StripeErrorBody
  readonly commitsChanges: boolean

  constructor(status: number, body: StripeErrorBody, { commitsChanges = false } = {}) {
    super(body.message)
    this.status = status
    this.body = body.code
      ? { doc_url: `https://docs.stripe.com/error-codes/${body.code.replaceAll('_', '-')}`, ...body }
      : body
    this.commitsChanges = commitsChanges
  }
}

export const invalidRequest = (message: string, more: { code?: string; param?: string } = {}) =>
  new StripeError(400, { type: 'invalid_request_error', message, ...more })

export const missingParam = (param: string) =>
  invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param })

export const resourceMissing = (noun: string, id: string, param = 'id') =>
  new StripeError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${noun}: '${id}'`,
    param,
  })

export const notSimulated = (what: string, param?: string) =>
  invalidRequest(`The simulator does not implement ${what}. Stripe may accept it.`, param ? { param } : {})
