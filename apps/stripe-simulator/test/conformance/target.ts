import Stripe from 'stripe'
import { onboard, startTestSimulator } from '../support.ts'

export type Target = {
  stripe: Stripe
  /** An account that can receive transfers, or undefined where none can be made without a person. */
  seller: () => Promise<string | undefined>
  [Symbol.asyncDispose]: () => Promise<void>
}

/** The same suite runs against the simulator, or against Stripe where a test key is given. */
export async function conformanceTarget(): Promise<Target> {
  const key = process.env['STRIPE_CONFORMANCE_KEY']
  if (key) {
    const seller = () => Promise.resolve(process.env['STRIPE_CONNECTED_ACCOUNT'])
    return { stripe: new Stripe(key), seller, [Symbol.asyncDispose]: () => Promise.resolve() }
  }
  const simulator = await startTestSimulator()
  return { stripe: simulator.stripe, seller: () => onboard(simulator), [Symbol.asyncDispose]: () => simulator.stop() }
}

export const paymentParams = {
  amount: 2_000,
  currency: 'usd',
  confirm: true,
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} as const

/** The error that a request is expected to end in. */
export async function stripeErrorOf(attempt: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const outcome: unknown = await attempt.then(
    (response) => new Error(`Not refused: ${JSON.stringify(response).slice(0, 200)}`),
    (error: unknown) => error,
  )
  if (outcome instanceof Stripe.errors.StripeError) return outcome
  throw outcome
}

/** The id in a field that was not expanded. */
export const idOf = (field: string | { id: string } | null): string =>
  typeof field === 'string' ? field : (field?.id ?? '')
