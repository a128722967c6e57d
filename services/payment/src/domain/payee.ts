import type { Id } from '@buy-locals/values/ids'

export type Account = { submitted: boolean; chargesEnabled: boolean; payoutsEnabled: boolean; requirements: string[] }

export type Payee = Account & { businessId: Id<'business'>; account: string; version: number }

export const fresh: Account = { submitted: false, chargesEnabled: false, payoutsEnabled: false, requirements: [] }

export function statusOf(payee: Account | undefined): 'none' | 'onboarding' | 'restricted' | 'ready' {
  if (!payee) return 'none'
  if (!payee.submitted) return 'onboarding'
  return payee.chargesEnabled && payee.payoutsEnabled ? 'ready' : 'restricted'
}

/** As everybody else may know it. */
export const present = (payee: Account | undefined) => ({
  status: statusOf(payee),
  chargesEnabled: payee?.chargesEnabled ?? false,
  payoutsEnabled: payee?.payoutsEnabled ?? false,
  requirements: payee?.requirements ?? [],
})

export const isSame = (a: Account, b: Account): boolean =>
  a.submitted === b.submitted &&
  a.chargesEnabled === b.chargesEnabled &&
  a.payoutsEnabled === b.payoutsEnabled &&
  a.requirements.join() === b.requirements.join()
