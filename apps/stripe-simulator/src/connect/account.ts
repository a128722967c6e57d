import type Stripe from 'stripe'
import { randomText, stripeId } from '../books/ids.ts'
import type { Call } from '../wire/call.ts'
import { merged } from '../wire/metadata.ts'
import { notSimulated } from '../wire/refusal.ts'
import type { Requests } from '../wire/wire-types.ts'

type Capability = 'card_payments' | 'transfers'
type Requested = Partial<Record<Capability, boolean>>

export const accountId = () => `acct_1Q${randomText(14)}`

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

const nothingDue = { ...requirements([], null) }

export function requestedIn(params: { capabilities?: Stripe.AccountCreateParams.Capabilities }): Requested {
  const asked = params.capabilities ?? {}
  const odd = Object.keys(asked).find((name) => name !== 'card_payments' && name !== 'transfers')
  if (odd) throw notSimulated(`the capability '${odd}'`, `capabilities[${odd}]`)
  const requested = (name: Capability) =>
    asked[name]?.requested === undefined ? {} : { [name]: asked[name].requested }
  return { ...requested('card_payments'), ...requested('transfers') }
}

export function open(call: Call, params: Requests['AccountCreateParams']): Stripe.Account {
  const type = params.type ?? (params.controller ? 'none' : 'standard')
  const country = params.country ?? 'US'
  return {
    id: accountId(),
    object: 'account',
    business_profile: profile(params.business_profile, null),
    business_type: params.business_type ?? null,
    capabilities: withRequests({}, requestedIn(params), false),
    charges_enabled: false,
    controller: controller(params),
    country,
    created: call.now,
    default_currency: params.default_currency ?? 'usd',
    details_submitted: false,
    email: params.email ?? null,
    external_accounts: { object: 'list', data: [], has_more: false, url: '' },
    future_requirements: nothingDue as Stripe.Account.FutureRequirements,
    metadata: merged({}, params.metadata),
    payouts_enabled: false,
    requirements: requirements(dueAtOnboarding, 'requirements.past_due'),
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type,
  }
}

function controller({ type, controller: asked }: Requests['AccountCreateParams']): Stripe.Account.Controller {
  const isExpress = type === 'express'
  return {
    fees: { payer: isExpress ? 'application_express' : (asked?.fees?.payer ?? 'account') },
    is_controller: true,
    losses: { payments: isExpress ? 'application' : (asked?.losses?.payments ?? 'stripe') },
    requirement_collection: asked?.requirement_collection ?? 'stripe',
    stripe_dashboard: { type: isExpress ? 'express' : (asked?.stripe_dashboard?.type ?? 'full') },
    type: 'application',
  }
}

export function profile(
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

export function withRequests(
  current: Stripe.Account.Capabilities,
  requested: Requested,
  isOnboarded: boolean,
): Stripe.Account.Capabilities {
  const entries = Object.entries(requested).map(([name, wanted]) => [
    name,
    wanted ? (isOnboarded ? 'active' : 'inactive') : undefined,
  ])
  const merge = { ...current, ...Object.fromEntries(entries) } as Stripe.Account.Capabilities
  return Object.fromEntries(Object.entries(merge).filter(([, status]) => status !== undefined))
}

const enabled = (account: Stripe.Account): Stripe.Account => ({
  ...account,
  charges_enabled: account.capabilities?.card_payments === 'active',
  payouts_enabled: account.capabilities?.transfers === 'active',
})

const allOf = (capabilities: Stripe.Account.Capabilities, status: 'active' | 'inactive') =>
  Object.fromEntries(Object.keys(capabilities).map((name) => [name, status]))

/** An account that asked for nothing gets what Express accounts get by default. */
export function onboarded(account: Stripe.Account, now: number): Stripe.Account {
  const asked = account.capabilities ?? {}
  const capabilities = allOf(
    Object.keys(asked).length > 0 ? asked : { card_payments: 'inactive', transfers: 'inactive' },
    'active',
  )
  const banks = account.external_accounts?.data.length ? account.external_accounts.data : [testBank(account)]
  return enabled({
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

/** Stripe wants more papers, or stopped the account: it can neither charge nor be paid until it is onboarded again. */
export function restricted(
  account: Stripe.Account,
  disabledReason: Stripe.Account.Requirements.DisabledReason,
): Stripe.Account {
  return enabled({
    ...account,
    capabilities: allOf(account.capabilities ?? {}, 'inactive'),
    requirements: requirements(['individual.verification.document'], disabledReason),
  })
}

export const reconsidered = (account: Stripe.Account, requested: Requested): Stripe.Account =>
  enabled({ ...account, capabilities: withRequests(account.capabilities ?? {}, requested, account.details_submitted) })

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
