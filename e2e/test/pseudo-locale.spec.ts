import { expect, type Page } from '@playwright/test'
import { book, findSlots, listServices } from '@buy-locals/contracts/booking/operations'
import { changeMe } from '@buy-locals/contracts/auth/operations'
import { demoPerson, registerPerson } from '../src/people.ts'
import { open } from '../src/pages.ts'
import { readInPseudoLocale } from '../src/catalogue-texts.ts'
import { test } from '../src/journey.ts'
import { openShop } from '../src/shop.ts'
import { serverTime } from '../src/time.ts'

/** The operator of the demonstration is in other journeys too. */
test.afterAll(async () => {
  const admin = await demoPerson('admin')
  await admin.call(changeMe, { body: { locale: 'en-US' } })
})

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
    ['/', '/?q=zzz', `/b/${shop.slug}`, bookPath, `${bookPath}?at=${start}`, '/bookings', '/sign-in', '/sign-up', '/forgot-password', '/reset-password', '/add-business', '/credits', '/terms', '/privacy', '/help', '/nowhere'],
    await readInPseudoLocale(page),
  ) // prettier-ignore
  const { id } = await consumer.call(book, { body: { businessId: shop.id, serviceId: service.id, start } })
  const { page: own } = await browse(consumer)
  await readEach(
    own,
    ['/bookings', `/bookings/${id}`, `/bookings/${id}/pay`, `/bookings/${id}/receipt`, '/account', '/account/delete', '/notifications', '/notifications/settings'],
    await readInPseudoLocale(own, consumer),
  ) // prettier-ignore
})

test('every text of the dashboard is of the catalogue, has its values and finds its place when it is longer', async ({
  browse,
}) => {
  const shop = await openShop()
  const { page } = await browse(shop.owner)
  const paths = ['board', 'board/new', 'board/block', 'inbox', 'services', 'services/new', 'staff', 'staff/new', 'resources', 'hours', 'profile', 'photos', 'members', 'money', 'reviews'] // prettier-ignore
  await readEach(
    page,
    paths.map((path) => `/dashboard/${shop.id}/${path}`),
    await readInPseudoLocale(page, shop.owner),
  )
  const admin = await demoPerson('admin')
  const { page: operator } = await browse(admin)
  await readEach(
    operator,
    ['businesses', 'complaints', 'settings'].map((path) => `/dashboard/operator/${path}`),
    await readInPseudoLocale(operator, admin),
  )
})
