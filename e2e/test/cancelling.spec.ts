import { readReceipt } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { expect } from '@playwright/test'
import { test } from '../src/journey.ts'
import { ledgerCheck } from '../src/ledger.ts'
import { checkAccessibility } from '../src/accessibility.ts'
import { waitForHydration, freeTimes, open, payWith } from '../src/pages.ts'
import { openShop } from '../src/shop.ts'
import { registerPerson } from '../src/people.ts'

test('a cancellation in time refunds everything, and the time is free again', async ({ browse }) => {
  const shop = await openShop()
  const cora = await registerPerson('Cora Lane')
  const page = await browse(cora)

  await open(page, `/b/${shop.slug}`)
  await page.getByRole('link', { name: 'Book Haircut' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Book Haircut' })).toBeVisible()
  await waitForHydration(page)
  await page.getByRole('radiogroup', { name: 'Day' }).getByRole('radio').nth(4).click()
  await freeTimes(page).first().click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Anything they should know').fill('Short at the sides')
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await page.waitForURL('**/pay')
  const bookingId = page.url().split('/').at(-2) as Id<'booking'>
  await payWith(page, '5555 5555 5555 4444')
  await expect(page.getByText('You are booked')).toBeVisible()

  await open(page, '/bookings')
  await checkAccessibility(page)
  await page
    .getByRole('link', { name: /Haircut/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Haircut' })).toBeVisible()
  await waitForHydration(page)
  await page.getByRole('button', { name: 'Cancel booking' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('You get all of it back: $45.00.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel booking' }).click()
  await expect(page.getByText('All you paid is given back; banks take a few days.')).toBeVisible()
  const remaining = async () => (await cora.call(readReceipt, { params: { bookingId } })).total.amount
  await expect.poll(remaining).toBe(0)
  await open(page, `/bookings/${bookingId}/receipt`)
  await expect(page.getByText('Given back to you.')).toBeVisible()
  await checkAccessibility(page)
  expect(await ledgerCheck()).toMatch(/^[1-9]\d* entries of [1-9]\d* payments, 0 faults$/)
})
