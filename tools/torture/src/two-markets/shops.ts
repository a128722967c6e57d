import * as auth from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import * as business from '@buy-locals/contracts/business/operations'
import type { Input } from '@buy-locals/contracts/operation'
import { onboardPayee } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { address, alwaysOpen, location } from '../seed.ts'
import { submitOnboarding } from '../stripe.ts'
import type { CallAs, People, PersonName } from './people.ts'

export type Shop = {
  id: Id<'business'>
  slug: string
  marketId: Id<'market'>
  owner: PersonName
  operator: PersonName
  /** A group with 500 seats, so that one start serves many requests. */
  groupId: Id<'service'>
  paidGroupId: Id<'service'>
  staffId: Id<'staff'>
  /** A business of the same people, to be changed, approved and suspended. */
  annexId: Id<'business'>
  /** A market of the same operator, without a business. */
  emptyMarketId: Id<'market'>
}

export type ShopOptions = Pick<Shop, 'marketId' | 'emptyMarketId' | 'owner' | 'operator'> & { name: string }
type ServiceTerms = Input<typeof booking.addService>['body']

export async function openShop(callAs: CallAs, people: People, options: ShopOptions): Promise<Shop> {
  const { owner } = options
  const { id, slug } = await openBusiness(callAs, options)
  const annex = await openBusiness(callAs, { ...options, name: `${options.name} Annex` })
  if (owner === 'owner') for (const business of [id, annex.id]) await addTeam(callAs, people, business)
  const params = { businessId: id }
  const createService = (name: string, terms: Partial<ServiceTerms>) => {
    const defaults = {
      durationMinutes: 30,
      stepMinutes: 5,
      capacity: 500,
      price: { amount: 4_000, currency: 'USD' as const },
    }
    return callAs(owner, booking.addService, { params, body: { name, ...defaults, ...terms } })
  }
  const { id: staffId } = await callAs(owner, booking.addStaff, { params, body: { name: 'Ann' } })
  const group = await createService('Choir', {})
  const paid = await createService('Concert', { payment: 'online' })
  const { onboardingUrl } = await callAs(owner, onboardPayee, { params })
  await submitOnboarding(onboardingUrl)
  return { ...options, id, slug, staffId, groupId: group.id, paidGroupId: paid.id, annexId: annex.id }
}

async function openBusiness(callAs: CallAs, { owner, operator, name, marketId }: ShopOptions) {
  const draft = await createDraft(callAs, { owner, name, marketId })
  const params = { businessId: draft.id }
  await callAs(owner, business.publishBusiness, { params })
  return callAs(operator, business.approveBusiness, { params })
}

/** With hours, so that it can be published. */
export async function createDraft(
  callAs: CallAs,
  { owner, name, marketId }: Pick<ShopOptions, 'owner' | 'name' | 'marketId'>,
) {
  const body = { name, categories: ['music' as const], address, location, marketId }
  const draft = await callAs(owner, business.registerBusiness, { body })
  await callAs(owner, business.changeHours, { params: { businessId: draft.id }, body: alwaysOpen })
  return draft
}

export async function addTeam(callAs: CallAs, people: People, businessId: Id<'business'>): Promise<void> {
  for (const role of ['staff', 'manager'] as const) {
    await callAs('owner', auth.addMember, { params: { businessId }, body: { email: people[role].email, role } })
    await acceptInvitation(callAs, role, businessId)
  }
}

async function acceptInvitation(callAs: CallAs, name: PersonName, businessId: Id<'business'>): Promise<void> {
  const { items } = await callAs(name, auth.listInvitations, {})
  const invitation = items.find((one) => one.businessId === businessId)
  if (!invitation) throw new Error(`There is no invitation of ${name}`)
  await callAs(name, auth.acceptInvitation, { params: { invitationId: invitation.id } })
}
