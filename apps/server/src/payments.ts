import { stripeCardPayments } from '@buy-locals/payment/adapters/stripe-card-payments'
import type { CardPayments } from '@buy-locals/payment/card-payments'
import { readOrCreateKeys } from '@buy-locals/stripe-simulator/keys'
import type { Config } from './config.ts'
import { startSimulatorProcess, type RunningSimulator } from './simulator.ts'

export type Payments = {
  cardPayments: CardPayments | undefined
  simulator: RunningSimulator | undefined
  publishableKey: string | undefined
}

/** Stripe, or the simulator in its own process, or none. Webhooks go to our own address, if we have one. */
export async function startPayments(config: Config, ownUrl?: string): Promise<Payments> {
  if (config.payments === 'off') return { cardPayments: undefined, simulator: undefined, publishableKey: undefined }
  if (config.payments === 'stripe') {
    const cardPayments = stripeCardPayments({
      secretKey: config.STRIPE_SECRET_KEY ?? '',
      publishableKey: config.STRIPE_PUBLISHABLE_KEY ?? '',
      webhookSecrets: [config.STRIPE_WEBHOOK_SECRET ?? '', config.STRIPE_CONNECT_WEBHOOK_SECRET ?? ''],
      apiBase: config.STRIPE_API_BASE,
    })
    return { cardPayments, simulator: undefined, publishableKey: cardPayments.publishableKey }
  }
  const webhook = ownUrl && { webhookUrl: `${ownUrl}/v1/stripe/webhook` }
  const simulator = await startSimulatorProcess({ dataDir: config.DATA_DIR, ...webhook })
  const { secretKey, publishableKey, webhookSecret, connectWebhookSecret } = readOrCreateKeys(config.DATA_DIR)
  const webhookSecrets = [webhookSecret, connectWebhookSecret]
  return {
    cardPayments: stripeCardPayments({ secretKey, publishableKey, webhookSecrets, apiBase: simulator.url }),
    simulator,
    publishableKey,
  }
}
