import Stripe from 'stripe'
import { onboard, startStripe } from '../support.ts'

export type Target = {
  stripe: Stripe
  /** An account that can receive transfers, or undefined where none can be made without a person. */
  seller: () => Promise<string | undefined>
  [Symbol.asyncDispose]: () => Promise<void>
}

/** The same suite speaks to the simulator, or to Stripe where a test key is given. */
export async function target(): Promise<Target> {
  const key = process.env['STRIPE_CONFORMANCE_KEY']
  if (key) {
    const seller = () => Promise.resolve(process.env['STRIPE_CONNECTED_ACCOUNT'])
    return { stripe: new Stripe(key), seller, [Symbol.asyncDispose]: () => Promise.resolve() }
  }
  const simulated = await startStripe()
  return { stripe: simulated.stripe, seller: () => onboard(simulated), [Symbol.asyncDispose]: () => simulated.stop() }
}

export const pays = {
  amount: 2_000,
  currency: 'usd',
  confirm: true,
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} as const

/** What Stripe refused, and how. */
export async function refusal(attempt: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const outcome: unknown = await attempt.then(
    (answer) => new Error(`Not refused: ${JSON.stringify(answer).slice(0, 200)}`),
    (error: unknown) => error,
  )
  if (outcome instanceof Stripe.errors.StripeError) return outcome
  throw outcome
}

/** The id in a field that was not expanded. */
export const named = (field: string | { id: string } | null): string =>
  typeof field === 'string' ? field : (field?.id ?? '')
