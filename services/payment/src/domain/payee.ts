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
}

/** `account` is the provider's id of it. */
export type Payee = Account & { businessId: Id<'business'>; account: string; version: number }

export const newPayee = (businessId: Id<'business'>, account: string): Payee => ({
  ...{ detailsSubmitted: false, chargesEnabled: false, payoutsEnabled: false, requirements: [] },
  ...{ businessId, account, version: 1 },
})

export function payeeStatus(payee: Account | undefined): PayeeStatus {
  if (!payee) return 'none'
  if (!payee.detailsSubmitted) return 'onboarding'
  return payee.chargesEnabled && payee.payoutsEnabled ? 'ready' : 'restricted'
}

export const isSameAccount = (a: Account, b: Account): boolean =>
  a.detailsSubmitted === b.detailsSubmitted &&
  a.chargesEnabled === b.chargesEnabled &&
  a.payoutsEnabled === b.payoutsEnabled &&
  a.requirements.join() === b.requirements.join()
