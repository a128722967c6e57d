import type { Router } from 'express'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureMarket } from '@buy-locals/business/use-cases/ensure-market'
import { addService, addStaff } from '@buy-locals/contracts/booking/operations'
import { addPhoto } from '@buy-locals/contracts/business/operations'
import { maxPerBusiness } from '@buy-locals/contracts/booking/limits'
import { maxDetailPhotos, maxMarkets, siteAddressesPerPage } from '@buy-locals/contracts/business/shapes'
import { operations } from '@buy-locals/contracts/operations'
import pages from '@buy-locals/web/routes'
import { screens } from '../src/screens.ts'
import { folderOnSharedCluster } from '../src/testing/shared-cluster.ts'
import { newId } from '@buy-locals/values/ids'
import { openShop, startServer } from './support.ts'

/** How much a stranger can ask for by one GET, and one that asks for more with the status of its response. */
type Bound = { bound: string; over: string; status: number }

const long = 'x'.repeat(3_000)
const business = '/v1/businesses/biz_01h0000000000000000000000a'

const operationBounds: Record<string, Bound> = {
  findPlaces: { bound: 'some places; a query of 120 characters', over: `/v1/places?q=${long}`, status: 422 },
  findSuggestions: { bound: 'eleven suggestions; a text of 80 characters', over: `/v1/businesses/suggestions?near=43.6,-116.2&q=${long}`, status: 422 }, // prettier-ignore
  findSlots: { bound: '31 days of one service', over: `${business}/slots?serviceId=svc_01h0000000000000000000000a&from=2026-01-01&to=2026-12-31`, status: 422 }, // prettier-ignore
  listMarkets: { bound: `${maxMarkets} markets`, over: '/v1/markets?limit=100000', status: 200 },
  listProviders: { bound: 'three providers', over: '/v1/auth/providers?limit=100000', status: 200 },
  listDetailPhotos: {
    bound: `${maxDetailPhotos} photos of one business`,
    over: `${business}/detail-photos?limit=100000`,
    status: 404,
  },
  listReviews: { bound: 'a page of 100', over: `${business}/reviews?limit=101`, status: 422 },
  listServices: {
    bound: `${maxPerBusiness.services} services of one business`,
    over: `${business}/services?limit=100000`,
    status: 404,
  },
  listStaff: {
    bound: `${maxPerBusiness.staff} staff of one business`,
    over: `${business}/staff?limit=100000`,
    status: 404,
  },
  readBusiness: { bound: 'one business', over: `/v1/businesses/${long}`, status: 404 },
  readConfig: { bound: 'a few settings', over: '/v1/config?limit=100000', status: 200 },
  readSitemap: { bound: 'one number', over: '/v1/sitemap?limit=100000', status: 200 },
  readSitemapPage: { bound: `${siteAddressesPerPage} slugs`, over: '/v1/sitemap/100000', status: 404 },
  readSubscription: { bound: 'one kind of mail', over: `/v1/subscriptions/${long}`, status: 404 },
  searchBusinesses: { bound: 'a page of 100 within 100 km; a text of 80 characters', over: '/v1/businesses?near=43.6,-116.2&radius=100001', status: 422 }, // prettier-ignore
}

const pageBounds: Record<string, Bound> = {
  '/': { bound: 'one page of a search', over: `/?q=${long}&limit=100000`, status: 200 },
  '/suggestions': { bound: 'as findSuggestions', over: `/suggestions?q=${long}`, status: 200 },
  '/places': { bound: 'as findPlaces', over: `/places?q=${long}`, status: 200 },
  '/b/:slug': { bound: 'one business, a page of its reviews', over: `/b/${long}`, status: 404 },
  '/b/:slug/book/:serviceId': { bound: '31 days of one service', over: `/b/x/book/${long}`, status: 404 },
  '/b/:slug/claim': { bound: 'one business', over: `/b/${long}/claim`, status: 404 },
  '/b/:slug/report': { bound: 'one business', over: `/b/${long}/report`, status: 404 },
  '/in-browser/b/:slug/claim': { bound: 'one business', over: `/in-browser/b/${long}/claim`, status: 404 },
  '/in-browser/b/:slug/report': { bound: 'one business', over: `/in-browser/b/${long}/report`, status: 404 },
  '/sign-in/:provider': { bound: 'a page of ours', over: `/sign-in/${long}`, status: 200 },
  '/share/:locale/:businessId/:file': { bound: 'one picture of 1200 × 630', over: `/share/en-US/biz_01h0000000000000000000000a/${long}.png`, status: 404 }, // prettier-ignore
  '/unsubscribe/:token': { bound: 'one kind of mail', over: `/unsubscribe/${long}`, status: 200 },
  '/claim': { bound: 'a form', over: `/claim?token=${long}`, status: 200 },
  '/sitemap.xml': { bound: 'a line for every 10,000 businesses', over: '/sitemap.xml?page=100000', status: 200 },
  '/sitemaps/:file': { bound: '10,000 addresses', over: '/sitemaps/businesses-100000.xml', status: 404 },
  '/robots.txt': { bound: 'a few lines', over: `/robots.txt?${long}`, status: 200 },
  '/*': { bound: 'one sentence', over: `/${long}`, status: 404 },
}
/** The same for everybody, or nothing but a form. */
for (const path of [
  '/sign-in',
  '/sign-up',
  '/verify-email',
  '/forgot-password',
  '/reset-password',
  '/add-business',
  '/credits',
  '/terms',
  '/privacy',
  '/help',
])
  // prettier-ignore
  pageBounds[path] = { bound: 'a form or a text of ours', over: `${path}?q=${long}`, status: 200 }
pageBounds['/imprint'] = {
  bound: 'a text of the operator, where there is one',
  over: `/imprint?q=${long}`,
  status: 404,
}
/** Of a person or a booking: a stranger reads that there is nothing for them. */
const personal = ['/bookings', '/bookings/:bookingId', '/bookings/:bookingId/pay', '/bookings/:bookingId/reschedule', '/bookings/:bookingId/receipt', '/bookings/:bookingId/delete-data', '/in-browser/bookings/:bookingId/delete-data', '/account', '/account/delete', '/account/two-step', '/notifications', '/notifications/settings'] // prettier-ignore

const hostBounds: Record<string, Bound> = {
  '/health/live': { bound: 'one word', over: `/health/live?${long}`, status: 200 },
  '/health/ready': { bound: 'a word for each part', over: `/health/ready?${long}`, status: 200 },
  '/metrics': { bound: 'the metrics of six services, for this machine or by token', over: `/metrics?${long}`, status: 200 }, // prettier-ignore
  '/v1/openapi.json': { bound: 'one file', over: `/v1/openapi.json?${long}`, status: 200 },
  '/icon.svg': { bound: 'one file', over: `/icon.svg?${long}`, status: 200 },
  '/docs': { bound: 'one page', over: `/docs?${long}`, status: 200 },
  '/app{/*path}': { bound: 'one file, once it is built', over: `/app/${long}`, status: 503 },
  '/dashboard{/*path}': { bound: 'one file', over: `/dashboard/${long}`, status: 200 },
  '/.well-known/jwks.json': { bound: 'the signing keys', over: `/.well-known/jwks.json?${long}`, status: 200 },
  '/s/:code': { bound: 'one address', over: `/s/${long}`, status: 404 },
  '/dev/inbox': {
    bound: '100 mails and 100 SMS, in the demonstration',
    over: `/dev/inbox?limit=100000&to=${long}`,
    status: 200,
  },
}
const files = ['/assets', '/dashboard/assets', '/docs/assets', '/map', '/media/photos']

let folder: Awaited<ReturnType<typeof folderOnSharedCluster>>
let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  folder = await folderOnSharedCluster()
  server = await startServer(
    { ...folder.environment, DEMO: '0', PAYMENTS: 'off' },
    { screens, requestPhoneApp: async () => 'absent' },
  )
})
afterAll(async () => {
  await server.close()
  await folder[Symbol.asyncDispose]()
})

type Layer = {
  route?: { path: string | string[]; methods: Record<string, boolean> }
  handle: { name?: string; stack?: Layer[] }
  match(path: string): boolean
}
const stackOf = ({ app }: typeof server) => (app.router as Router & { stack: Layer[] }).stack
const pathsOf = (stack: Layer[]): string[] =>
  stack.flatMap(({ route, handle }) =>
    route ? (route.methods['get'] ? [route.path].flat() : []) : pathsOf(handle.stack ?? []),
  )

const foldersOf = (stack: Layer[]): Layer[] =>
  stack.flatMap((layer) =>
    ['serveStatic', 'expressStaticGzip'].includes(layer.handle.name ?? '')
      ? [layer]
      : foldersOf(layer.handle.stack ?? []),
  )

const open = operations.filter(({ method, access }) => method === 'get' && access === 'anyone')
const ofOperations = new Set(operations.filter(({ method }) => method === 'get').map(({ path }) => `/v1${path}`))
type Page = { path?: string; index?: boolean }
const withAndWithout = (path: string) =>
  path.includes('?/') ? [path.replace(/^[\w-]+\?\//, ''), path.replace('?', '')] : [path]
const sitePaths = (pages as Page[])
  .flatMap(({ path = '' }) => withAndWithout(path).map((each) => `/${each}`))
  .filter((path) => !personal.includes(path))

test('every GET that answers a stranger is in this list with its bound', () => {
  expect(Object.keys(operationBounds).toSorted()).toEqual(open.map(({ id }) => id).toSorted())
  expect(Object.keys(pageBounds).toSorted()).toEqual(sitePaths.toSorted())
  const routed = pathsOf(stackOf(server))
  const host = [...new Set(routed)].filter((path) => !ofOperations.has(path))
  expect(Object.keys(hostBounds).toSorted()).toEqual(host.toSorted())
})

test.each(Object.entries({ ...operationBounds, ...pageBounds, ...hostBounds }))(
  'whoever asks %s for more than its bound gets no more',
  async (_name, { over, status }) => {
    const response = await fetch(server.url + over)
    const { byteLength } = await response.arrayBuffer()
    expect([over.slice(0, 80), response.status]).toEqual([over.slice(0, 80), status])
    expect(byteLength).toBeLessThan(1_000_000)
  },
)

test('of a person or a booking a stranger reads nothing', async () => {
  for (const path of personal) {
    const response = await fetch(server.url + path.replace(':bookingId', 'bkg_01h0000000000000000000000a'), { redirect: 'manual' }) // prettier-ignore
    expect([path, response.status < 500, (await response.text()).length < 200_000]).toEqual([path, true, true])
  }
})

test('every folder of files is in this list', () => {
  const folders = foldersOf(stackOf(server))
  const listed = (layer: Layer) => [...files, '/elsewhere'].filter((path) => layer.match(`${path}/file`))
  expect(folders.flatMap(listed).toSorted()).toEqual(files.toSorted())
})

test('a folder of files lists nothing and is not left', async () => {
  for (const path of files)
    for (const target of [`${path}/`, `${path}/../package.json`, `${path}/%2e%2e/package.json`, `${path}/${long}`]) {
      const response = await fetch(server.url + target)
      expect([target.slice(0, 60), response.status < 500]).toEqual([target.slice(0, 60), true])
      expect(await response.text()).not.toContain('"devDependencies"')
    }
})

/** As many rows again like that one, with other ids. What else is unique of them is numbered too. */
async function addCopies(db: Client, table: string, original: string, count: number, changes = ''): Promise<void> {
  const key = table === 'business.search_docs' ? 'business_id' : 'id'
  const newId = `left(original.${key}, -4) || lpad(n::text, 4, '0')`
  await db.query(`set search_path = ${table.split('.')[0]}, extensions`) // for its triggers
  await db.query(
    `insert into ${table} select copy.* from ${table} original, generate_series(1, $2::integer) n,
       jsonb_populate_record(original, jsonb_build_object('${key}', ${newId}${changes})) copy
     where original.${key} = $1`,
    [original, count],
  )
}

test('where there is more than a bound, a stranger reads as much as it says, and nobody adds more than a list may have', async () => {
  const service = {
    durationMinutes: 30,
    price: { amount: 4_500, currency: 'USD' as const },
    payment: 'at-venue' as const,
  }
  const shop = await openShop(server, async ({ owner, params }) => ({
    service: await owner.call(addService, { params, body: { ...service, name: 'Haircut' } }),
    staff: await owner.call(addStaff, { params, body: { name: 'Ann' } }),
  }))
  const { businessId, owner, params } = shop
  const photo = { contentType: 'image/jpeg', bytes: 10_000 } as const
  const added = await owner.call(addPhoto, { params, body: { ...photo, of: shop.service.id } })
  const market = await server.market()
  const reviewId = newId('review')
  const db = new Client({ connectionString: server.databaseUrl })
  await db.connect()
  await addCopies(db, 'booking.services', shop.service.id, maxPerBusiness.services - 1)
  await addCopies(db, 'booking.staff', shop.staff.id, maxPerBusiness.staff - 1)
  await addCopies(db, 'business.photos', added.photo.id, maxDetailPhotos - 1, `, 'subject', 'svc_' || n`)
  await addCopies(db, 'business.markets', market.id, maxMarkets - 1, `, 'slug', 'town-' || n`)
  await addCopies(db, 'business.businesses', businessId, 120, `, 'slug', 'shop-' || n, 'site_number', 100 + n`)
  await addCopies(db, 'business.search_docs', businessId, 120)
  await db.query(
    `insert into review.reviews (id, booking_id, business_id, consumer_id, service_name, by_name, state, stars, written_at, version)
     values ($1, $4, $2, $3, 'Haircut', 'Ann', 'published', 5, now(), 1)`,
    [reviewId, businessId, owner.id, newId('booking')],
  )
  await addCopies(
    db,
    'review.reviews',
    reviewId,
    120,
    `, 'booking_id', left(original.booking_id, -4) || lpad(n::text, 4, '0')`,
  )
  await db.end()

  const refused = (work: Promise<unknown>) => expect(work).rejects.toThrow(/at most/)
  await refused(owner.call(addService, { params, body: { ...service, name: 'One more' } }))
  await refused(owner.call(addStaff, { params, body: { name: 'One more' } }))
  await refused(owner.call(addPhoto, { params, body: { ...photo, of: shop.staff.id } }))
  await refused(ensureMarket(server.composed.business, { ...market, slug: 'one-more' }))
  const near = 'near=43.612,-116.199'
  const lists = {
    '/v1/markets': maxMarkets,
    [`/v1/businesses/${businessId}/services`]: maxPerBusiness.services,
    [`/v1/businesses/${businessId}/staff`]: maxPerBusiness.staff,
    [`/v1/businesses/${businessId}/reviews?limit=100`]: 100,
    [`/v1/businesses?${near}&limit=100`]: 100,
    [`/v1/businesses/suggestions?${near}&q=third`]: 5,
  }
  const countItems = async (path: string) => {
    const body = (await (await fetch(server.url + path)).json()) as { items?: unknown[] }
    return body.items?.length ?? body
  }
  for (const [path, most] of Object.entries(lists)) expect([path, await countItems(path)]).toEqual([path, most])
  expect(await countItems(`/v1/businesses?${near}`)).toBeLessThan(100)
})
