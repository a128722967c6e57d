import { Problem } from '@buy-locals/contracts/problem'
import type { ServiceDeps } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { CardPayments } from './card-payments.ts'
import type { Database } from './persistence/database.ts'

export type Deps = ServiceDeps<Database> & {
  /** Undefined where payments are off. */
  cardPayments: CardPayments | undefined
  /** Where an owner comes back to from the provider's onboarding. */
  onboardingReturnUrl(businessId: Id<'business'>): string
}

export function requireCardPayments({ cardPayments }: Pick<Deps, 'cardPayments'>): CardPayments {
  if (!cardPayments) throw new Problem('payment/off', 'Payments are switched off here; pay at the venue')
  return cardPayments
}
