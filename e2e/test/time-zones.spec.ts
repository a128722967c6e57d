import { changeMe } from '@buy-locals/contracts/auth/operations'
import { listServices } from '@buy-locals/contracts/booking/operations'
import { formatDateTime, formatDateTimeWithZone, formatTime } from '@buy-locals/values/format-time'
import { expect } from '@playwright/test'
import { test } from '../src/journey.ts'
import { open } from '../src/pages.ts'
import { registerPerson } from '../src/people.ts'
import { openShop, type Shop } from '../src/shop.ts'
import { bookVisit, findStarts } from '../src/visits.ts'

/** Where browsers are, as they report it, and how their readers write. */
const readers = [
  ['America/New_York', 'en-US'],
  ['Asia/Calcutta', 'en-GB'],
  ['Australia/Lord_Howe', 'es-MX'],
  ['Pacific/Kiritimati', 'es-US'],
  ['Etc/GMT+7', 'en-GB'],
  ['UTC', 'es-US'],
] as const

const timeZone = 'America/Boise'

let shop: Shop
test.beforeAll(async () => {
  shop = await openShop()
})

for (const [timezoneId, locale] of readers)
  test.describe(timezoneId, () => {
    test.use({ timezoneId, locale })

    test(`whoever books with a clock in ${timezoneId} reads the day and the hour of the shop, as ${locale} writes them`, async ({
      browse,
    }) => {
      const reader = await registerPerson('Cora Lane')
      const { page } = await browse(reader)
      await reader.call(changeMe, { body: { locale } })
      const { items: services } = await reader.call(listServices, { params: shop.params })
      const path = `/b/${shop.slug}/book/${services[0]?.id}`
      // Just after midnight, which is on another day on most of these clocks.
      const start = (await findStarts(shop, 4))[0]!
      const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(start))
      await open(page, `${path}?from=${day}`)
      const times = page.getByRole('radiogroup').last().locator('[role=radio]:not([aria-disabled=true])')
      await expect(times.first()).toHaveAccessibleName(formatDateTime({ locale }, start, timeZone, 'long'))
      await expect(times.first()).toContainText(formatTime({ locale }, start, timeZone))
      await open(page, `${path}?at=${start}`)
      await expect(page.getByText(formatDateTimeWithZone({ locale }, start, timeZone)).first()).toBeVisible()
      const held = await bookVisit(shop, reader, { days: 4, at: 1 })
      for (const place of ['', '/pay']) {
        await open(page, `/bookings/${held.id}${place}`)
        await expect(page.getByText(formatDateTimeWithZone({ locale }, held.start, timeZone)).first()).toBeVisible()
        expect(await page.locator('body').innerText()).not.toMatch(/Invalid|undefined|NaN|\{\{/)
      }
    })
  })
