import { setTimeout } from 'node:timers/promises'
import { api as client } from '@buy-locals/api-client/api'
import * as booking from '@buy-locals/contracts/booking/operations'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import * as business from '@buy-locals/contracts/business/operations'
import { onboardPayee, readPayee } from '@buy-locals/contracts/payment/operations'
import type { Input } from '@buy-locals/contracts/operation'
import type { Id } from '@buy-locals/values/ids'
import { datesFromNow } from './clock.ts'
import type { Foundations } from './foundations.ts'
import { personOf, type Person } from './person.ts'

type Terms = Input<typeof booking.addService>['body']
type ServiceName = 'paid' | 'quick' | 'course' | 'atVenue' | 'anyone' | 'group' | 'massage' | 'sauna'

/** A market with one business that takes cards, open day and night, so that no test depends on the hour it runs at. */
export type Town = Foundations & {
  operatorPerson: Person
  ownerPerson: Person
  businessId: Id<'business'>
  staff: Record<'ann' | 'ben', Id<'staff'>>
  services: Record<ServiceName, Service>
  /** Free starts from today on, as anyone sees them. */
  freeStarts(service: Service, days?: number): Promise<string[]>
}

export const policy = { freeUntilHours: 2, lateRefundShare: 5_000, noShowRefundShare: 2_500 }

/** Opens it through the API, as an owner and an operator do. */
export async function openTown(at: Foundations): Promise<Town> {
  const baseUrl = at.url
  const owner = personOf({ baseUrl, name: 'Owen Owner', email: at.owner })
  const operator = personOf({ baseUrl, name: 'Olga Operator', email: at.operator })
  await Promise.all([owner.signIn(), operator.signIn()])
  const address = { street: '1 Main Street', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' }
  const { id: businessId } = await owner.call(business.registerBusiness, {
    body: { name: 'The Long Day', categories: ['spa'], address, location: { lat: 43.615, lon: -116.2 } },
  })
  const params = { businessId }
  const weekly = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, opens: '00:00', closes: '24:00' }))
  await owner.call(business.changeHours, { params, body: { weekly, special: [] } })
  await owner.call(business.publishBusiness, { params })
  await operator.call(business.approveBusiness, { params })
  const { id: ann } = await owner.call(booking.addStaff, { params, body: { name: 'Ann' } })
  const { id: ben } = await owner.call(booking.addStaff, { params, body: { name: 'Ben' } })
  const { id: room } = await owner.call(booking.addResource, { params, body: { name: 'The warm room' } })
  const offer = (name: string, terms: Partial<Terms>) => {
    const usual = { durationMinutes: 30, stepMinutes: 5, price: { amount: 4_000, currency: 'USD' as const }, policy }
    return owner.call(booking.addService, { params, body: { name, ...usual, ...terms } })
  }
  const services = {
    paid: await offer('Haircut', { payment: 'online', staffIds: [ann] }),
    quick: await offer('Quick cut', { payment: 'online', staffIds: [ann, ben], durationMinutes: 10 }),
    course: await offer('Course', { payment: 'online', staffIds: [ben], capacity: 5 }),
    atVenue: await offer('Trim', { staffIds: [ann] }),
    anyone: await offer('Shave', { staffIds: [ann, ben] }),
    group: await offer('Yoga', { staffIds: [ben], capacity: 5 }),
    massage: await offer('Massage', { staffIds: [ann, ben], resourceIds: [room] }),
    sauna: await offer('Sauna with Ben', { staffIds: [ben], resourceIds: [room] }),
  }
  await onboard(owner, businessId)
  const anyone = client({ baseUrl, patience: 20 })
  return {
    ...{ ...at, ownerPerson: owner, operatorPerson: operator, businessId, staff: { ann, ben }, services },
    freeStarts: async ({ id: serviceId }, ahead = 2) => {
      const { items: free } = await anyone(booking.findSlots, {
        params,
        query: { serviceId, ...(await datesFromNow(at, ahead)) },
      })
      return free.map(({ start }) => start)
    },
  }
}

/** As an owner would: the link, the provider's page, and a moment until the provider has told us. */
async function onboard(owner: Person, businessId: Id<'business'>): Promise<void> {
  const params = { businessId }
  const { onboardingUrl } = await owner.call(onboardPayee, { params })
  await fetch(onboardingUrl, { method: 'POST', body: new URLSearchParams({ outcome: 'submit' }), redirect: 'manual' })
  for (let waited = 0; waited < 60_000; waited += 100) {
    if ((await owner.call(readPayee, { params })).chargesEnabled) return
    await setTimeout(100)
  }
  throw new Error('The Stripe simulator did not tell of the new account')
}
