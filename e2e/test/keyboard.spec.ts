import { expect, type Locator, type Page } from '@playwright/test'
import { test } from '../src/journey.ts'
import { open } from '../src/pages.ts'
import { openShop } from '../src/shop.ts'

test('a booking is made up to its payment with the keyboard alone', async ({ browse }) => {
  const shop = await openShop()
  const page = await browse()
  await open(page, `/b/${shop.slug}`)

  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'To the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: 'Book Haircut' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Book Haircut' })).toBeVisible()

  const times = page.getByRole('radiogroup', { name: 'Time', exact: true }).getByRole('radio')
  await tabTo(page, times.first())
  await page.keyboard.press('ArrowRight')
  await expect(times.nth(1)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(times.nth(1)).toBeChecked()
  await tabTo(page, page.getByRole('button', { name: 'Continue' }))
  await page.keyboard.press('Enter')

  await tabTo(page, page.getByLabel('Name'))
  await page.keyboard.type('Kay Board')
  await tabTo(page, page.getByLabel('Email address'))
  await page.keyboard.type('kay@example.com')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/pay')
  await tabTo(page, page.getByRole('button', { name: 'Pay $45.00' }))
})

async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab does not lead to ${String(target)}`)
}
