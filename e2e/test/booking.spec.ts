import { readBooking } from '@buy-locals/contracts/booking/operations'
import { readBalance } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { expect } from '@playwright/test'
import { beginning } from '../src/beginning.ts'
import { countActions } from '../src/count-actions.ts'
import { test } from '../src/journey.ts'
import { ledgerCheck } from '../src/ledger.ts'
import { chooseTime, payWith } from '../src/booking-steps.ts'
import { open, waitForHydration } from '../src/pages.ts'
import { center, openShop, type Shop } from '../src/shop.ts'
import { demoPassword } from '../src/server-process.ts'
import { personWith, registerPerson, uniqueSuffix } from '../src/people.ts'
import type { Texts } from '../src/texts.ts'
import type { Visitor } from '../src/visitor.ts'

test('a consumer finds a business, books, pays and reviews, and the owner completes the booking, is paid and replies', async ({
  browse,
  advanceTime,
  texts,
}) => {
  const { site, dashboard, features } = texts
  const shop = await openShop({ at: center })
  const consumer = await browse()
  const owner = await browse(shop.owner)
  const onBoard = new RegExp(`(?=.*Cora Lane)(?=.*Haircut).*${features('booking.status.confirmed')}`)

  await find(consumer, shop, texts)
  await consumer.step('opens the business', () => consumer.press('link', beginning(shop.name)), {
    focus: ['heading', shop.name],
  })
  await chooseTime(consumer, texts, { service: 'Haircut', person: 'Marcus' })
  const email = `cora.${uniqueSuffix()}@example.com`
  await consumer.choose('radio', beginning(features('book.signUp')))
  await consumer.step(
    'signs up while booking',
    async () => {
      await consumer.write(site('account.name'), 'Cora Lane')
      await consumer.write(site('account.email'), email)
      await consumer.write(site('account.password'), demoPassword)
      await consumer.press('button', site('account.signUp'))
    },
    { focus: ['image', features('book.stepOf', { at: 2, of: 3, step: features('book.steps.details') })] },
  )
  await consumer.step('goes on', () => consumer.press('button', features('book.toPay')), {
    focus: ['heading', features('pay.title')],
  })
  const consumerAccount = await personWith(email)
  const bookingId = consumer.page.url().split('/').at(-2) as Id<'booking'>

  await test.step('pays, and the owner sees it within a second, without a reload', async () => {
    await owner.goTo(`/dashboard/${shop.id}/board`, dashboard('shell.board'))
    await expect(owner.page.getByText(dashboard('board.live'), { exact: true })).toBeVisible()
    const loadedAt = await owner.page.evaluate(() => performance.timeOrigin)
    const seen = owner.page
      .getByRole('link', { name: onBoard })
      .first()
      .waitFor({ timeout: 60_000 })
      .then(() => performance.now())
    await payWith(consumer, texts, '4242 4242 4242 4242')
    const confirmedAt = await timeWhen(
      async () => (await consumerAccount.call(readBooking, { params: { bookingId } })).status === 'confirmed',
    )
    expect((await seen) - confirmedAt, 'milliseconds from the confirmation to the board').toBeLessThan(1_000)
    console.log(`${Math.round((await seen) - confirmedAt)} ms from the confirmation to the board`)
    expect(await owner.page.evaluate(() => performance.timeOrigin)).toBe(loadedAt)
  })
  await consumer.step('reads that it is confirmed', async () => {}, {
    focus: ['status', beginning(features('booking.thanks'))],
  })
  await test.step('can download a calendar file', async () => {
    const { page } = consumer
    const link = await page.getByRole('link', { name: features('booking.calendar') }).getAttribute('href')
    const file = await page.request.get(link ?? '')
    expect(file.headers()['content-type']).toContain('text/calendar')
    expect(await file.text()).toContain('SUMMARY:Haircut')
  })
  await test.step('the owner completes it after it has begun, and the money less the fee is released when nobody can complain any more', async () => {
    await advanceTime('PT2H')
    await owner.step('opens the booking', () => owner.press('link', onBoard), {
      focus: ['button', features('ui.close')],
    })
    await owner.step('completes it', () => owner.press('button', dashboard('booking.complete')), {
      focus: ['heading', 'Haircut'],
      announced: dashboard('booking.completeDone'),
    })
    const readReleased = async () => (await shop.owner.call(readBalance, { params: shop.params })).released.amount
    expect(await readReleased()).toBe(0)
    await advanceTime('PT49H') // the complaint window is 48 hours
    await expect.poll(readReleased).toBe(4_275)
    await owner.goTo(`/dashboard/${shop.id}/money`, dashboard('shell.money'))
    await expect(owner.page.getByText('$42.75').first()).toBeVisible()
    expect(await ledgerCheck()).toMatch(/^[1-9]\d* entries of [1-9]\d* payments, 0 faults$/)
  })
  await test.step('the consumer has a receipt', async () => {
    await consumer.goTo(`/bookings/${bookingId}/receipt`, features('ownBooking.receipt'))
    await expect(consumer.page.getByText('$45.00').first()).toBeVisible()
    await expect(consumer.page.getByText(features('ownBooking.funds.released'))).toBeVisible()
  })
  await test.step('the consumer reviews it, the owner replies, and the search shows the rating', async () => {
    await consumer.goTo(`/bookings/${bookingId}`, features('booking.one'))
    await consumer.choose('radio', features('ui.star', { count: 4 }))
    await consumer.step(
      'writes a review',
      async () => {
        await consumer.write(features('ownBooking.reviewText'), 'A careful cut, and a good story with it.')
        await consumer.press('button', features('ownBooking.reviewSend'))
      },
      { focus: ['heading', features('ownBooking.yourReview')] },
    )
    await owner.goTo(`/dashboard/${shop.id}/reviews`, dashboard('shell.reviews'))
    await replyToReview(owner, texts)
    await expect(async () => {
      await open(consumer.page, `/b/${shop.slug}`)
      await expect(consumer.page.getByText(reply)).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 60_000 })
    await expect(async () => {
      await open(consumer.page, `/?q=${encodeURIComponent(shop.name)}`)
      const rating = features('place.rated', { mean: '4.0', count: 1 })
      await expect(consumer.page.getByLabel(rating).first()).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 60_000 })
  })
})

test('whoever is signed in has found, booked and paid after seven actions', async ({ browse, texts }) => {
  const { features } = texts
  const shop = await openShop({ at: center })
  const cora = await browse(await registerPerson('Cora Lane'))
  const { page, press } = cora
  const count = await countActions(page)
  const place = page.getByRole('list', { name: features('find.list') }).getByRole('link', { name: shop.name })
  await expect(async () => {
    await open(page, `/?q=${encodeURIComponent(shop.name)}`)
    await expect(place).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  expect(count()).toBe(0)
  await press('link', beginning(shop.name))
  await chooseTime(cora, texts, { service: 'Haircut' })
  await press('button', features('book.toPay'))
  await payWith(cora, texts, '4242 4242 4242 4242')
  await expect(page.getByText(features('booking.thanks'))).toBeVisible()
  expect(count()).toBe(7)
})

async function find({ page, step, goTo, press }: Visitor, shop: Shop, { features }: Texts) {
  await goTo('/', features('find.title', { place: '' }).trim())
  const filters = [
    [features('category.hair'), 'category'],
    [features('find.openNow'), 'open'],
    [features('find.bookableToday'), 'on'],
    [features('find.nearest'), 'sort'],
  ] as const
  for (const [filter, parameter] of filters) {
    const filterBy = async () => {
      await press('link', filter)
      await page.waitForURL((url) => url.searchParams.has(parameter))
    }
    await step(`filters by ${parameter}`, filterBy, { focus: ['link', filter] })
  }
  const place = page.getByRole('list', { name: features('find.list') }).getByRole('link', { name: shop.name })
  await expect(async () => {
    if (!(await place.isVisible())) await open(page, page.url())
    await expect(place).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await waitForHydration(page)
}

const reply = 'Come again, the second story is better.'

async function replyToReview({ page, step, press, write }: Visitor, { dashboard }: Texts) {
  await step('replies', () => press('button', dashboard('reviews.replyName', { name: 'Cora' })), {
    focus: ['textbox', dashboard('reviews.replyField')],
  })
  await step(
    'publishes the reply',
    async () => {
      await write(dashboard('reviews.replyField'), reply)
      await press('button', dashboard('reviews.send'))
    },
    { focus: ['heading', /./], announced: dashboard('reviews.replyDone') },
  )
  await expect(page.getByText(reply).first()).toBeVisible()
}

/** The time of the first check that succeeded. */
async function timeWhen(check: () => Promise<boolean>): Promise<number> {
  for (;;) {
    const checkedAt = performance.now()
    if (await check()) return checkedAt
  }
}
