import * as booking from '@buy-locals/contracts/booking/operations'
import type { Api } from '@buy-locals/api-client/api'
import * as business from '@buy-locals/contracts/business/operations'
import type { Id } from '@buy-locals/values/ids'
import { untilOutboxEmpty } from './quiet.ts'
import { callAs, callWith, registerPerson, type Server } from './server.ts'

export type Shop = { id: Id<'business'>; slug: string; serviceId: Id<'service'>; starts: string[] }
export type Group = { businessId: Id<'business'>; serviceId: Id<'service'>; capacity: number; start: string }
export type Town = { shops: Shop[]; classes: Group[]; firstDate: string }

const [shopsInTown, staffPerShop, days] = [40, 4, 29]
/** Of a usual class, and of a large one. */
const capacities = [12, 40]
const weekly = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, opens: '08:00', closes: '20:00' }))
const address = { street: '1 Main Street', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' }
const dateAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Forty businesses, each of its own owner and with four people who are there every day for four weeks: 107,520 free starts, and two classes. The last bookable day is left out: at some hours it is not bookable to its end. */
export async function openTown(server: Server): Promise<Town> {
  const operator = await callAs(server, 'admin')
  const free = { from: dateAfter(2), to: dateAfter(days) }
  const price = { amount: 3_000, currency: 'USD' as const }

  const owners = new Map<Id<'business'>, Api>()
  const openShop = async (number: number): Promise<Omit<Shop, 'starts'>> => {
    const owner = callWith(server, await registerPerson(server, `Owner ${number}`))
    const location = { lat: 43.6 + (number % 7) / 300, lon: -116.2 + (number % 11) / 300 }
    const body = { name: `Bench Shop ${number}`, categories: ['hair' as const], address, location }
    const { id, slug } = await owner(business.registerBusiness, { body })
    owners.set(id, owner)
    const params = { businessId: id }
    await owner(business.changeHours, { params, body: { weekly, special: [] } })
    await owner(business.publishBusiness, { params })
    await operator(business.approveBusiness, { params })
    const staffIds: Id<'staff'>[] = []
    for (let person = 1; person <= staffPerShop; person++)
      staffIds.push((await owner(booking.addStaff, { params, body: { name: `Person ${person}` } })).id)
    const terms = { name: 'Cut', durationMinutes: 30, stepMinutes: 30, price, staffIds }
    const { id: serviceId } = await owner(booking.addService, { params, body: terms })
    return { id, slug, serviceId }
  }

  const opened: Omit<Shop, 'starts'>[] = []
  while (opened.length < shopsInTown)
    opened.push(...(await Promise.all([1, 2, 3, 4].map((more) => openShop(opened.length + more)))))
  await untilOutboxEmpty(server) // which has the opening hours
  const shops: Shop[] = []
  for (const shop of opened) {
    const params = { businessId: shop.id }
    const query = { serviceId: shop.serviceId, ...free }
    const { items } = await operator(booking.findSlots, { params, query })
    shops.push({ ...shop, starts: items.map(({ start }) => start) })
  }
  const businessId = shops[0]?.id ?? fail('The town has no business')
  const params = { businessId }
  const owner = owners.get(businessId) ?? fail('The business has no owner')
  const openClass = async (capacity: number): Promise<Group> => {
    const { id: teacher } = await owner(booking.addStaff, { params, body: { name: `Teacher of ${capacity}` } })
    const terms = { name: `Class of ${capacity}`, durationMinutes: 60, stepMinutes: 60, price, capacity, staffIds: [teacher] } // prettier-ignore
    const { id: serviceId } = await owner(booking.addService, { params, body: terms })
    const { items } = await owner(booking.findSlots, { params, query: { serviceId, ...free } })
    const start = items[5]?.start ?? fail('The class has no free start')
    return { businessId, serviceId, capacity, start }
  }
  const classes: Group[] = []
  for (const capacity of capacities) classes.push(await openClass(capacity))
  return { shops, classes, firstDate: free.from }
}

function fail(reason: string): never {
  throw new Error(reason)
}
