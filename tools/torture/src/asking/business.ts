import { setTimeout } from 'node:timers/promises'
import { Refusal } from '@buy-locals/api-client/refusal'
import * as api from '@buy-locals/contracts/business/operations'
import type { Id } from '@buy-locals/values/ids'
import type { Matter } from '../two-towns/bookings.ts'
import { address, addTeam, always, location, openDraft } from '../two-towns/shops.ts'
import type { Name } from '../two-towns/people.ts'
import type { TwoTowns } from '../two-towns/two-towns.ts'
import { asked, ifMatch } from './asked.ts'
import type { Makers } from './makers.ts'

export const businessRequests: Makers = {
  listMarkets: async () => asked(api.listMarkets, {}),
  findPlaces: async () => asked(api.findPlaces, { query: { q: 'Boise' } }),
  searchBusinesses: async () =>
    asked(api.searchBusinesses, {
      query: { near: '43.615,-116.2', radius: 5_000, category: 'music', openNow: 'true', sort: 'distance' },
    }),
  readBusiness: async (_towns, { shop }) => asked(api.readBusiness, { params: { businessId: shop.slug } }),
  registerBusiness: async (_towns, { shop }) =>
    asked(api.registerBusiness, {
      body: {
        name: 'A New Shop',
        description: 'Songs',
        categories: ['music'],
        address,
        location,
        marketId: shop.marketId,
      },
    }),
  changeBusiness: async (towns, { shop }) => {
    const { version } = await read(towns, shop.annexId, shop.owner)
    const input = { params: { businessId: shop.annexId }, body: { description: 'Songs and more songs', priceLevel: 2 } }
    return asked(api.changeBusiness, input, ifMatch(version))
  },
  changeHours: async (_towns, { shop }) =>
    asked(api.changeHours, { params: { businessId: shop.annexId }, body: always }),
  publishBusiness: async (towns, { shop }) => {
    const { id: businessId } = await openDraft(towns.ask, { ...shop, name: 'Draft' })
    if (shop.owner === 'owner') {
      await addTeam(towns.ask, towns.people, businessId)
      await Promise.all((['staff', 'manager'] as const).map((as) => seen(towns, businessId, as)))
    }
    return asked(api.publishBusiness, { params: { businessId } })
  },
  approveBusiness: async (towns, matter) => {
    const businessId = await annexThatIs('suspended', towns, matter)
    return asked(api.approveBusiness, { params: { businessId } })
  },
  suspendBusiness: async (towns, matter) => {
    const businessId = await annexThatIs('published', towns, matter)
    return asked(api.suspendBusiness, { params: { businessId }, body: { reason: 'Complaints of the neighbours' } })
  },
  listMarketBusinesses: async (_towns, { shop }) =>
    asked(api.listMarketBusinesses, { params: { marketId: shop.marketId }, query: { status: 'published', limit: 5 } }),
  changeMarket: async (_towns, { shop }) =>
    asked(api.changeMarket, {
      params: { marketId: shop.emptyMarketId },
      body: { feeBasisPoints: 500, complaintHours: 48 },
    }),
}

const read = ({ ask }: TwoTowns, businessId: Id<'business'>, as: Matter['shop']['owner']) =>
  ask(as, api.readBusiness, { params: { businessId } })

/** Strangers do not see a draft: whoever does is known as a member there. */
async function seen({ ask }: TwoTowns, businessId: Id<'business'>, as: Name): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await ask(as, api.readBusiness, { params: { businessId } }).catch(absent)
    if (found) return
    await setTimeout(10)
  }
  throw new Error(`${as} did not become a member of ${businessId}`)
}

function absent(error: unknown): undefined {
  if (!(error instanceof Refusal) || error.status !== 404) throw error
}

async function annexThatIs(
  wanted: 'published' | 'suspended',
  towns: TwoTowns,
  { shop }: Matter,
): Promise<Id<'business'>> {
  const params = { businessId: shop.annexId }
  const { status } = await read(towns, shop.annexId, shop.owner)
  if (status !== wanted && wanted === 'published') await towns.ask(shop.operator, api.approveBusiness, { params })
  if (status !== wanted && wanted === 'suspended')
    await towns.ask(shop.operator, api.suspendBusiness, { params, body: { reason: 'For a moment' } })
  return shop.annexId
}
