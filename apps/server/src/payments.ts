import { stripeProvider } from '@buy-locals/payment/adapters/stripe-provider'
import type { Provider } from '@buy-locals/payment/provider'
import { readOrCreateKeys } from '@buy-locals/stripe-simulator/keys'
import type { Config } from './config.ts'
import { startSimulatorProcess, type RunningSimulator } from './simulator.ts'

export type Payments = {
  provider: Provider | undefined
  simulator: RunningSimulator | undefined
  publishableKey: string | undefined
}

/** Stripe, or the simulator in its own process, or none. Webhooks go to our own address, if we have one. */
export async function startPayments(config: Config, ownUrl?: string): Promise<Payments> {
  if (config.payments === 'off') return { provider: undefined, simulator: undefined, publishableKey: undefined }
  if (config.payments === 'stripe') {
    const provider = stripeProvider({
      secretKey: config.STRIPE_SECRET_KEY ?? '',
      publishableKey: config.STRIPE_PUBLISHABLE_KEY ?? '',
      webhookSecrets: [config.STRIPE_WEBHOOK_SECRET ?? '', config.STRIPE_CONNECT_WEBHOOK_SECRET ?? ''],
      apiBase: config.STRIPE_API_BASE,
    })
    return { provider, simulator: undefined, publishableKey: provider.publishableKey }
  }
  const webhook = ownUrl && { webhookUrl: `${ownUrl}/v1/stripe/webhook` }
  const simulator = await startSimulatorProcess({ dataDir: config.DATA_DIR, ...webhook })
  const { secretKey, publishableKey, webhookSecret, connectWebhookSecret } = readOrCreateKeys(config.DATA_DIR)
  const webhookSecrets = [webhookSecret, connectWebhookSecret]
  return {
    provider: stripeProvider({ secretKey, publishableKey, webhookSecrets, apiBase: simulator.url }),
    simulator,
    publishableKey,
  }
}
