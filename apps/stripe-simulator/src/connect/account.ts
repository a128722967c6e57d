import type Stripe from 'stripe'
import type { Context } from '../api/context.ts'
import { notSimulated } from '../api/error.ts'
import { mergeMetadata } from '../api/params.ts'
import type { Requests } from '../api/sdk-types.ts'
import { randomText, stripeId } from '../ids.ts'

type Capability = 'card_payments' | 'transfers'
type CapabilityRequests = Partial<Record<Capability, boolean>>

export const newAccountId = () => `acct_1Q${randomText(14)}`

const dueAtOnboarding = [
  'business_profile.mcc',
  'business_profile.url',
  'external_account',
  'individual.dob.day',
  'individual.first_name',
  'individual.last_name',
  'tos_acceptance.date',
]

const requirements = (
  due: string[],
  disabledReason: Stripe.Account.Requirements.DisabledReason | null,
): Stripe.Account.Requirements => ({
  alternatives: [],
  current_deadline: null,
  currently_due: due,
  disabled_reason: disabledReason,
  errors: [],
  eventually_due: due,
  past_due: due,
  pending_verification: [],
})

const nothingDue = requirements([], null)

export function requestedCapabilities(params: {
  capabilities?: Stripe.AccountCreateParams.Capabilities
}): CapabilityRequests {
  const capabilities = params.capabilities ?? {}
  const unsupported = Object.keys(capabilities).find((name) => name !== 'card_payments' && name !== 'transfers')
  if (unsupported) throw notSimulated(`the capability '${unsupported}'`, `capabilities[${unsupported}]`)
  const requested = (name: Capability) =>
    capabilities[name]?.requested === undefined ? {} : { [name]: capabilities[name].requested }
  return { ...requested('card_payments'), ...requested('transfers') }
}

export function newAccount(context: Context, params: Requests['AccountCreateParams']): Stripe.Account {
  const type = params.type ?? (params.controller ? 'none' : 'standard')
  const country = params.country ?? 'US'
  return {
    id: newAccountId(),
    object: 'account',
    business_profile: businessProfile(params.business_profile, null),
    business_type: params.business_type ?? null,
    capabilities: requestCapabilities({}, requestedCapabilities(params), false),
    charges_enabled: false,
    controller: controllerFrom(params),
    country,
    created: context.now,
    default_currency: params.default_currency ?? 'usd',
    details_submitted: false,
    email: params.email ?? null,
    external_accounts: { object: 'list', data: [], has_more: false, url: '' },
    future_requirements: nothingDue as Stripe.Account.FutureRequirements,
    metadata: mergeMetadata({}, params.metadata),
    payouts_enabled: false,
    requirements: requirements(dueAtOnboarding, 'requirements.past_due'),
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type,
  }
}

function controllerFrom({ type, controller }: Requests['AccountCreateParams']): Stripe.Account.Controller {
  const isExpress = type === 'express'
  return {
    fees: { payer: isExpress ? 'application_express' : (controller?.fees?.payer ?? 'account') },
    is_controller: true,
    losses: { payments: isExpress ? 'application' : (controller?.losses?.payments ?? 'stripe') },
    requirement_collection: controller?.requirement_collection ?? 'stripe',
    stripe_dashboard: { type: isExpress ? 'express' : (controller?.stripe_dashboard?.type ?? 'full') },
    type: 'application',
  }
}

export function businessProfile(
  change: Stripe.AccountUpdateParams.BusinessProfile | undefined,
  current: Stripe.Account.BusinessProfile | null,
): Stripe.Account.BusinessProfile {
  return {
    mcc: change?.mcc ?? current?.mcc ?? null,
    minority_owned_business_designation: null,
    name: change?.name ?? current?.name ?? null,
    specified_commercial_transactions_act_url: null,
    support_address: null,
    support_email: change?.support_email ?? current?.support_email ?? null,
    support_phone: change?.support_phone ?? current?.support_phone ?? null,
    support_url: change?.support_url ?? current?.support_url ?? null,
    url: change?.url ?? current?.url ?? null,
  }
}

export function requestCapabilities(
  current: Stripe.Account.Capabilities,
  requested: CapabilityRequests,
  isOnboarded: boolean,
): Stripe.Account.Capabilities {
  const entries = Object.entries(requested).map(([name, isRequested]) => [
    name,
    isRequested ? (isOnboarded ? 'active' : 'inactive') : undefined,
  ])
  const merged = { ...current, ...Object.fromEntries(entries) } as Stripe.Account.Capabilities
  return Object.fromEntries(Object.entries(merged).filter(([, status]) => status !== undefined))
}

const withEnabledFlags = (account: Stripe.Account): Stripe.Account => ({
  ...account,
  charges_enabled: account.capabilities?.card_payments === 'active',
  payouts_enabled: account.capabilities?.transfers === 'active',
})

const withStatus = (capabilities: Stripe.Account.Capabilities, status: 'active' | 'inactive') =>
  Object.fromEntries(Object.keys(capabilities).map((name) => [name, status]))

/** An account that requested no capability gets what Express accounts get by default. */
export function completeOnboarding(account: Stripe.Account, now: number): Stripe.Account {
  const requested = account.capabilities ?? {}
  const capabilities = withStatus(
    Object.keys(requested).length > 0 ? requested : { card_payments: 'inactive', transfers: 'inactive' },
    'active',
  )
  const banks = account.external_accounts?.data.length ? account.external_accounts.data : [testBank(account)]
  return withEnabledFlags({
    ...account,
    capabilities,
    details_submitted: true,
    external_accounts: {
      object: 'list',
      data: banks,
      has_more: false,
      url: `/v1/accounts/${account.id}/external_accounts`,
    },
    requirements: nothingDue,
    tos_acceptance: { ...account.tos_acceptance, date: now },
  })
}

/** Stripe needs more documents or stopped the account: it can neither charge nor be paid until it is onboarded again. */
export function restrict(
  account: Stripe.Account,
  disabledReason: Stripe.Account.Requirements.DisabledReason,
): Stripe.Account {
  return withEnabledFlags({
    ...account,
    capabilities: withStatus(account.capabilities ?? {}, 'inactive'),
    requirements: requirements(['individual.verification.document'], disabledReason),
  })
}

export const changeCapabilities = (account: Stripe.Account, requested: CapabilityRequests): Stripe.Account =>
  withEnabledFlags({
    ...account,
    capabilities: requestCapabilities(account.capabilities ?? {}, requested, account.details_submitted),
  })

const testBank = (account: Stripe.Account): Stripe.BankAccount => ({
  id: stripeId('ba'),
  object: 'bank_account',
  account: account.id,
  account_holder_name: null,
  account_holder_type: null,
  account_type: null,
  available_payout_methods: ['standard'],
  bank_name: 'STRIPE TEST BANK',
  country: account.country ?? 'US',
  currency: account.default_currency ?? 'usd',
  default_for_currency: true,
  fingerprint: 'simulated',
  future_requirements: null,
  last4: '6789',
  metadata: {},
  requirements: null,
  routing_number: '110000000',
  status: 'new',
})

export const platformAccount = (id: string, now: number): Stripe.Account => ({
  id,
  object: 'account',
  charges_enabled: true,
  capabilities: { card_payments: 'active', transfers: 'active' },
  country: 'US',
  created: now,
  default_currency: 'usd',
  details_submitted: true,
  email: 'platform@simulator.example',
  metadata: {},
  payouts_enabled: true,
  type: 'standard',
})
