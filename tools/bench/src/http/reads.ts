import { api } from '@buy-locals/api-client/api'
import { listServices } from '@buy-locals/contracts/booking/operations'
import { searchBusinesses } from '@buy-locals/contracts/business/operations'
import type { LoadRequest } from './load.ts'
import { cookiesOf, type Server } from './server.ts'
import type { Town } from './town.ts'

export type Read = { name: string; requests: LoadRequest[] }

const point = '43.615,-116.2'
const different = 4_000

/**
 * What is read, and by which addresses. Anew means that no copy helps: the home page of another place each time (there
 * are 3,721 within six kilometers), the page of another business each time under an address that was not asked for before,
 * and a month that begins on another day, of another business.
 */
export async function readsOf(server: Server, { shops, firstDate }: Town): Promise<Read[]> {
  const call = api({ baseUrl: server.url })
  const around = { near: point, radius: 15_000, sort: 'rating' } as const
  const rated = await call(searchBusinesses, { query: { ...around, limit: 30 } })
  const [barber] = (await call(searchBusinesses, { query: { ...around, q: 'Third Street Barber' } })).items
  if (!barber) throw new Error('The demonstration has no barber')
  const { items: services } = await call(listServices, { params: { businessId: barber.id } })
  const month = (from: string) => `from=${from}&to=${addDays(from, 30)}`
  const slots = (businessId: string, serviceId: string, dates: string) => `/v1/businesses/${businessId}/slots?serviceId=${serviceId}&${dates}` // prettier-ignore

  const cookie = { cookie: await cookiesOf(server, 'consumer') }
  const everywhere = each(different, (n) => `${(43.585 + (n % 61) / 1000).toFixed(3)},${(-116.23 + (Math.floor(n / 61) % 61) / 1000).toFixed(3)}`) // prettier-ignore
  const slugs = [...rated.items, ...shops].map(({ slug }) => slug)
  return [
    { name: '/health/live', requests: same('/health/live') },
    { name: 'home page', requests: same('/') },
    { name: 'business page', requests: same(`/b/${barber.slug}`) },
    { name: 'home page, anew', requests: everywhere.map((near) => ({ path: `/?near=${near}` })) },
    { name: 'business page, anew', requests: each(different, (n) => ({ path: `/b/${slugs[n % slugs.length]}?visit=${n}` })) }, // prettier-ignore
    { name: 'home page, signed in', requests: same('/', cookie) },
    { name: 'bookings page, signed in', requests: same('/bookings', cookie) },
    { name: 'business page, signed in', requests: same(`/b/${barber.slug}`, cookie) },
    { name: 'sign-in page', requests: same('/sign-in') },
    { name: 'API: one business', requests: same(`/v1/businesses/${barber.id}`) },
    { name: 'API: search', requests: same(`/v1/businesses?near=${point}&radius=15000`) },
    { name: 'API: search, anew', requests: everywhere.map((near) => ({ path: `/v1/businesses?near=${near}&radius=15000` })) }, // prettier-ignore
    { name: 'API: slots of a month', requests: same(slots(barber.id, services[0]?.id ?? '', month(firstDate))) },
    { name: 'API: slots of a month, anew', requests: each(different, (n) => ({ path: slots(...shopOf(shops, n), month(addDays(firstDate, n % 97))) })) }, // prettier-ignore
  ]
}

const same = (path: string, headers: Record<string, string> = {}): LoadRequest[] => [{ path, headers }]

const each = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

function shopOf(shops: Town['shops'], n: number): [string, string] {
  const shop = shops[n % shops.length]
  return [shop?.id ?? '', shop?.serviceId ?? '']
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}
