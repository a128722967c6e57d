import { Refusal } from '@buy-locals/api-client/refusal'
import * as api from '@buy-locals/contracts/business/operations'
import { hashSecret, newSecret } from '@buy-locals/service-kit/secret'
import { newId, type Id } from '@buy-locals/values/ids'
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
  suggestPlaces: async () => apiRequest(api.suggestPlaces, { query: { q: 'Boise', session: crypto.randomUUID() } }),
  readPlace: async () =>
    apiRequest(api.readPlace, { params: { placeId: 'zip.83702' }, query: { session: crypto.randomUUID() } }),
  searchBusinesses: async () =>
    apiRequest(api.searchBusinesses, {
      query: { near: '43.615,-116.2', radius: 5_000, category: 'music', openNow: 'true', sort: 'distance' },
    }),
  findSuggestions: async () => apiRequest(api.findSuggestions, { query: { q: 'piano', near: '43.615,-116.2' } }),
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
  listPhotos: async (_, { shop }) => apiRequest(api.listPhotos, { params: { businessId: shop.id } }),
  listDetailPhotos: async (_, { shop }) => apiRequest(api.listDetailPhotos, { params: { businessId: shop.id } }),
  addPhoto: async (markets, { shop }) =>
    apiRequest(api.addPhoto, {
      params: { businessId: await emptyOfPhotos(markets, shop) },
      body: { contentType: 'image/jpeg', bytes: 1_000, alt: 'The front door' },
    }),
  changePhoto: async (markets, { shop }) =>
    apiRequest(api.changePhoto, {
      params: { businessId: shop.id, photoId: await addPhoto(markets, shop) },
      body: { alt: 'The front door', cover: true },
    }),
  deletePhoto: async (markets, { shop }) =>
    apiRequest(api.deletePhoto, { params: { businessId: shop.id, photoId: await addPhoto(markets, shop) } }),
  orderPhotos: async (markets, { shop }) => {
    const photoIds = [await addPhoto(markets, shop)]
    return apiRequest(api.orderPhotos, { params: { businessId: shop.id }, body: { photoIds } })
  },
  claimBusiness: async (markets, { shop }) =>
    apiRequest(api.claimBusiness, {
      params: { businessId: await createUnclaimed(markets, shop) },
      body: { note: 'Call the shop' },
    }),
  confirmClaim: async (markets, subject, caller) => {
    const token = newSecret()
    await addClaim(markets, subject.shop, { personId: personOf(markets, caller), status: 'mailed', token_hash: hashSecret(token) }) // prettier-ignore
    return apiRequest(api.confirmClaim, { body: { token } })
  },
  listClaims: async (_, { shop }) => apiRequest(api.listClaims, { params: { marketId: shop.marketId } }),
  decideClaim: async (markets, { shop }) => {
    const claimId = await addClaim(markets, shop, { personId: markets.people.stranger.id, status: 'pending', token_hash: null }) // prettier-ignore
    return apiRequest(api.decideClaim, {
      params: { claimId },
      body: { outcome: 'rejected', reason: 'Nobody answered' },
    })
  },
  reportListing: async (_, { shop }) =>
    apiRequest(api.reportListing, { params: { businessId: shop.id }, body: { fault: 'wrong-phone', note: 'A fax' } }),
  listListingReports: async (_, { shop }) =>
    apiRequest(api.listListingReports, { params: { marketId: shop.marketId }, query: { limit: 5 } }),
  resolveListingReport: async ({ callAs }, { shop }) => {
    await callAs(shop.owner, api.reportListing, { params: { businessId: shop.id }, body: { fault: 'other' } })
    const { items } = await callAs(shop.operator, api.listListingReports, { params: { marketId: shop.marketId } })
    const [report] = items
    if (!report) throw new Error('the report is not on the list')
    return apiRequest(api.resolveListingReport, { params: { reportId: report.id } })
  },
  changeMarket: async (_, { shop }) =>
    apiRequest(api.changeMarket, {
      params: { marketId: shop.emptyMarketId },
      body: {
        feeBasisPoints: 500,
        complaintHours: 48,
        contact: { email: 'help@boise.example', phone: '+12085550123' },
      },
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

/** On the site, and nobody looks after it. */
async function createUnclaimed({ callAs, running }: TwoMarkets, shop: Subject['shop']): Promise<Id<'business'>> {
  const { id } = await createDraft(callAs, { ...shop, name: 'Nobody’s' })
  const { db } = running.composed.business
  await db.updateTable('businesses').set({ status: 'published', claimed: false }).where('id', '=', id).execute()
  return id
}

/** However often it is called, the shop does not reach its limit. */
async function emptyOfPhotos({ running }: TwoMarkets, { id }: Subject['shop']): Promise<Id<'business'>> {
  await running.composed.business.db.deleteFrom('photos').where('business_id', '=', id).execute()
  return id
}

/** The only one of the shop. */
async function addPhoto(markets: TwoMarkets, shop: Subject['shop']): Promise<Id<'photo'>> {
  const { db, clock } = markets.running.composed.business
  const id = newId('photo')
  const businessId = await emptyOfPhotos(markets, shop)
  const row = { business_id: businessId, subject: businessId, position: 0, status: 'uploading', alt: '' }
  await db
    .insertInto('photos')
    .values({ id, ...row, created_at: clock() })
    .execute()
  return id
}

const personOf = ({ people }: TwoMarkets, caller: string): Id<'person'> =>
  Object.entries(people).find(([name]) => name === caller)?.[1].id ?? people.stranger.id

async function addClaim(
  markets: TwoMarkets,
  shop: Subject['shop'],
  { personId, ...claim }: { personId: Id<'person'>; status: string; token_hash: string | null },
): Promise<Id<'claim'>> {
  const { db, clock } = markets.running.composed.business
  const id = newId('claim')
  const ids = { id, business_id: await createUnclaimed(markets, shop), market_id: shop.marketId, person_id: personId }
  const times = { created_at: clock(), expires_at: clock().add({ hours: 1 }) }
  await db
    .insertInto('claims')
    .values({ ...ids, ...claim, ...times, note: 'Call the shop' })
    .execute()
  return id
}
