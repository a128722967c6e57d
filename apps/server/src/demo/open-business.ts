import { addResource, addService, addStaff } from '@buy-locals/contracts/booking/operations'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import {
  approveBusiness,
  changeHours,
  publishBusiness,
  registerBusiness,
} from '@buy-locals/contracts/business/operations'
import { onboardPayee, readPayee } from '@buy-locals/contracts/payment/operations'
import { markDemonstration } from '@buy-locals/business/use-cases/change-business'
import type { Id } from '@buy-locals/values/ids'
import { setTimeout } from 'node:timers/promises'
import type { DemoBusiness, DemoService } from './businesses/demo-business.ts'
import type { OpenBusiness, Person, Town } from './demo-town.ts'

/** One business, through the same operations that an owner and an operator use. */
export async function openBusiness(
  town: Town,
  profile: DemoBusiness,
  owner: Person,
): Promise<Omit<OpenBusiness, 'random'>> {
  const as = town.as(owner)
  const [lat, lon] = profile.at
  const { name, categories, price } = profile
  const address = { street: profile.street, city: 'Boise', region: 'ID', postcode: '83702', country: 'US' }
  const body = { name, description: profile.about, categories, address, location: { lat, lon }, priceLevel: price }
  const { id } = await as(registerBusiness, { body })
  const params = { businessId: id }
  await as(changeHours, { params, body: { weekly: profile.hours, special: [] } })
  const staff: Id<'staff'>[] = []
  for (const body of profile.staff ?? []) staff.push((await as(addStaff, { params, body })).id)
  const resources: { id: Id<'resource'>; name: string; pool?: string | undefined }[] = []
  for (const body of profile.resources ?? []) resources.push(await as(addResource, { params, body }))
  if (town.stripeApiBase && profile.services.some(({ online }) => online)) await onboard(town, owner, id)
  const services: Service[] = []
  for (const service of profile.services) {
    const resourceIds = resources
      .filter(({ name, pool }) => service.needs?.includes(pool ?? name))
      .map((resource) => resource.id)
    const body = {
      ...termsOf(service, Boolean(town.stripeApiBase)),
      staffIds: service.staffed === false ? [] : staff,
      resourceIds,
    }
    services.push(await as(addService, { params, body }))
  }
  await as(publishBusiness, { params })
  await town.as(town.admin)(approveBusiness, { params })
  await markDemonstration(town.business, id)
  return { id, owner, services }
}

const termsOf = (service: DemoService, canPayOnline: boolean) => ({
  name: service.name,
  ...(service.description && { description: service.description }),
  durationMinutes: service.minutes,
  price: { amount: service.price, currency: 'USD' as const },
  payment: service.online && canPayOnline ? ('online' as const) : ('at-venue' as const),
  ...(service.deposit && { depositBasisPoints: service.deposit }),
  ...(service.capacity && { capacity: service.capacity }),
  stepMinutes: service.step ?? (service.minutes >= 60 ? 30 : 15),
  bufferAfterMinutes: service.buffer ?? 0,
  minNoticeMinutes: 30,
  maxHorizonDays: 60,
  policy: { freeUntilHours: service.freeUntilHours ?? 24, lateRefundShare: 5_000, noShowRefundShare: 0 },
})

/** As an owner would: the link, the provider's page, and a moment until the provider's webhook arrives. */
async function onboard(town: Town, owner: Person, businessId: Id<'business'>): Promise<void> {
  const as = town.as(owner)
  const params = { businessId }
  const { onboardingUrl } = await as(onboardPayee, { params })
  await fetch(onboardingUrl, { method: 'POST', body: new URLSearchParams({ outcome: 'submit' }), redirect: 'manual' })
  for (let attempt = 0; attempt < 200; attempt++) {
    if ((await as(readPayee, { params })).chargesEnabled) return
    await setTimeout(50)
  }
  throw new Error('The webhook of the new account did not arrive from the Stripe simulator')
}
