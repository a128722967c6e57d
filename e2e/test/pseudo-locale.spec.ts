import { codeAt } from '@buy-locals/auth/totp'
import { expect, type Page } from '@playwright/test'
import {
  addCustomerNote,
  addResource,
  blockTime,
  book,
  bookForCustomer,
  completeBooking,
  fileComplaint,
  findSlots,
  listCustomers,
  listServices,
  reportMessage,
  sendMessage,
} from '@buy-locals/contracts/booking/operations'
import { cookieNames } from '@buy-locals/contracts/cookies'
import { acceptInvitation, addMember, changeMe, listInvitations } from '@buy-locals/contracts/auth/operations'
import { claimBusiness, registerBusiness, reportListing } from '@buy-locals/contracts/business/operations'
import { flagReview, writeReview } from '@buy-locals/contracts/review/operations'
import { demoPerson, registerPerson, registerUnverified, uniqueSuffix, type Person } from '../src/people.ts'
import { open } from '../src/pages.ts'
import { readInPseudoLocale } from '../src/catalogue-texts.ts'
import { readDialogs, readTitle } from '../src/dialogs.ts'
import { test } from '../src/journey.ts'
import { addPhotographs } from '../src/photographs.ts'
import { readRoutes, screensOfOperators, screensOfSite } from '../src/routes.ts'
import { address, center, openShop, submitBusiness } from '../src/shop.ts'
import { serverTime, untilAfter } from '../src/time.ts'
import { importListings } from '../src/listings.ts'
import { linkIn, mailTo } from '../src/dev-inbox.ts'
import { bookVisit, findStarts, payVisit } from '../src/visits.ts'
import { waitUntil } from '../src/wait-until.ts'

/** The operator of the demonstration is in other journeys too. */
test.afterAll(async () => {
  const admin = await demoPerson('admin')
  await admin.call(changeMe, { body: { locale: 'en-US' } })
})

const pathOf = ({ pathname, hash }: URL) => pathname + hash

type Check = (path: string) => Promise<void>

/** Reads each page, and each dialog that it has a button for. Returns the patterns of the screens that were shown, and of all that the app has. */
async function readEach(
  page: Page,
  paths: readonly string[],
  check: Check,
): Promise<{ shown: string[]; all: string[] }> {
  const shown: string[] = []
  const all: string[] = []
  for (const path of paths) {
    await open(page, path)
    await expect(page.getByRole('heading').first()).toBeVisible()
    await expect(page.getByRole('progressbar')).toHaveCount(0)
    await check(path)
    await readDialogs(page, (title) => check(`${path}, ${title}`))
    const routes = await readRoutes(page)
    shown.push(routes.shown)
    all.push(...routes.all)
  }
  return { shown, all }
}

/** What somebody does when their session has ended on the page. */
async function readSignInAgain(page: Page, path: string, check: Check) {
  await open(page, path)
  const form = page.locator('main form').last()
  for (const star of await form.locator('input[name=stars]').all()) await star.check({ force: true })
  for (const name of [cookieNames.access, cookieNames.refresh]) await page.context().clearCookies({ name })
  // What the page reads by itself may have been refused before.
  await form.locator('button[type=submit]').dispatchEvent('click')
  await check(`${path}, ${await readTitle(page)}`)
}

/** What opens by itself, before what was pressed happens. */
async function readDialog(page: Page, path: string, check: Check) {
  await expect(page.locator('dialog[open]'), path).toHaveCount(1)
  await check(`${path}, ${await readTitle(page)}`)
}

/** The page is of somebody who is signed in there. Later, what matters takes a code. */
async function turnOnTwoStep(page: Page, { password }: Person) {
  const post = (path: string, body: object) =>
    page.evaluate(
      async ([to, json]) => {
        const headers = { 'content-type': 'application/json' }
        return (await fetch(to, { method: 'POST', headers, body: json })).json()
      },
      [`/v1/${path}`, JSON.stringify(body)] as const,
    )
  const { secret } = (await post('me/second-factor/setup', { password })) as { secret: string }
  await post('me/second-factor', { code: codeAt(secret, { epochMilliseconds: await serverTime() }) })
}

/** What somebody is asked who follows a link on a page where they have typed. */
async function readLeaving(page: Page, path: string, check: Check) {
  await open(page, path)
  await page.locator('main form input[type=text]').first().fill('Changed')
  await page.locator('nav a[href]:visible').first().click()
  await readDialog(page, path, check)
}

/** What somebody is asked who takes a larger share than is usual. */
async function readUnusualFee(page: Page, path: string, check: Check) {
  await open(page, path)
  const numbers = page.locator('main form input[inputmode=decimal]')
  await expect(numbers, 'the fee stands before the hours of a complaint').toHaveCount(2)
  await numbers.first().fill('16')
  await page.locator('main form button[type=submit]').click()
  await readDialog(page, path, check)
}

test('every text of the site is of the catalogue, has its values and finds its place when it is longer', async ({
  browse,
  advanceTime,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*nowhere/)
  expectConsoleError(/status of 403 .*recovery-codes/) // a code is needed first
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
  const asStranger = await readEach(
    page,
    ['/', '/?q=zzz', `/b/${shop.slug}`, bookPath, `${bookPath}?at=${start}`, '/bookings', '/sign-in', '/sign-up', '/forgot-password', '/reset-password', '/add-business', '/credits', '/terms', '/privacy', '/imprint', '/help', '/nowhere', '/claim', '/verify-email', '/unsubscribe/none', '/sign-in/oidc?state=none', `/b/${unclaimed?.slug}`, `/b/${unclaimed?.slug}/report`],
    await readInPseudoLocale(page),
  ) // prettier-ignore
  const { id } = await consumer.call(book, { body: { businessId: shop.id, serviceId: service.id, start } })
  const paid = await bookVisit(shop, consumer, { days: 2 }) // early enough to be moved
  await payVisit(consumer, paid.id)
  await shop.owner.call(sendMessage, { params: { bookingId: paid.id }, body: { sentBy: 'business', text: 'Welcome' } })
  await consumer.call(claimBusiness, { params: { businessId: claimed!.id }, body: { mailbox: 'info' } })
  const newcomer = await registerUnverified()
  const links = [
    linkIn(await mailTo('info@example.com', claimed!.name)),
    newcomer.link,
    new URL(/https?:\S+\/unsubscribe\/\S+/.exec((await mailTo(shop.owner.email, '/unsubscribe/')).text)?.[0] ?? ''),
  ]
  const { page: own } = await browse(consumer)
  const check = await readInPseudoLocale(own, consumer)
  const asConsumer = await readEach(
    own,
    ['/bookings', `/bookings/${id}`, `/bookings/${id}/pay`, `/bookings/${paid.id}`, `/bookings/${paid.id}/receipt`, `/bookings/${paid.id}/reschedule`, `/bookings/${paid.id}/delete-data`, `/b/${unclaimed?.slug}/claim`, '/account', '/account/two-step', '/account/delete', '/notifications', '/notifications/settings', ...links.map(pathOf)],
    check,
  ) // prettier-ignore
  const { page: newcomers } = await browse(newcomer.person)
  await readEach(newcomers, [pathOf(newcomer.link)], await readInPseudoLocale(newcomers, newcomer.person))
  await advanceTime(await untilAfter(paid.start))
  await readEach(own, [`/bookings/${paid.id}`], check)
  await shop.owner.call(completeBooking, { params: { bookingId: paid.id } })
  await readEach(own, [`/bookings/${paid.id}`], check)
  await readSignInAgain(own, `/bookings/${paid.id}`, check)
  const { page: careful } = await browse(consumer)
  const checkAsCareful = await readInPseudoLocale(careful, consumer)
  await open(careful, '/account')
  await turnOnTwoStep(careful, consumer)
  await advanceTime('PT11M')
  await readEach(careful, ['/account/two-step'], checkAsCareful)
  await careful.locator('main button[type=button]').first().click()
  await readDialog(careful, '/account/two-step', checkAsCareful)
  const shown = new Set([...asStranger.shown, ...asConsumer.shown])
  expect(
    screensOfSite.filter((screen) => !shown.has(screen)),
    'every screen of the site was read',
  ).toEqual([])
})

test('every text of the dashboard is of the catalogue, has its values and finds its place when it is longer', async ({
  browse,
  advanceTime,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 401 .*(me|refresh)/) // of whoever is not signed in
  expectConsoleError(/status of 403 .*members/) // a code is needed first
  const shop = await openShop({ services: [{ name: 'Yoga', price: 1_500, capacity: 8 }] })
  const { owner, params } = shop
  const consumer = await registerPerson('Cora Lane')
  const { id, start } = await bookVisit(shop, consumer, { days: 1 })
  const reviewers = [await registerPerson('Dan Rivers'), await registerPerson('Eve Stone')]
  const reviewed = [
    await bookVisit(shop, reviewers[0]!, { days: 1 }),
    await bookVisit(shop, reviewers[1]!, { days: 1 }),
  ]
  await payVisit(consumer, id)
  for (const [at, reviewer] of reviewers.entries()) await payVisit(reviewer, reviewed[at]!.id)
  await consumer.call(sendMessage, { params: { bookingId: id }, body: { sentBy: 'consumer', text: 'Good morning' } })
  const day = start.slice(0, 10)
  const block = await owner.call(blockTime, { params, body: { start: `${day}T23:00:00Z`, end: `${day}T23:30:00Z` } })
  const room = await owner.call(addResource, { params, body: { name: 'Studio' } })
  const { items: services } = await owner.call(listServices, { params })
  const byPhone = await owner.call(bookForCustomer, { params, body: { serviceId: services[0]!.id, start: (await findStarts(shop, 2))[40]!, customer: { name: 'Dora Klein' } } }) // prettier-ignore
  const { items: customers } = await owner.call(listCustomers, { params, query: { limit: 20 } })
  for (const { id: customerId } of customers)
    await owner.call(addCustomerNote, { params: { ...params, customerId }, body: { text: 'Tea' } })
  await addPhotographs(shop, ['The door'])
  const { page } = await browse(owner)
  const check = await readInPseudoLocale(page, owner)
  const sheets = [`bookings/${id}`, `groups/${id}`, `blocks/${block.id}`].map((sheet) => `board/${sheet}?day=${day}`)
  const details = [`services/${services[0]?.id}`, `staff/${shop.staffIds[0]}`, `resources/${room.id}`, `customers/${customers[0]?.id}`] // prettier-ignore
  const ofBusiness = (path: string) => `/dashboard/${shop.id}/${path}`
  const phoned = `board/bookings/${byPhone.id}?day=${byPhone.start.slice(0, 10)}`
  const paths = ['board', ...sheets, phoned, 'board/new', 'board/block', 'board/today', 'week', 'customers', 'inbox', 'notifications', 'services', 'services/new', 'staff', 'staff/new', 'resources', ...details, 'hours', 'profile', 'photos', 'money', 'nowhere'] // prettier-ignore
  const asOwner = await readEach(page, ['/dashboard/join', '/dashboard/new', ...paths.map(ofBusiness)], check)
  const { name } = await owner.call(registerBusiness, { body: { name: `Corner Yoga ${uniqueSuffix()}`, categories: ['yoga'], address, location: center } }) // prettier-ignore
  const { page: chooser } = await browse(owner)
  const asChooser = await readEach(chooser, ['/dashboard'], await readInPseudoLocale(chooser, owner))
  await expect(chooser.getByText(name)).toBeVisible()
  const emails = [`sam.${uniqueSuffix()}@example.com`, consumer.email]
  const joins: string[] = []
  for (const email of emails) {
    await owner.call(addMember, { params, body: { email, role: 'staff' } })
    joins.push(pathOf(linkIn(await mailTo(email, '/join#'))))
  }
  const { page: invited } = await browse()
  const asInvited = await readEach(invited, ['/dashboard/sign-in', ...joins], await readInPseudoLocale(invited))
  const { page: member } = await browse(consumer)
  const checkAsMember = await readInPseudoLocale(member, consumer)
  await readEach(member, ['/dashboard', joins[1]!], checkAsMember)
  const { items: invitations } = await consumer.call(listInvitations, {})
  for (const { id: invitationId } of invitations) await consumer.call(acceptInvitation, { params: { invitationId } })
  await readEach(member, [ofBusiness('week')], checkAsMember)
  await advanceTime(await untilAfter(start))
  const started = await readEach(page, ['members', ...sheets.slice(0, 2)].map(ofBusiness), check)
  await owner.call(reportMessage, { params: { bookingId: id }, body: { number: 1, reason: 'Rude' } })
  await consumer.call(fileComplaint, { params: { bookingId: id }, body: { text: 'Closed' } })
  for (const [at, { call }] of reviewers.entries()) {
    const ofReviewed = { params: { bookingId: reviewed[at]!.id } }
    await owner.call(completeBooking, ofReviewed)
    const write = () => call(writeReview, { ...ofReviewed, body: { stars: 2, text: 'Cold' } }).catch(() => undefined)
    const { id: reviewId } = await waitUntil('the visit can be reviewed', write)
    if (at > 0) await owner.call(flagReview, { params: { reviewId }, body: { reason: 'Untrue' } })
  }
  const later = await readEach(page, ['reviews', sheets[0]!, `board/bookings/${reviewed[0]!.id}?day=${day}`].map(ofBusiness), check) // prettier-ignore
  await readSignInAgain(page, ofBusiness('hours'), check)
  const { page: careful } = await browse(owner)
  const checkAsCareful = await readInPseudoLocale(careful, owner)
  await readLeaving(careful, ofBusiness('profile'), checkAsCareful)
  await turnOnTwoStep(careful, owner)
  await advanceTime('PT11M')
  await open(careful, ofBusiness('members'))
  await careful.locator('main form input[type=email]').fill(`sam.${uniqueSuffix()}@example.com`)
  await careful.locator('main form button[type=submit]').click()
  await readDialog(careful, ofBusiness('members'), checkAsCareful)

  await submitBusiness(await registerPerson('Owen Holt'))
  const [unclaimed] = await importListings([center])
  await consumer.call(claimBusiness, { params: { businessId: unclaimed!.id }, body: { note: 'Call the shop' } })
  await consumer.call(reportListing, { params, body: { fault: 'closed' } })
  const admin = await demoPerson('admin')
  const { page: operator } = await browse(admin)
  const ofOperators = await screensOfOperators()
  const checkAsOperator = await readInPseudoLocale(operator, admin)
  const ofOperator = (path: string) => `/dashboard/operator/${path}`
  await readEach(operator, ofOperators.map(ofOperator), checkAsOperator)
  await readUnusualFee(operator, ofOperator('settings'), checkAsOperator)
  const readings = [asOwner, asChooser, asInvited, started, later]
  const shown = new Set([...readings.flatMap((reading) => reading.shown), 'operator/*'])
  const screens = new Set(readings.flatMap(({ all }) => all))
  expect(
    [...screens].filter((screen) => !shown.has(screen)),
    'every screen of the dashboard was read',
  ).toEqual([])
})
