import type { Running } from '@buy-locals/server/start'
import { addService, addStaff, book, completeBooking, findSlots } from '@buy-locals/contracts/booking/operations'
import {
  approveBusiness,
  changeHours,
  publishBusiness,
  registerBusiness,
} from '@buy-locals/contracts/business/operations'
import { login, register } from '@buy-locals/contracts/auth/operations'
import { address as urlOf } from '@buy-locals/api-client/api'
import type { Id } from '@buy-locals/values/ids'
import { poll } from '../poll.ts'
import { password, signIn, type Person } from '../person.ts'
import { address, alwaysOpen, location, seedMarket } from '../seed.ts'
import { descriptionOf, nameOf, priceOf } from './details.ts'
import type { TwoServers } from './two-servers.ts'

export type Shop = {
  businessId: Id<'business'>
  slug: string
  serviceId: Id<'service'>
  owner: Person
  operator: Person
  /** Whoever has been there and has not written about it yet. */
  reviewer: Person
  visits: Id<'booking'>[]
}

const slug = 'the-corner'

/** A published business, with as many completed visits as reviews shall be written. */
export async function openShop(two: TwoServers, visits: number): Promise<Shop> {
  const [server] = two.servers
  const { operatorEmail, ownerEmail } = await seedMarket(server)
  const baseUrl = server.url
  const owner = await signIn({ baseUrl, name: 'Owen Owner', email: ownerEmail })
  const operator = await signIn({ baseUrl, name: 'Olga Operator', email: operatorEmail })
  const body = { name: nameOf(0), slug, description: descriptionOf(0), categories: ['spa' as const], address, location }
  const { id: businessId } = await owner.call(registerBusiness, { body })
  const params = { businessId }
  await owner.call(changeHours, { params, body: alwaysOpen })
  await owner.call(publishBusiness, { params })
  await operator.call(approveBusiness, { params })
  const { id: staffId } = await owner.call(addStaff, { params, body: { name: 'Ann' } })
  const terms = { name: 'Shave', durationMinutes: 10, stepMinutes: 10, price: priceOf(0), staffIds: [staffId] }
  const { id: serviceId } = await owner.call(addService, { params, body: terms })
  await registerVisitor(baseUrl, 'Rita')
  const reviewer = await signIn({ baseUrl, name: 'Rita', email: emailOf('Rita') })
  const shop = { businessId, slug, serviceId, owner, operator, reviewer, visits: [] as Id<'booking'>[] }
  await visit(two, shop, visits)
  return shop
}

async function visit(
  { servers: [server], passTime }: TwoServers,
  { businessId, serviceId, owner, reviewer, visits }: Shop,
  count: number,
): Promise<void> {
  const from = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const query = { serviceId, from, to: from }
  const { items } = await reviewer.call(findSlots, { params: { businessId }, query })
  for (const { start } of items.slice(0, count)) {
    const { id } = await reviewer.call(book, { body: { businessId, serviceId, start, allowOverlap: true } })
    visits.push(id)
  }
  await passTime('P3D')
  await owner.renew()
  await reviewer.renew()
  for (const bookingId of visits) await owner.call(completeBooking, { params: { bookingId } })
  if (visits.length < count) throw new Error(`Only ${visits.length} visits could be booked`)
  await server.drain()
}

/** A mark that no other page has. */
export const markOf = (name: string) => `Visitor ${name} of ${process.pid}`

export async function registerVisitor(baseUrl: string, name: string): Promise<void> {
  const response = await post(baseUrl, register, { name: markOf(name), email: emailOf(name), password })
  if (!response.ok) throw new Error(`${name} could not register: ${response.status}`)
}

const emailOf = (name: string) => `${name.toLowerCase()}-${process.pid}@example.com`

/** The cookies of a browser that has signed in at this server. */
export async function signInBrowser({ url }: Running, name: string): Promise<string> {
  const email = emailOf(name)
  const response = await poll(async () => {
    const tried = await post(url, login, { email, password })
    return tried.ok ? tried : undefined
  })
  return (response?.headers.getSetCookie() ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
}

const post = (baseUrl: string, operation: typeof login | typeof register, body: unknown) =>
  fetch(urlOf(baseUrl, operation, {}), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
