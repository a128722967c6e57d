import { readReceipt } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { expect } from '@playwright/test'
import { linkIn, mailTo } from '../src/dev-inbox.ts'
import { test } from '../src/journey.ts'
import { lookAt } from '../src/look-at.ts'
import { chooseTime, open, payWith } from '../src/pages.ts'
import { openShop } from '../src/shop.ts'
import { nobodyElse } from '../src/town.ts'

const policy = { freeUntilHours: 24, lateRefundShare: 2_500, noShowRefundShare: 0 }

test('a guest pays with the third card, comes back by the mailed link, and cancels too late for all of it', async ({
  browse,
  expectComplaint,
}) => {
  expectComplaint(/status of 402 .*payment_intents/)
  const shop = await openShop({ services: [{ name: 'Beard trim', price: 2_200, policy }] })
  const guest = await browse()
  const email = `gus.${nobodyElse()}@example.com`

  await open(guest, `/b/${shop.slug}`)
  await chooseTime(guest, { service: 'Beard trim' })
  await guest.getByRole('button', { name: 'Continue to payment' }).click()
  await expect(guest.getByText('Please fill this in.').first()).toBeVisible()
  await lookAt(guest)
  await guest.getByLabel('Name').fill('Gus Guest')
  await guest.getByLabel('Email address').fill(email)
  await guest.getByRole('button', { name: 'Continue to payment' }).click()
  await guest.waitForURL('**/pay')
  const bookingId = guest.url().split('/').at(-2) as Id<'booking'>

  await test.step('a declined card charges nothing and says what to do', async () => {
    await payWith(guest, '4000 0000 0000 0002')
    await expect(guest.getByRole('alert').filter({ hasText: 'The card was declined.' })).toBeVisible()
    await lookAt(guest)
  })
  await test.step('the bank asks, and is answered no, then yes', async () => {
    for (const answer of ['Fail', 'Complete']) {
      await payWith(guest, '4000 0000 0000 3220')
      await expect(guest.getByRole('heading', { name: '3-D Secure' })).toBeVisible()
      await guest.getByRole('button', { name: answer }).click()
      if (answer === 'Fail')
        await expect(guest.getByText('Your bank did not confirm the payment.', { exact: false })).toBeVisible()
    }
    await expect(guest.getByText('You are booked')).toBeVisible({ timeout: 20_000 })
  })

  const link = linkIn(await mailTo(email, 'Your booking'))
  const elsewhere = await browse()
  await test.step('whoever lacks the link sees nothing', async () => {
    await open(elsewhere, `/bookings/${bookingId}`)
    await expect(elsewhere.getByText('This booking is not open here')).toBeVisible()
    await lookAt(elsewhere)
  })
  await test.step('the link opens it in another browser', async () => {
    await open(elsewhere, link.pathname + link.hash)
    await expect(elsewhere.getByRole('heading', { level: 1, name: 'Beard trim' })).toBeVisible()
    expect(new URL(elsewhere.url()).hash, 'the secret is gone from the address').toBe('')
  })
  await test.step('a late cancellation gives back the share that was agreed', async () => {
    await elsewhere.getByRole('button', { name: 'Cancel booking' }).click()
    const dialog = elsewhere.getByRole('dialog')
    await expect(dialog.getByText('You get $5.50 of $22.00 back.', { exact: false })).toBeVisible()
    await lookAt(elsewhere)
    await dialog.getByRole('button', { name: 'Cancel booking' }).click()
    await expect(elsewhere.getByText('You cancelled this booking.')).toBeVisible()
    await expect(elsewhere.getByText('25% of what you paid is given back', { exact: false })).toBeVisible()
    const given = async () => (await shop.owner.call(readReceipt, { params: { bookingId } })).total.amount
    await expect.poll(given, { timeout: 15_000 }).toBe(2_200 - 550)
  })
})
