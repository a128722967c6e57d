import { Problem } from '@buy-locals/contracts/problem'
import type { ServiceDeps } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './persistence/database.ts'
import type { Provider } from './provider.ts'

export type Deps = ServiceDeps<Database> & {
  /** None where payments are switched off. */
  provider: Provider | undefined
  /** Where an owner comes back to from the provider's onboarding. */
  onboardingReturnUrl(businessId: Id<'business'>): string
}

export function providerOf({ provider }: Pick<Deps, 'provider'>): Provider {
  if (!provider) throw new Problem('payment/off', 'Payments are switched off here; pay at the venue')
  return provider
}
