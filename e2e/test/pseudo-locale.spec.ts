import { expect, type Page } from '@playwright/test'
import {
  addResource,
  blockTime,
  book,
  findSlots,
  listCustomers,
  listServices,
} from '@buy-locals/contracts/booking/operations'
import { addMember, changeMe } from '@buy-locals/contracts/auth/operations'
import { claimBusiness, registerBusiness } from '@buy-locals/contracts/business/operations'
import { demoPerson, registerPerson, registerUnverified, uniqueSuffix } from '../src/people.ts'
import { open } from '../src/pages.ts'
import { readInPseudoLocale } from '../src/catalogue-texts.ts'
import { test } from '../src/journey.ts'
import { address, center, openShop } from '../src/shop.ts'
import { serverTime } from '../src/time.ts'
import { importListings } from '../src/listings.ts'
import { linkIn, mailTo } from '../src/dev-inbox.ts'
import { bookVisit, payVisit } from '../src/visits.ts'

/** The operator of the demonstration is in other journeys too. */
test.afterAll(async () => {
  const admin = await demoPerson('admin')
  await admin.call(changeMe, { body: { locale: 'en-US' } })
})

const pathOf = ({ pathname, hash }: URL) => pathname + hash

async function readEach(page: Page, paths: readonly string[], check: (path: string) => Promise<void>): Promise<void> {
  for (const path of paths) {
    await open(page, path)
    await expect(page.getByRole('heading').first()).toBeVisible()
    await expect(page.getByRole('progressbar')).toHaveCount(0)
    await check(path)
  }
}

test('every text of the site is of the catalogue, has its values and finds its place when it is longer', async ({
  browse,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*nowhere/)
  expectConsoleError(/status of 4\d\d .*(claim|verify|unsubscribe|imprint|oidc)/) // links without a token
  const [unclaimed, claimed] = await importListings([center, { ...center, website: 'https://www.example.com/' }])
  const shop = await openShop()
  const consumer = await registerPerson('Cora Lane')
  const { items: services } = await consumer.call(listServices, { params: shop.params })
  const service = services[0]!
  const day = new Date((await serverTime()) + 3 * 86_400_000).toISOString().slice(0, 10)
  const { items } = await consumer.call(findSlots, {
    params: shop.params,
    query: { serviceId: service.id, from: day, to: day },
  })
  const start = items[20]!.start
  const { page } = await browse()
  const bookPath = `/b/${shop.slug}/book/${service.id}`
  await readEach(
    page,
    ['/', '/?q=zzz', `/b/${shop.slug}`, bookPath, `${bookPath}?at=${start}`, '/bookings', '/sign-in', '/sign-up', '/forgot-password', '/reset-password', '/add-business', '/credits', '/terms', '/privacy', '/imprint', '/help', '/nowhere', '/claim', '/verify-email', '/unsubscribe/none', '/sign-in/oidc?state=none', `/b/${unclaimed?.slug}`, `/b/${unclaimed?.slug}/report`],
    await readInPseudoLocale(page),
  ) // prettier-ignore
  const { id } = await consumer.call(book, { body: { businessId: shop.id, serviceId: service.id, start } })
  const paid = await bookVisit(shop, consumer, { days: 5 })
  await payVisit(consumer, paid.id)
  await consumer.call(claimBusiness, { params: { businessId: claimed!.id }, body: { mailbox: 'info' } })
  const newcomer = await registerUnverified()
  const links = [
    linkIn(await mailTo('info@example.com', claimed!.name)),
    newcomer.link,
    new URL(/https?:\S+\/unsubscribe\/\S+/.exec((await mailTo(shop.owner.email, '/unsubscribe/')).text)?.[0] ?? ''),
  ]
  const { page: own } = await browse(consumer)
  await readEach(
    own,
    ['/bookings', `/bookings/${id}`, `/bookings/${id}/pay`, `/bookings/${paid.id}`, `/bookings/${paid.id}/receipt`, `/bookings/${paid.id}/reschedule`, `/bookings/${paid.id}/delete-data`, `/b/${unclaimed?.slug}/claim`, '/account', '/account/two-step', '/account/delete', '/notifications', '/notifications/settings', ...links.map(pathOf)],
    await readInPseudoLocale(own, consumer),
  ) // prettier-ignore
  const { page: newcomers } = await browse(newcomer.person)
  await readEach(newcomers, [pathOf(newcomer.link)], await readInPseudoLocale(newcomers, newcomer.person))
})

test('every text of the dashboard is of the catalogue, has its values and finds its place when it is longer', async ({
  browse,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 401 .*(me|refresh)/) // of whoever is not signed in
  const shop = await openShop({ services: [{ name: 'Yoga', price: 1_500, capacity: 8 }] })
  const { owner, params } = shop
  const consumer = await registerPerson('Cora Lane')
  const { id, start } = await bookVisit(shop, consumer)
  await payVisit(consumer, id)
  const day = start.slice(0, 10)
  const block = await owner.call(blockTime, { params, body: { start: `${day}T23:00:00Z`, end: `${day}T23:30:00Z` } })
  const room = await owner.call(addResource, { params, body: { name: 'Studio' } })
  const { items: services } = await owner.call(listServices, { params })
  const { items: customers } = await owner.call(listCustomers, { params, query: { limit: 20 } })
  const { page } = await browse(owner)
  const sheets = [`bookings/${id}`, `groups/${id}`, `blocks/${block.id}`].map((sheet) => `board/${sheet}?day=${day}`)
  const details = [`services/${services[0]?.id}`, `staff/${shop.staffIds[0]}`, `resources/${room.id}`, `customers/${customers[0]?.id}`] // prettier-ignore
  const paths = ['board', ...sheets, 'board/new', 'board/block', 'board/today', 'week', 'customers', 'inbox', 'notifications', 'services', 'services/new', 'staff', 'staff/new', 'resources', ...details, 'hours', 'profile', 'photos', 'members', 'money', 'reviews'] // prettier-ignore
  await readEach(
    page,
    ['/dashboard/join', '/dashboard/new', ...paths.map((path) => `/dashboard/${shop.id}/${path}`)],
    await readInPseudoLocale(page, owner),
  )
  const { name } = await owner.call(registerBusiness, { body: { name: `Corner Yoga ${uniqueSuffix()}`, categories: ['yoga'], address, location: center } }) // prettier-ignore
  const { page: chooser } = await browse(owner)
  await readEach(chooser, ['/dashboard'], await readInPseudoLocale(chooser, owner))
  await expect(chooser.getByText(name)).toBeVisible()
  const emails = [`sam.${uniqueSuffix()}@example.com`, consumer.email]
  const joins: string[] = []
  for (const email of emails) {
    await owner.call(addMember, { params, body: { email, role: 'staff' } })
    joins.push(pathOf(linkIn(await mailTo(email, '/join#'))))
  }
  const { page: invited } = await browse()
  await readEach(invited, ['/dashboard/sign-in', ...joins], await readInPseudoLocale(invited))
  const { page: member } = await browse(consumer)
  await readEach(member, ['/dashboard', joins[1]!], await readInPseudoLocale(member, consumer))
  const admin = await demoPerson('admin')
  const { page: operator } = await browse(admin)
  await readEach(
    operator,
    ['businesses', 'complaints', 'claims', 'reports', 'reported-reviews', 'reported-messages', 'settings'].map(
      (path) => `/dashboard/operator/${path}`,
    ),
    await readInPseudoLocale(operator, admin),
  )
})
