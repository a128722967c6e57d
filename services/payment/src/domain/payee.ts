import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { payee } from '@buy-locals/contracts/payment/shapes'
import type { Id } from '@buy-locals/values/ids'

export type PayeeStatus = z.output<typeof payee>['status']

/** What the provider says of a business's account, in its words. */
export type Account = {
  detailsSubmitted: boolean
  chargesEnabled: boolean
  payoutsEnabled: boolean
  requirements: string[]
  /** The owner has taken the platform's access to it away, or the provider has closed it. */
  deauthorized: boolean
}

/** `account` is the provider's id of it. */
export type Payee = Account & {
  businessId: Id<'business'>
  account: string
  /** How many accounts it has had, this one included. */
  accountsMade: number
  /** When an owner was last sent to the provider's pages. */
  onboardingSince: Temporal.Instant
  version: number
}

export const noAccount: Account = {
  ...{ detailsSubmitted: false, chargesEnabled: false, payoutsEnabled: false, requirements: [], deauthorized: false },
}

export const newPayee = (businessId: Id<'business'>, account: string, onboardingSince: Temporal.Instant): Payee => ({
  ...noAccount,
  ...{ businessId, account, accountsMade: 1, onboardingSince, version: 1 },
})

export function payeeStatus(payee: Account | undefined): PayeeStatus {
  if (!payee || payee.deauthorized) return 'none'
  if (!payee.detailsSubmitted) return 'onboarding'
  return payee.chargesEnabled && payee.payoutsEnabled ? 'ready' : 'restricted'
}

export const isSameAccount = (a: Account, b: Account): boolean =>
  a.detailsSubmitted === b.detailsSubmitted &&
  a.chargesEnabled === b.chargesEnabled &&
  a.payoutsEnabled === b.payoutsEnabled &&
  a.deauthorized === b.deauthorized &&
  a.requirements.join() === b.requirements.join()
