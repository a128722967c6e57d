import { api as client } from '@buy-locals/api-client/api'
import * as booking from '@buy-locals/contracts/booking/operations'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import * as business from '@buy-locals/contracts/business/operations'
import { onboardPayee, readPayee } from '@buy-locals/contracts/payment/operations'
import type { Input } from '@buy-locals/contracts/operation'
import type { Id } from '@buy-locals/values/ids'
import { datesFromNow } from './clock.ts'
import { signIn, type Person } from './person.ts'
import { poll } from './poll.ts'
import { address, alwaysOpen, location, type SeededServer } from './seed.ts'
import { submitOnboarding } from './stripe.ts'

type ServiceTerms = Input<typeof booking.addService>['body']
type ServiceName = 'paid' | 'quick' | 'course' | 'atVenue' | 'anyone' | 'group' | 'massage' | 'sauna'

/** A market with one business that takes cards, open day and night. */
export type TestMarket = SeededServer & {
  operator: Person
  owner: Person
  businessId: Id<'business'>
  staff: Record<'ann' | 'ben', Id<'staff'>>
  services: Record<ServiceName, Service>
  /** Free starts from today on, as anyone sees them. */
  freeStarts(service: Service, days?: number): Promise<string[]>
}

export const policy = { freeUntilHours: 2, lateRefundShare: 5_000, noShowRefundShare: 2_500 }

/** Opens it through the API, as an owner and an operator do. */
export async function createTestMarket(server: SeededServer): Promise<TestMarket> {
  const baseUrl = server.url
  const [owner, operator] = await Promise.all([
    signIn({ baseUrl, name: 'Owen Owner', email: server.ownerEmail }),
    signIn({ baseUrl, name: 'Olga Operator', email: server.operatorEmail }),
  ])
  const { id: businessId } = await owner.call(business.registerBusiness, {
    body: { name: 'The Long Day', categories: ['spa'], address, location },
  })
  const params = { businessId }
  await owner.call(business.changeHours, { params, body: alwaysOpen })
  await owner.call(business.publishBusiness, { params })
  await operator.call(business.approveBusiness, { params })
  const { id: ann } = await owner.call(booking.addStaff, { params, body: { name: 'Ann' } })
  const { id: ben } = await owner.call(booking.addStaff, { params, body: { name: 'Ben' } })
  const { id: room } = await owner.call(booking.addResource, { params, body: { name: 'The warm room' } })
  const createService = (name: string, terms: Partial<ServiceTerms>) => {
    const defaults = { durationMinutes: 30, stepMinutes: 5, price: { amount: 4_000, currency: 'USD' as const }, policy }
    return owner.call(booking.addService, { params, body: { name, ...defaults, ...terms } })
  }
  const services = {
    paid: await createService('Haircut', { payment: 'online', staffIds: [ann] }),
    quick: await createService('Quick cut', { payment: 'online', staffIds: [ann, ben], durationMinutes: 10 }),
    course: await createService('Course', { payment: 'online', staffIds: [ben], capacity: 5 }),
    atVenue: await createService('Trim', { staffIds: [ann] }),
    anyone: await createService('Shave', { staffIds: [ann, ben] }),
    group: await createService('Yoga', { staffIds: [ben], capacity: 5 }),
    massage: await createService('Massage', { staffIds: [ann, ben], resourceIds: [room] }),
    sauna: await createService('Sauna with Ben', { staffIds: [ben], resourceIds: [room] }),
  }
  await onboard(owner, businessId)
  const anyone = client({ baseUrl, patience: 20 })
  return {
    ...{ ...server, owner, operator, businessId, staff: { ann, ben }, services },
    freeStarts: async ({ id: serviceId }, days = 2) => {
      const { items: free } = await anyone(booking.findSlots, {
        params,
        query: { serviceId, ...(await datesFromNow(server, days)) },
      })
      return free.map(({ start }) => start)
    },
  }
}

/** As an owner does: the link, the provider's page, and a moment until its webhook has arrived. */
async function onboard(owner: Person, businessId: Id<'business'>): Promise<void> {
  const params = { businessId }
  const { onboardingUrl } = await owner.call(onboardPayee, { params })
  await submitOnboarding(onboardingUrl)
  if (await poll(async () => (await owner.call(readPayee, { params })).chargesEnabled)) return
  throw new Error('The Stripe simulator did not report the new account')
}
