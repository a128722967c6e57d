import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { expect } from '@playwright/test'
import { beginning } from '../src/beginning.ts'
import { payWith, freeTimes } from '../src/booking-steps.ts'
import { countActions } from '../src/count-actions.ts'
import { test } from '../src/journey.ts'
import { buildPhoneApp } from '../src/phone-app.ts'
import { registerPerson } from '../src/people.ts'
import { center, openShop, type Shop } from '../src/shop.ts'
import type { Texts } from '../src/texts.ts'
import { serverTime } from '../src/time.ts'
import type { Visitor } from '../src/visitor.ts'

test.beforeAll(buildPhoneApp)

test('in the app a consumer finds a business, books, pays and reviews, the owner completes the booking and replies, and the next visit takes seven taps', async ({
  browse,
  advanceTime,
  expectConsoleError,
  texts,
}) => {
  const { app, features } = texts
  expectConsoleError(/status of 402 /) // the declined card
  expectConsoleError(/status of 404 .*review/) // none is written yet
  await advanceTime(await untilMorning())
  const shop = await openShop({ at: center })
  const cora = await registerPerson('Cora Lane')
  const consumer = await browse(cora)
  const owner = await browse(shop.owner)
  const title = (screen: string) => ['document', app('page.title', { screen })] as const

  await find(consumer, shop, texts)
  await consumer.step('opens the business', () => goOn(consumer, ['link', inList(shop, texts)], shop.name), {
    focus: title(shop.name),
  })
  await consumer.step(
    'chooses a service',
    () => goOn(consumer, ['link', beginning('Haircut')], features('book.title', { service: 'Haircut' })),
    {
      focus: title('Haircut'),
    },
  )
  await consumer.step('goes on without a time', () => consumer.press('button', features('book.continue')), {
    focus: ['alert', features('book.timeMissing')],
    announced: features('book.timeMissing'),
  })
  await consumer.choose('radio', beginning('Marcus'))
  const time = freeTimes(consumer.page, texts).nth(3)
  const label = (await time.getAttribute('aria-label')) ?? ''
  await consumer.step('chooses a person and a time', () => consumer.chooseAt(time), { focus: ['radio', label] })
  await consumer.step(
    'goes on',
    () => goOn(consumer, ['button', features('book.continue')], features('book.details')),
    {
      focus: title('Haircut'),
    },
  )
  await expect(consumer.page.getByText(features('book.as', { name: 'Cora Lane' }))).toBeVisible()
  await consumer.step(
    'holds the time',
    () => goOn(consumer, ['button', features('book.toPay')], features('pay.title')),
    {
      focus: title(features('pay.title')),
    },
  )
  const bookingId = new URL(consumer.page.url()).pathname.split('/').at(-2) as Id<'booking'>

  await consumer.step('pays with a card that is declined', () => payWith(consumer, texts, '4000 0000 0000 0002'), {
    focus: ['alert', beginning(features('pay.declined'))],
    announced: features('pay.notCharged'),
  })
  await payWith(consumer, texts, '4000 0000 0000 3220')
  await consumer.page.getByRole('button', { name: 'Complete' }).waitFor()

  await test.step('the bank confirms it, and the owner sees the booking within a second', async () => {
    await owner.goTo(`/app/businesses/${shop.id}`, app('page.title', { screen: app('business.today') }))
    await expect(owner.page.getByText(app('board.live'), { exact: true })).toBeVisible()
    const loadedAt = await owner.page.evaluate(() => performance.timeOrigin)
    const seen = owner.page
      .getByRole('link', { name: /Cora Lane/ })
      .waitFor({ timeout: 60_000 })
      .then(() => performance.now())
    await consumer.press('button', 'Complete')
    const confirmedAt = await timeWhen(
      async () => (await cora.call(readBooking, { params: { bookingId } })).status === 'confirmed',
    )
    expect((await seen) - confirmedAt, 'milliseconds from the confirmation to the board').toBeLessThan(1_000)
    expect(await owner.page.evaluate(() => performance.timeOrigin)).toBe(loadedAt)
  })
  await consumer.step('reads that it is confirmed', async () => {}, { focus: title(features('booking.one')) })
  await expect(consumer.page.getByText(features('booking.thanks'))).toBeVisible()

  await advanceTime('PT2H')
  await owner.step('opens the booking', () => goOn(owner, ['link', /Cora Lane/], 'Haircut'), {
    focus: title(features('booking.one')),
  })
  await owner.step('completes it', () => owner.press('button', app('booking.complete')), {
    focus: ['heading', 'Haircut'],
    announced: app('booking.completeDone'),
  })

  await consumer.goTo(`/app/bookings/${bookingId}`, app('page.title', { screen: features('booking.one') }))
  await consumer.step(
    'wants to review it',
    () => goOn(consumer, ['link', features('ownBooking.review')], features('ownBooking.review')),
    {
      focus: title(features('ownBooking.review')),
    },
  )
  await consumer.choose('radio', features('ui.star', { count: 4 }))
  await consumer.step(
    'reviews it',
    async () => {
      await consumer.write(features('ownBooking.reviewText'), 'A careful cut, and a good story with it.')
      await consumer.press('button', features('ownBooking.reviewSend'))
    },
    { focus: ['heading', features('ownBooking.yourReview')] },
  )

  await owner.goTo(`/app/businesses/${shop.id}/reviews`, app('page.title', { screen: app('business.reviews') }))
  await owner.step('begins a reply', () => owner.press('button', app('businessReviews.replyName', { name: 'Cora' })), {
    focus: ['button', features('ui.close')],
  })
  const reply = 'Come again, the second story is better.'
  await owner.step(
    'replies',
    async () => {
      await owner.write(app('businessReviews.replyField'), reply)
      await owner.press('button', app('businessReviews.send'))
    },
    { focus: ['heading', /./], announced: app('businessReviews.replyDone') },
  )
  await expect(async () => {
    await consumer.open(`/app/bookings/${bookingId}/review`)
    await expect(consumer.page.getByText(reply)).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })

  await test.step('books and pays again in seven taps', async () => {
    const { page, press, chooseAt } = consumer
    const count = await countActions(page)
    await consumer.open('/app')
    await press('tab', app('bookings.tab'))
    await press('link', /Haircut/)
    await press('link', features('booking.bookAgain'))
    await chooseAt(freeTimes(page, texts).nth(3))
    await press('button', features('book.continue'))
    await press('button', features('book.toPay'))
    await press('button', beginning(features('pay.pay', { amount: '' }).trim()))
    await expect(page.getByText(features('booking.thanks'))).toBeVisible()
    expect(count()).toBe(7)
  })
  await consumer.step('wants to cancel', () => consumer.press('button', features('booking.cancel')), {
    focus: ['button', features('ui.close')],
  })
  await consumer.step('cancels', () => consumer.press('button', features('booking.cancelDo')), {
    focus: ['group', beginning(features('booking.cancelledYou'))],
  })
  await expect(consumer.page.getByText(features('booking.cancelledYou')).first()).toBeVisible()
})

test('a screen of the app whose file is gone, as after an update, says so, and trying again loads the app anew', async ({
  browse,
  expectConsoleError,
  texts: { app },
}) => {
  expectConsoleError(/status of 404 .*_expo/)
  expectConsoleError(/AsyncRequireError/)
  expectConsoleError(/status of 401 /) // nobody is signed in
  const { page, open, press } = await browse()
  await open('/app')
  await page.route(/\/_expo\/static\/js\/web\/search-/, (route) => route.fulfill({ status: 404 }))
  const search = () => press('link', new RegExp(`^${app('search.what')}`))
  await search()
  await expect(page.getByRole('heading', { name: app('app.failed') })).toBeVisible()
  await page.unrouteAll()
  await press('button', app('app.again'))
  await search()
  await expect(page.getByRole('heading', { name: app('search.title'), exact: true })).toBeVisible()
})

/** What is searched for has its name too. */
const inList = ({ name }: Shop, { features }: Texts) => new RegExp(`^${name}.*${features('category.hair')}`)

/** To another screen, whose code may come a moment after its title. */
async function goOn({ page, press }: Visitor, pressed: Parameters<Visitor['press']>, title: string) {
  await press(...pressed)
  await page.getByRole('heading', { name: title, exact: true }).waitFor()
}

async function find(visitor: Visitor, shop: Shop, texts: Texts) {
  const { app, features } = texts
  const { page, step, goTo, press, write } = visitor
  await goTo('/app', app('page.title', { screen: app('app.explore') }))
  await expect(page.getByRole('button', { name: features('find.locate') })).toHaveAttribute('aria-haspopup', 'dialog')
  await step('filters by category', () => press('button', features('category.hair')), {
    focus: ['button', features('category.hair')],
  })
  await step('filters by what is open', () => press('button', features('find.openNow')), {
    focus: ['button', features('find.openNow')],
  })
  await step(
    'wants to search',
    () => goOn(visitor, ['link', new RegExp(`^${app('search.what')}`)], app('search.title')),
    {
      focus: ['document', app('page.title', { screen: app('search.title') })],
    },
  )
  await step(
    'searches for its name',
    async () => {
      await write(app('search.what'), shop.name)
      await press('button', app('search.go'))
    },
    { focus: ['heading', beginning(`“${shop.name}”`)] },
  )
  const place = page.getByRole('link', { name: inList(shop, texts) })
  await expect(async () => {
    if (!(await place.isVisible())) await page.reload()
    await expect(place).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await expect(place, 'opened in a tab of its own it is the app').toHaveAttribute('href', /^\/app\/b\//)
}

/** A time that is chosen in the morning is on the same day. */
async function untilMorning(): Promise<string> {
  const now = await serverTime()
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone: 'America/Boise' }).format(now))
  return `PT${hour < 18 ? 0 : 33 - hour}H`
}

/** The time of the first check that succeeded. */
async function timeWhen(check: () => Promise<boolean>): Promise<number> {
  for (;;) {
    const checkedAt = performance.now()
    if (await check()) return checkedAt
  }
}
