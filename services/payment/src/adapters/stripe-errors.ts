import Stripe from 'stripe'
import { Problem } from '@buy-locals/contracts/problem'
import type { Created, Refused } from '../card-payments.ts'

const { StripeError, StripeConnectionError, StripeAPIError, StripeRateLimitError } = Stripe.errors

const isUnavailable = (error: unknown): boolean =>
  error instanceof StripeConnectionError ||
  error instanceof StripeAPIError ||
  error instanceof StripeRateLimitError ||
  (error instanceof StripeError && (error.statusCode ?? 0) === 409)

/** Turns Stripe's errors into ours. That Stripe cannot be reached is not our fault, and the client may try again. */
export async function translateErrors<T>(call: Promise<T>): Promise<T> {
  return call.catch((error: unknown) => {
    if (isUnavailable(error)) throw new Problem('payment/provider', 'Try again in a moment', { retryAfter: 5 })
    if (error instanceof StripeError && error.code?.startsWith('amount_too_'))
      throw new Problem('payment/not-payable', 'The amount is outside of what can be paid by card')
    throw error
  })
}

/** A clear refusal is a result, not an error. */
export async function createdOrRefused(call: Promise<{ id: string }>): Promise<Created | Refused> {
  return translateErrors(
    call.then(
      ({ id }): Created => ({ kind: 'created', reference: id }),
      (error: unknown): Refused => {
        if (error instanceof StripeError && error.type === 'StripeInvalidRequestError' && !isUnavailable(error))
          return { kind: 'refused', reason: error.code ?? error.type }
        throw error
      },
    ),
  )
}

/** Undefined where the account's owner has taken our access away, or the account is gone. */
export async function unlessDenied<T>(call: Promise<T>): Promise<T | undefined> {
  return call.catch((error: unknown) => {
    if (error instanceof StripeError && error.code === 'account_invalid') return undefined
    throw error
  })
}
