import { readBooking } from '@buy-locals/contracts/booking/operations'
import { readBalance } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { expect, type Page } from '@playwright/test'
import { test } from '../src/journey.ts'
import { ledgerCheck } from '../src/ledger.ts'
import { checkAccessibility } from '../src/accessibility.ts'
import { waitForHydration, choose, chooseTime, open, payWith } from '../src/pages.ts'
import { center, openShop, type Shop } from '../src/shop.ts'
import { demoPassword } from '../src/server-process.ts'
import { personWith, uniqueSuffix } from '../src/people.ts'

test('a consumer finds a business, books, pays and reviews, and the owner completes the booking, is paid and replies', async ({
  browse,
  advanceTime,
}) => {
  const shop = await openShop({ at: center })
  const consumer = await browse()
  const owner = await browse(shop.owner)

  await test.step('the consumer finds what is near, open and bookable', async () => {
    await find(consumer, shop)
  })
  await test.step('chooses a service, a person and a time', async () => {
    await consumer.getByRole('link', { name: shop.name }).first().click()
    await expect(consumer.getByRole('heading', { level: 1, name: shop.name })).toBeVisible()
    await checkAccessibility(consumer)
    await chooseTime(consumer, { service: 'Haircut', person: 'Marcus' })
    await checkAccessibility(consumer)
  })
  const email = `cora.${uniqueSuffix()}@example.com`
  await test.step('signs up while booking', async () => {
    await choose(consumer.getByRole('radio', { name: 'Create an account' }))
    await consumer.getByLabel('Name').fill('Cora Lane')
    await consumer.getByLabel('Email address').fill(email)
    await consumer.getByRole('textbox', { name: 'Password' }).fill(demoPassword)
    await checkAccessibility(consumer)
    await consumer.getByRole('button', { name: 'Create an account' }).click()
    await consumer.getByRole('button', { name: 'Continue to payment' }).click()
    await consumer.waitForURL('**/pay')
  })
  const consumerAccount = await personWith(email)
  const bookingId = consumer.url().split('/').at(-2) as Id<'booking'>

  await test.step('pays, and the owner sees it within a second, without a reload', async () => {
    await open(owner, `/dashboard/${shop.id}/board`)
    await expect(owner.getByText('Live', { exact: true })).toBeVisible()
    const loadedAt = await owner.evaluate(() => performance.timeOrigin)
    const onBoard = owner.getByRole('link', { name: /(?=.*Cora Lane)(?=.*Haircut).*Confirmed/ })
    const seen = onBoard
      .first()
      .waitFor({ timeout: 60_000 })
      .then(() => performance.now())
    await checkAccessibility(consumer)
    await payWith(consumer, '4242 4242 4242 4242')
    const confirmedAt = await timeWhen(
      async () => (await consumerAccount.call(readBooking, { params: { bookingId } })).status === 'confirmed',
    )
    expect((await seen) - confirmedAt, 'milliseconds from the confirmation to the board').toBeLessThan(1_000)
    console.log(`${Math.round((await seen) - confirmedAt)} ms from the confirmation to the board`)
    expect(await owner.evaluate(() => performance.timeOrigin)).toBe(loadedAt)
    await checkAccessibility(owner)
  })
  await test.step('the consumer is booked and can download a calendar file', async () => {
    await expect(consumer.getByText('You are booked')).toBeVisible()
    await checkAccessibility(consumer)
    const link = await consumer.getByRole('link', { name: 'Add to calendar' }).getAttribute('href')
    const file = await consumer.request.get(link ?? '')
    expect(file.headers()['content-type']).toContain('text/calendar')
    expect(await file.text()).toContain('SUMMARY:Haircut')
  })
  await test.step('the owner completes it after it has begun, and the money less the fee is released when nobody can complain any more', async () => {
    await advanceTime('PT2H')
    await owner
      .getByRole('link', { name: /(?=.*Cora Lane)(?=.*Haircut).*Confirmed/ })
      .first()
      .click()
    await owner.getByRole('dialog').getByRole('button', { name: 'Complete' }).click()
    await expect(owner.getByRole('dialog').getByText('Completed', { exact: true }).first()).toBeVisible()
    await checkAccessibility(owner)
    const readReleased = async () => (await shop.owner.call(readBalance, { params: shop.params })).released.amount
    expect(await readReleased()).toBe(0)
    await advanceTime('PT49H') // the complaint window is 48 hours
    await expect.poll(readReleased).toBe(4_275)
    await open(owner, `/dashboard/${shop.id}/money`)
    await expect(owner.getByText('$42.75').first()).toBeVisible()
    await checkAccessibility(owner)
    expect(await ledgerCheck()).toMatch(/^[1-9]\d* entries of [1-9]\d* payments, 0 faults$/)
  })
  await test.step('the consumer has a receipt', async () => {
    await open(consumer, `/bookings/${bookingId}/receipt`)
    await expect(consumer.getByRole('heading', { level: 1, name: /^Receipt / })).toBeVisible()
    await expect(consumer.getByText('$45.00').first()).toBeVisible()
    await expect(consumer.getByText('Paid out to the business.')).toBeVisible()
    await checkAccessibility(consumer)
  })
  await test.step('the consumer reviews it, the owner replies, and the search shows the rating', async () => {
    await open(consumer, `/bookings/${bookingId}`)
    await choose(consumer.getByRole('radio', { name: '4 stars' }))
    await consumer.getByLabel('In your words').fill('A careful cut, and a good story with it.')
    await checkAccessibility(consumer)
    await consumer.getByRole('button', { name: 'Publish review' }).click()
    await expect(consumer.getByText('Booked and came')).toBeVisible()

    await open(owner, `/dashboard/${shop.id}/reviews`)
    await checkAccessibility(owner)
    await replyToReview(owner)
    await expect(async () => {
      await open(consumer, `/b/${shop.slug}`)
      await expect(consumer.getByText('Come again, the second story is better.')).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 60_000 })
    await checkAccessibility(consumer)
    await expect(async () => {
      await open(consumer, `/?q=${encodeURIComponent(shop.name)}`)
      await expect(consumer.getByLabel('Rated 4.0 out of 5, 1 review').first()).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 60_000 })
  })
})

async function find(page: Page, shop: Shop) {
  await open(page, '/')
  await checkAccessibility(page)
  await page
    .getByRole('navigation', { name: 'Kinds of places' })
    .getByRole('link', { name: 'Hair', exact: true })
    .click()
  await page.waitForURL(/category=hair/)
  const filters = page.getByRole('navigation', { name: 'Filters' })
  await filters.getByRole('link', { name: 'Open now' }).click()
  await page.waitForURL(/open=/)
  await filters.getByRole('link', { name: 'Bookable today' }).click()
  await page.waitForURL(/on=/)
  const place = page.getByRole('list', { name: 'Places' }).getByRole('link', { name: shop.name })
  await expect(async () => {
    if (!(await place.isVisible())) await open(page, page.url())
    await expect(place).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await waitForHydration(page)
  await checkAccessibility(page)
}

async function replyToReview(page: Page) {
  await page.getByRole('button', { name: 'Answer Cora' }).click()
  await page.getByLabel('Your answer').fill('Come again, the second story is better.')
  await page.getByRole('button', { name: 'Publish the answer' }).click()
  await expect(page.getByText('Come again, the second story is better.').first()).toBeVisible()
}

/** The time of the first check that succeeded. */
async function timeWhen(check: () => Promise<boolean>): Promise<number> {
  for (;;) {
    const checkedAt = performance.now()
    if (await check()) return checkedAt
  }
}
