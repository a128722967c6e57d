import { readReceipt } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { expect } from '@playwright/test'
import { linkIn, mailTo } from '../src/dev-inbox.ts'
import { test } from '../src/journey.ts'
import { checkAccessibility } from '../src/accessibility.ts'
import { chooseTime, open, payWith } from '../src/pages.ts'
import { openShop } from '../src/shop.ts'
import { uniqueSuffix } from '../src/people.ts'

const policy = { freeUntilHours: 24, lateRefundShare: 2_500, noShowRefundShare: 0 }

test('a guest pays with the third card, returns by the mailed link, and cancels too late for a full refund', async ({
  browse,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 402 .*payment_intents/)
  const shop = await openShop({ services: [{ name: 'Beard trim', price: 2_200, policy }] })
  const guest = await browse()
  const email = `gus.${uniqueSuffix()}@example.com`

  await open(guest, `/b/${shop.slug}`)
  await chooseTime(guest, { service: 'Beard trim' })
  await guest.getByRole('button', { name: 'Continue to payment' }).click()
  await expect(guest.getByText('Please fill this in.').first()).toBeVisible()
  await checkAccessibility(guest)
  await guest.getByLabel('Name').fill('Gus Guest')
  await guest.getByLabel('Email address').fill(email)
  await guest.getByRole('button', { name: 'Continue to payment' }).click()
  await guest.waitForURL('**/pay')
  const bookingId = guest.url().split('/').at(-2) as Id<'booking'>

  await test.step('a declined card charges nothing and the page says what to do', async () => {
    await payWith(guest, '4000 0000 0000 0002')
    await expect(guest.getByRole('alert').filter({ hasText: 'The card was declined.' })).toBeVisible()
    await checkAccessibility(guest)
  })
  await test.step('3-D Secure fails, then succeeds', async () => {
    for (const outcome of ['Fail', 'Complete']) {
      await payWith(guest, '4000 0000 0000 3220')
      await expect(guest.getByRole('heading', { name: '3-D Secure' })).toBeVisible()
      await guest.getByRole('button', { name: outcome }).click()
      if (outcome === 'Fail')
        await expect(guest.getByText('Your bank did not confirm the payment.', { exact: false })).toBeVisible()
    }
    await expect(guest.getByText('You are booked')).toBeVisible()
  })

  const link = linkIn(await mailTo(email, 'Booked'))
  const elsewhere = await browse()
  await test.step('without the link the booking is not shown', async () => {
    await open(elsewhere, `/bookings/${bookingId}`)
    await expect(elsewhere.getByText('This booking is not open here')).toBeVisible()
    await checkAccessibility(elsewhere)
  })
  await test.step('the link opens it in another browser', async () => {
    await open(elsewhere, link.pathname + link.hash)
    await expect(elsewhere.getByRole('heading', { level: 1, name: 'Beard trim' })).toBeVisible()
    expect(new URL(elsewhere.url()).hash, 'the secret is gone from the address').toBe('')
  })
  await test.step('a late cancellation refunds the share of the policy', async () => {
    await elsewhere.getByRole('button', { name: 'Cancel booking' }).click()
    const dialog = elsewhere.getByRole('dialog')
    await expect(dialog.getByText('You get $5.50 of $22.00 back.', { exact: false })).toBeVisible()
    await checkAccessibility(elsewhere)
    await dialog.getByRole('button', { name: 'Cancel booking' }).click()
    await expect(elsewhere.getByText('You cancelled this booking.')).toBeVisible()
    await expect(elsewhere.getByText('25% of what you paid is given back', { exact: false })).toBeVisible()
    const remaining = async () => (await shop.owner.call(readReceipt, { params: { bookingId } })).total.amount
    await expect.poll(remaining).toBe(2_200 - 550)
  })
})
