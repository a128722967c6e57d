import Stripe from 'stripe'
import { Problem } from '@buy-locals/contracts/problem'
import type { Made, Refused } from '../provider.ts'

const { StripeError, StripeConnectionError, StripeAPIError, StripeRateLimitError } = Stripe.errors

const isAway = (error: unknown): boolean =>
  error instanceof StripeConnectionError ||
  error instanceof StripeAPIError ||
  error instanceof StripeRateLimitError ||
  (error instanceof StripeError && (error.statusCode ?? 0) === 409)

/** A provider that cannot be reached is not our fault and may be asked again. */
export async function reached<T>(call: Promise<T>): Promise<T> {
  return call.catch((error: unknown) => {
    if (isAway(error)) throw new Problem('payment/provider', 'Try again in a moment', { retryAfter: 5 })
    if (error instanceof StripeError && error.code?.startsWith('amount_too_'))
      throw new Problem('payment/not-payable', 'The amount is outside of what can be paid by card')
    throw error
  })
}

/** A clear no is an answer. */
export async function orRefused(call: Promise<Made>): Promise<Made | Refused> {
  return reached(
    call.catch((error: unknown): Refused => {
      if (error instanceof StripeError && error.type === 'StripeInvalidRequestError' && !isAway(error))
        return { kind: 'refused', why: error.code ?? error.type }
      throw error
    }),
  )
}

export const idOf = (of: string | { id: string } | null): string | undefined => (typeof of === 'string' ? of : of?.id)
