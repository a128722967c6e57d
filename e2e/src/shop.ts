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
import { demoPerson, nobodyElse, resident, type Person } from './town.ts'
import { until } from './until.ts'

export type Shop = Awaited<ReturnType<typeof openShop>>

type Wanted = { owner?: Person; at?: typeof centre; services?: { name: string; price: number; policy?: Policy }[] }

const haircut = { name: 'Haircut', price: 4_500 }
const address = { street: '312 S 3rd St', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' }

/** In the middle of the town: the first in a list of what is near. */
export const centre = { lat: 43.615, lon: -116.2023 }
const aWalkAway = { lat: 43.622, lon: -116.19 }

/** A barber who is open day and night, can be paid, and is published. */
export async function openShop({ owner, services = [haircut], at: location = aWalkAway }: Wanted = {}) {
  const by = owner ?? (await resident('Owen Holt'))
  const name = `Third Street Barber ${nobodyElse()}`
  const about = 'Two chairs, good scissors and no hurry. Walk in with a mop, walk out with a plan.'
  const { id, slug } = await by.call(registerBusiness, {
    body: { name, description: about, categories: ['hair'], address, location, priceLevel: 2 },
  })
  const params = { businessId: id }
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '24:00' }))
  await by.call(changeHours, { params, body: { weekly, special: [] } })
  const staffIds: Id<'staff'>[] = []
  for (const person of ['Marcus', 'Nadia'])
    staffIds.push((await by.call(addStaff, { params, body: { name: person } })).id)
  await canBePaid(by, id)
  for (const { price, ...terms } of services) {
    const body = { ...terms, durationMinutes: 30, price: { amount: price, currency: 'USD' as const }, payment: 'online' as const, staffIds } // prettier-ignore
    await by.call(addService, { params, body })
  }
  await by.call(publishBusiness, { params })
  const admin = await demoPerson('admin')
  await admin.call(approveBusiness, { params })
  return { id, slug, name, owner: by, params }
}

async function canBePaid({ call }: Person, businessId: `biz_${string}`) {
  const params = { businessId }
  const { onboardingUrl } = await call(onboardPayee, { params })
  await fetch(onboardingUrl, { method: 'POST', body: new URLSearchParams({ outcome: 'submit' }), redirect: 'manual' })
  await until(
    'the provider says that the business can be paid',
    async () => (await call(readPayee, { params })).chargesEnabled,
  )
}
