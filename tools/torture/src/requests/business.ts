import { Refusal } from '@buy-locals/api-client/refusal'
import * as api from '@buy-locals/contracts/business/operations'
import type { Id } from '@buy-locals/values/ids'
import { poll } from '../poll.ts'
import { address, alwaysOpen, location } from '../seed.ts'
import type { Subject } from '../two-markets/bookings.ts'
import type { PersonName } from '../two-markets/people.ts'
import { addTeam, createDraft } from '../two-markets/shops.ts'
import type { TwoMarkets } from '../two-markets/two-markets.ts'
import { apiRequest, ifMatch, type RequestMakers } from './request.ts'

export const businessRequests: RequestMakers = {
  listMarkets: async () => apiRequest(api.listMarkets, {}),
  readSitemap: async () => apiRequest(api.readSitemap, {}),
  readSitemapPage: async () => apiRequest(api.readSitemapPage, { params: { page: 0 } }),
  findPlaces: async () => apiRequest(api.findPlaces, { query: { q: 'Boise' } }),
  searchBusinesses: async () =>
    apiRequest(api.searchBusinesses, {
      query: { near: '43.615,-116.2', radius: 5_000, category: 'music', openNow: 'true', sort: 'distance' },
    }),
  readBusiness: async (_, { shop }) => apiRequest(api.readBusiness, { params: { businessId: shop.slug } }),
  registerBusiness: async (_, { shop }) =>
    apiRequest(api.registerBusiness, {
      body: {
        name: 'A New Shop',
        description: 'Songs',
        categories: ['music'],
        address,
        location,
        marketId: shop.marketId,
      },
    }),
  changeBusiness: async (markets, { shop }) => {
    const { version } = await readAs(markets, shop.annexId, shop.owner)
    const input = { params: { businessId: shop.annexId }, body: { description: 'Songs and more songs', priceLevel: 2 } }
    return apiRequest(api.changeBusiness, input, ifMatch(version))
  },
  changeHours: async (_, { shop }) =>
    apiRequest(api.changeHours, { params: { businessId: shop.annexId }, body: alwaysOpen }),
  publishBusiness: async (markets, { shop }) => {
    const { id: businessId } = await createDraft(markets.callAs, { ...shop, name: 'Draft' })
    if (shop.owner === 'owner') {
      await addTeam(markets.callAs, markets.people, businessId)
      await Promise.all((['staff', 'manager'] as const).map((name) => waitUntilMember(markets, businessId, name)))
    }
    return apiRequest(api.publishBusiness, { params: { businessId } })
  },
  approveBusiness: async (markets, subject) => {
    const businessId = await annexWithStatus('suspended', markets, subject)
    return apiRequest(api.approveBusiness, { params: { businessId } })
  },
  suspendBusiness: async (markets, subject) => {
    const businessId = await annexWithStatus('published', markets, subject)
    return apiRequest(api.suspendBusiness, { params: { businessId }, body: { reason: 'Complaints of the neighbours' } })
  },
  listMarketBusinesses: async (_, { shop }) =>
    apiRequest(api.listMarketBusinesses, {
      params: { marketId: shop.marketId },
      query: { status: 'published', limit: 5 },
    }),
  changeMarket: async (_, { shop }) =>
    apiRequest(api.changeMarket, {
      params: { marketId: shop.emptyMarketId },
      body: { feeBasisPoints: 500, complaintHours: 48 },
    }),
}

const readAs = ({ callAs }: TwoMarkets, businessId: Id<'business'>, name: PersonName) =>
  callAs(name, api.readBusiness, { params: { businessId } })

/** Only members see a draft. */
async function waitUntilMember(markets: TwoMarkets, businessId: Id<'business'>, name: PersonName): Promise<void> {
  const isMember = async () => (await readAs(markets, businessId, name).catch(undefinedIfNotFound)) !== undefined
  if (await poll(isMember, { everyMs: 10, forMs: 10_000 })) return
  throw new Error(`${name} did not become a member of ${businessId}`)
}

function undefinedIfNotFound(error: unknown): undefined {
  if (!(error instanceof Refusal) || error.status !== 404) throw error
}

async function annexWithStatus(
  expected: 'published' | 'suspended',
  markets: TwoMarkets,
  { shop }: Subject,
): Promise<Id<'business'>> {
  const params = { businessId: shop.annexId }
  const { status } = await readAs(markets, shop.annexId, shop.owner)
  if (status !== expected && expected === 'published')
    await markets.callAs(shop.operator, api.approveBusiness, { params })
  if (status !== expected && expected === 'suspended')
    await markets.callAs(shop.operator, api.suspendBusiness, { params, body: { reason: 'For a moment' } })
  return shop.annexId
}
