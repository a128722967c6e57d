import { AxeBuilder } from '@axe-core/playwright'
import { expect as inBrowser, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGallery, type GalleryView } from '../gallery/open'

const see = inBrowser.configure({ timeout: 60_000 })

let gallery: Awaited<ReturnType<typeof openGallery>>
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

async function visit<Result>(view: GalleryView, inspect: (page: Page) => Promise<Result>) {
  const page = await gallery.visit(view)
  const result = await inspect(page)
  await page.context().close()
  return result
}

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong with any component, ${scheme}`, () =>
    visit({ width: 390, scheme }, async (page) => {
      await page.getByRole('button', { name: 'Book', exact: true }).click()
      const { violations, passes } = await new AxeBuilder({ page }).analyze()
      expect(passes.length).toBeGreaterThan(20)
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
    }))
}

test('on a phone nothing is wider than the screen', () =>
  visit({ width: 390, scheme: 'light' }, async (page) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  }))

test('a badge of a list is beside its text, and below one that has no room for it', () =>
  visit({ width: 390, scheme: 'light' }, async (page) => {
    const row = async (name: RegExp, badge: string) => {
      const link = page.getByRole('link', { name })
      const [text, mark] = [await link.getByText(name).first().boundingBox(), await link.getByText(badge, { exact: true }).boundingBox()] // prettier-ignore
      return { text: text!, mark: mark! }
    }
    const long = await row(/^New booking: Haircut/, 'New')
    expect(long.mark.y).toBeGreaterThanOrEqual(long.text.y + long.text.height)
    expect(long.text.width).toBeGreaterThan(250)
    const short = await row(/^Mo/, 'Done')
    expect(short.mark.y).toBeLessThan(short.text.y + short.text.height)
  }))

for (const search of ['?map', '?shell'] as const) {
  test(`axe finds nothing wrong with the page layout ${search}, which fits a phone`, () =>
    visit({ width: 390, scheme: 'light', search }, async (page) => {
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    }))
}

test('on a phone a bar of two lines covers neither a toast nor what is focused', () =>
  visit({ width: 390, scheme: 'light', search: '?shell' }, async (page) => {
    await page.getByRole('button', { name: 'Add a booking' }).click()
    const bar = await page.locator('[data-layout=action-bar]').boundingBox()
    expect(bar?.height).toBeGreaterThan(100)
    const toast = await page.locator('[data-toast]').boundingBox()
    expect((toast?.y ?? Infinity) + (toast?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
    const padding = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom)) // prettier-ignore
    expect(padding).toBeGreaterThan(bar?.height ?? Infinity)
  }))

test('a dialog keeps the focus inside, closes on Escape and gives the focus back', () =>
  visit({ width: 1280, scheme: 'light' }, async (page) => {
    await page.getByRole('button', { name: 'Open dialog' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Cancel this booking?' })
    await see(dialog).toBeVisible()
    expect((await new AxeBuilder({ page }).include('dialog[open]').analyze()).violations).toEqual([])
    for (let tab = 0; tab < 7; tab++) {
      await page.keyboard.press('Tab')
      const outside = await page.evaluate(
        () =>
          document.activeElement?.closest('dialog, body')?.tagName === 'BODY' &&
          document.activeElement !== document.body,
      )
      expect(outside).toBe(false)
    }
    await page.keyboard.press('Escape')
    await see(dialog).toBeHidden()
    await see(page.getByRole('button', { name: 'Open dialog' })).toBeFocused()
    await page.getByRole('button', { name: 'Open dialog' }).click()
    await see(dialog).toBeVisible()
  }))

test('stars are given with the arrow keys', () =>
  visit({ width: 390, scheme: 'light' }, async (page) => {
    const stars = page.getByRole('group', { name: 'How was it?' })
    await stars.getByRole('radio', { name: '4 stars' }).focus()
    await page.keyboard.press('ArrowRight')
    await see(stars.getByRole('radio', { name: '5 stars' })).toBeChecked()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowLeft')
    await see(stars.getByRole('radio', { name: '4 stars' })).toBeChecked()
  }))

test('times are reached with the arrow keys and chosen with Space', () =>
  visit({ width: 390, scheme: 'light' }, async (page) => {
    await page.getByRole('radio', { name: /09:00/ }).focus()
    await page.keyboard.press('ArrowDown')
    await see(page.getByRole('radio', { name: /11:30/ })).toBeFocused()
    await page.keyboard.press('Space')
    await see(page.getByRole('radio', { name: /11:30/ })).toBeChecked()
    const box = await page.getByRole('radio', { name: /11:30/ }).boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
  }))
