import { readConfig } from '@buy-locals/service-kit/config'
import { hostedDeps, type Host } from '@buy-locals/service-kit/host'
import type { Service } from '@buy-locals/service-kit/service'
import { stripeCardPayments, type StripeSettings } from './adapters/stripe-card-payments.ts'
import type { CardPayments } from './card-payments.ts'
import { config } from './config.ts'
import type { Deps } from './deps.ts'
import type { Database } from './persistence/database.ts'
import { paymentService } from './service.ts'

type Environment = Record<string, string | undefined>

/** The payment service, from what its host shares with it and the environment. A host that runs the Stripe simulator says where it is. */
export function paymentFromConfig(
  host: Host,
  environment: Environment,
  simulator?: StripeSettings,
): { service: Service; deps: Deps } {
  const deps: Deps = {
    ...hostedDeps<Database>('payment', host),
    cardPayments: cardPaymentsFromConfig(environment, simulator),
    onboardingReturnUrl: (businessId) => `${host.publicUrl}/dashboard/${businessId}/money`,
  }
  return { service: paymentService(deps), deps }
}

/** Undefined where payments are off. */
export function cardPaymentsFromConfig(environment: Environment, simulator?: StripeSettings): CardPayments | undefined {
  const stripe = simulator ?? readConfig(config, environment).stripe
  return stripe && stripeCardPayments(stripe)
}
