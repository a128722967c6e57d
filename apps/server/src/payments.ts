import type { StripeSettings } from '@buy-locals/payment/adapters/stripe-card-payments'
import { readOrCreateKeys } from '@buy-locals/stripe-simulator/keys'
import type { Config } from './config.ts'
import { startSimulatorProcess, type RunningSimulator } from './simulator.ts'

export type Payments = PaymentSettings & { simulator: RunningSimulator | undefined }

/** What a process has to know of it that does not start the simulator. */
export type PaymentSettings = {
  simulator: { url: string; secretKey: string } | undefined
  /** The simulator's address and keys, which stand in for those of a Stripe account. */
  simulatorSettings: StripeSettings | undefined
  publishableKey: string | undefined
}

/** Starts the simulator in its own process, where neither Stripe's keys are set nor payments off. Webhooks go to our own address, if we have one. */
export async function startPayments(config: Config, ownUrl?: string): Promise<Payments> {
  if (config.payments !== 'simulator') {
    const publishableKey = config.payments === 'stripe' ? config.STRIPE_PUBLISHABLE_KEY : undefined
    return { simulator: undefined, simulatorSettings: undefined, publishableKey }
  }
  const webhook = ownUrl && { webhookUrl: webhookUrlOf(ownUrl) }
  const simulator = await startSimulatorProcess({ dataDir: config.DATA_DIR, ...webhook })
  const { secretKey, publishableKey, webhookSecret, connectWebhookSecret } = readOrCreateKeys(config.DATA_DIR)
  const webhookSecrets = [webhookSecret, connectWebhookSecret]
  const simulatorSettings = { secretKey, publishableKey, webhookSecrets, apiBase: simulator.url }
  return { simulator, simulatorSettings, publishableKey }
}

export const webhookUrlOf = (ownUrl: string): string => `${ownUrl}/v1/stripe/webhook`
