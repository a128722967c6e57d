import { addService, addStaff } from '@buy-locals/contracts/booking/operations'
import type { Policy } from '@buy-locals/contracts/booking/shapes'
import {
  approveBusiness,
  changeHours,
  publishBusiness,
  registerBusiness,
} from '@buy-locals/contracts/business/operations'
import { onboardPayee, readPayee } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { demoPerson, uniqueSuffix, registerPerson, type Person } from './people.ts'
import { waitUntil } from './wait-until.ts'

export type Shop = Awaited<ReturnType<typeof openShop>>

type ServiceTerms = { name: string; price: number; policy?: Policy; payment?: 'online' | 'at-venue'; capacity?: number }
type Options = { owner?: Person; at?: typeof center; services?: ServiceTerms[] }

const haircut = { name: 'Haircut', price: 4_500 }
export const address = { street: '312 S 3rd St', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' }

/** In the middle of the town: first in a list by distance. */
export const center = { lat: 43.615, lon: -116.2023 }
const nearby = { lat: 43.622, lon: -116.19 }

/** A barber who is open day and night, can be paid, and is published. */
export async function openShop({ owner, services = [haircut], at: location = nearby }: Options = {}) {
  const openedBy = owner ?? (await registerPerson('Owen Holt'))
  const name = `Third Street Barber ${uniqueSuffix()}`
  const description = 'Two chairs, good scissors and no hurry. Walk in with a mop, walk out with a plan.'
  const { id, slug } = await openedBy.call(registerBusiness, {
    body: { name, description, categories: ['hair'], address, location, priceLevel: 2 },
  })
  const params = { businessId: id }
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '24:00' }))
  await openedBy.call(changeHours, { params, body: { weekly, special: [] } })
  const staffIds: Id<'staff'>[] = []
  for (const person of ['Marcus', 'Nadia'])
    staffIds.push((await openedBy.call(addStaff, { params, body: { name: person } })).id)
  await onboard(openedBy, id)
  for (const { price, ...terms } of services) {
    const body = { payment: 'online' as const, ...terms, durationMinutes: 30, price: { amount: price, currency: 'USD' as const }, staffIds } // prettier-ignore
    await openedBy.call(addService, { params, body })
  }
  await openedBy.call(publishBusiness, { params })
  const admin = await demoPerson('admin')
  await admin.call(approveBusiness, { params })
  return { id, slug, name, owner: openedBy, params, staffIds }
}

async function onboard({ call }: Person, businessId: `biz_${string}`) {
  const params = { businessId }
  const { onboardingUrl } = await call(onboardPayee, { params })
  await fetch(onboardingUrl, { method: 'POST', body: new URLSearchParams({ outcome: 'submit' }), redirect: 'manual' })
  await waitUntil('the business can be paid', async () => (await call(readPayee, { params })).chargesEnabled)
}

/** A repair shop that waits for the operator. Its owner cannot be paid online yet. */
export async function submitBusiness({ call }: Person) {
  const name = `Camelback Cycles ${uniqueSuffix()}`
  const { id, slug } = await call(registerBusiness, { body: { name, categories: ['bike'], address, location: center } })
  const params = { businessId: id }
  await call(changeHours, { params, body: { weekly: [{ day: 1, opens: '09:00', closes: '17:00' }] } })
  const { id: staffId } = await call(addStaff, { params, body: { name: 'Bea' } })
  const service = { name: 'Tune-up', durationMinutes: 30, price: { amount: 4_500, currency: 'USD' as const } }
  await call(addService, { params, body: { ...service, staffIds: [staffId], payment: 'online' } })
  await call(publishBusiness, { params })
  return { id, slug, name }
}
