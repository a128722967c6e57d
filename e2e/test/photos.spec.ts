import { createHash } from 'node:crypto'
import { expect } from '@playwright/test'
import sharp from 'sharp'
import { completeBooking } from '@buy-locals/contracts/booking/operations'
import { listPhotos } from '@buy-locals/contracts/business/operations'
import { checkAccessibility } from '../src/accessibility.ts'
import { test } from '../src/journey.ts'
import { open } from '../src/pages.ts'
import { registerPerson } from '../src/people.ts'
import { openShop } from '../src/shop.ts'
import { findTooWide } from '../src/too-wide.ts'
import { bookVisit } from '../src/visits.ts'
import { waitUntil } from '../src/wait-until.ts'
import { widths } from '../src/widths.ts'

/** A PNG of one color: each name has its own. */
async function picture(
  name: string,
  width = 640,
  height = width * 0.75,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const [r = 0, g = 0, b = 0] = createHash('sha256').update(name).digest()
  const image = sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
  return { name, mimeType: 'image/png', buffer: await image.png().toBuffer() }
}

test('an owner adds photos, says which comes first, and customers see them', async ({ browse }) => {
  const { owner, params, slug } = await openShop()
  const { page } = await browse(owner)
  await page.goto(`/dashboard/${params.businessId}/photos`)
  await page.getByText('No photos yet').waitFor()
  await page
    .locator('input[type=file]')
    .setInputFiles([await picture('chairs.png', 640, 960), await picture('door.png')])
  await waitUntil('both are ready', async () => {
    const { items } = await owner.call(listPhotos, { params })
    return items.length === 2 && items.every(({ status }) => status === 'ready')
  })
  await expect(page.getByText('2 of 30 photos')).toBeVisible()
  await page.getByLabel('Description').first().fill('The two chairs')
  await page.getByLabel('Description').last().fill('The door')
  await page.getByLabel('Description').last().blur()
  await page.getByRole('button', { name: 'Make cover: The door' }).click()
  await expect(page.getByLabel('Description').first()).toHaveValue('The door')

  const { page: site } = await browse()
  await site.goto(`/b/${slug}`)
  const cover = site.getByRole('img', { name: 'The door' })
  await expect(cover).toBeVisible()
  const seen = () => cover.evaluate((image: HTMLImageElement) => [image.naturalWidth > 0, image.currentSrc.endsWith('.avif')]) // prettier-ignore
  await expect.poll(seen).toEqual([true, true])
  const portrait = site.getByRole('img', { name: 'The two chairs' })
  await expect(portrait).toBeVisible()
  const cut = () => portrait.evaluate((image) => [getComputedStyle(image).objectFit, getComputedStyle(image).objectPosition]) // prettier-ignore
  expect((await cut())[0], 'a wide strip shows a portrait whole').toBe('contain')
  await site.setViewportSize(widths.phone)
  expect(await cut(), 'a phone shows its upper part').toEqual(['cover', '50% 25%'])
  await site.setViewportSize(widths.desktop)

  const ofPage = (name: string) => site.locator(`meta[property="${name}"]`).getAttribute('content')
  expect([await ofPage('og:image:width'), await ofPage('og:image:height')]).toEqual(['1200', '630'])
  const card = await site.request.get(new URL((await ofPage('og:image')) ?? '').pathname)
  const png = await card.body()
  expect([card.status(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([200, 1_200, 630])
})

test('an owner adds a photo to a member of staff, and customers see it on the page and when they choose', async ({
  browse,
}) => {
  const { owner, params, slug, staffIds } = await openShop()
  const { page } = await browse(owner)
  await page.goto(`/dashboard/${params.businessId}/staff/${staffIds[0]}`)
  await page.locator('input[type=file]').setInputFiles([await picture('marcus.png')])
  await page.getByLabel('Description').fill('Marcus at his chair')
  await page.getByLabel('Description').blur()
  await waitUntil('it is ready and described', async () => {
    const { items } = await owner.call(listPhotos, { params, query: { of: staffIds[0] } })
    return items[0]?.status === 'ready' && items[0].alt === 'Marcus at his chair'
  })
  await expect(page.getByRole('button', { name: 'Add photo' })).toHaveCount(0)
  await checkAccessibility(page)

  const { page: site } = await browse()
  await site.goto(`/b/${slug}`)
  const face = site.getByRole('listitem').filter({ hasText: 'Marcus' }).locator('img')
  await expect.poll(() => face.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320)
  await checkAccessibility(site)
  await site.getByRole('link', { name: /^Book/ }).first().click()
  await expect(site.locator('label').filter({ hasText: 'Marcus' }).locator('img')).toHaveAttribute('src', /-320\.jpeg$/)
  await expect(site.locator('label').filter({ hasText: 'Nadia' }).locator('img')).toHaveCount(0)
})

test('a customer adds photos while writing a review, and everybody sees them with it', async ({
  browse,
  advanceTime,
  texts: { features },
}) => {
  const shop = await openShop({ services: [{ name: 'Haircut', price: 4_500, payment: 'at-venue' }] })
  const consumer = await registerPerson('Cora Lane')
  const { id: bookingId } = await bookVisit(shop, consumer, { days: 1 })
  await advanceTime('PT48H')
  await shop.owner.call(completeBooking, { params: { bookingId } })
  const { page } = await browse(consumer)
  await open(page, `/bookings/${bookingId}`)
  await page
    .locator('input[type=file]')
    .setInputFiles([await picture('fade.png'), { ...(await picture('x.heic')), name: 'IMG_1.HEIC' }])
  await expect(page.getByText('IMG_1.HEIC can’t be used')).toBeVisible()
  const own = page.getByRole('img', { name: 'Photo 1' })
  await expect.poll(() => own.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await page.locator('input[type=file]').setInputFiles([await picture('tiny.png', 100)])
  await expect(page.getByText(features('photoFault.too-small'))).toBeVisible()
  for (const width of ['desktop', 'phone'] as const) {
    await page.setViewportSize(widths[width])
    expect(await findTooWide(page), width).toEqual([])
  }
  await page.setViewportSize(widths.desktop)
  await checkAccessibility(page)
  await page.getByLabel('Description of photo 1').fill('A fade, seen from behind')
  await page.reload()
  await expect(page.getByLabel('Description of photo 1')).toHaveValue('A fade, seen from behind')
  await page.getByRole('radio', { name: /5/ }).check({ force: true })
  await page.getByRole('button', { name: 'Publish review' }).click()
  await expect(page.getByRole('heading', { name: 'Your review' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'A fade, seen from behind' })).toBeVisible()

  const { page: site } = await browse()
  await site.goto(`/b/${shop.slug}`)
  const shown = site.getByRole('img', { name: 'A fade, seen from behind' })
  await shown.scrollIntoViewIfNeeded()
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await checkAccessibility(site)
})
