import { z } from 'zod'

const key = z.string().min(10)

const environment = z.discriminatedUnion('PAYMENTS', [
  z.object({ PAYMENTS: z.literal('off') }),
  z.object({
    PAYMENTS: z.literal('stripe').optional(),
    STRIPE_SECRET_KEY: key,
    STRIPE_PUBLISHABLE_KEY: key,
    STRIPE_WEBHOOK_SECRET: key,
    STRIPE_CONNECT_WEBHOOK_SECRET: key,
    STRIPE_API_BASE: z.url().optional(),
  }),
])

/** What the environment says of payments: the keys of a Stripe account, or that payments are off. */
export const config = environment.transform((values) => ({
  stripe:
    values.PAYMENTS === 'off'
      ? undefined
      : {
          secretKey: values.STRIPE_SECRET_KEY,
          publishableKey: values.STRIPE_PUBLISHABLE_KEY,
          webhookSecrets: [values.STRIPE_WEBHOOK_SECRET, values.STRIPE_CONNECT_WEBHOOK_SECRET],
          apiBase: values.STRIPE_API_BASE,
        },
}))
