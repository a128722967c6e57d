import * as auth from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import * as business from '@buy-locals/contracts/business/operations'
import { onboardPayee } from '@buy-locals/contracts/payment/operations'
import type { Input } from '@buy-locals/contracts/operation'
import type { Id } from '@buy-locals/values/ids'
import type { Name, People } from './people.ts'
import type { Ask } from './two-towns.ts'

export type Shop = {
  id: Id<'business'>
  slug: string
  marketId: Id<'market'>
  owner: Name
  operator: Name
  /** A group with 500 seats, so that one start serves many requests. */
  groupId: Id<'service'>
  paidGroupId: Id<'service'>
  staffId: Id<'staff'>
  /** Of the same people, to be changed, approved and suspended at will. */
  annexId: Id<'business'>
  /** Of the same operator, without a business. */
  emptyMarketId: Id<'market'>
}

export type Founded = Pick<Shop, 'marketId' | 'emptyMarketId' | 'owner' | 'operator'> & { name: string }
type Terms = Input<typeof booking.addService>['body']

/** Open day and night, so that nothing depends on the hour. */
export const always = {
  weekly: ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, opens: '00:00', closes: '24:00' })),
  special: [],
}
export const address = { street: '1 Main Street', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' }
export const location = { lat: 43.615, lon: -116.2 }

export async function openShop(ask: Ask, people: People, founded: Founded): Promise<Shop> {
  const { id, slug } = await openBusiness(ask, founded)
  const annex = await openBusiness(ask, { ...founded, name: `${founded.name} Annex` })
  if (founded.owner === 'owner') for (const business of [id, annex.id]) await addTeam(ask, people, business)
  const params = { businessId: id }
  const offer = (name: string, terms: Partial<Terms>) => {
    const usual = {
      durationMinutes: 30,
      stepMinutes: 5,
      capacity: 500,
      price: { amount: 4_000, currency: 'USD' as const },
    }
    return ask(founded.owner, booking.addService, { params, body: { name, ...usual, ...terms } })
  }
  const { id: staffId } = await ask(founded.owner, booking.addStaff, { params, body: { name: 'Ann' } })
  const group = await offer('Choir', {})
  const paid = await offer('Concert', { payment: 'online' })
  const { onboardingUrl } = await ask(founded.owner, onboardPayee, { params })
  await fetch(onboardingUrl, { method: 'POST', body: new URLSearchParams({ outcome: 'submit' }), redirect: 'manual' })
  return { ...founded, id, slug, staffId, groupId: group.id, paidGroupId: paid.id, annexId: annex.id }
}

async function openBusiness(ask: Ask, { owner, operator, name, marketId }: Founded) {
  const draft = await openDraft(ask, { owner, name, marketId })
  const params = { businessId: draft.id }
  await ask(owner, business.publishBusiness, { params })
  return ask(operator, business.approveBusiness, { params })
}

/** With hours, and so fit to be shown to the operator. */
export async function openDraft(ask: Ask, { owner, name, marketId }: Pick<Founded, 'owner' | 'name' | 'marketId'>) {
  const body = { name, categories: ['music' as const], address, location, marketId }
  const draft = await ask(owner, business.registerBusiness, { body })
  await ask(owner, business.changeHours, { params: { businessId: draft.id }, body: always })
  return draft
}

export async function addTeam(ask: Ask, people: People, businessId: Id<'business'>): Promise<void> {
  for (const role of ['staff', 'manager'] as const)
    await ask('owner', auth.addMember, { params: { businessId }, body: { email: people[role].email, role } })
}
