import { api } from '@buy-locals/api-client/api'
import { book, listServices } from '@buy-locals/contracts/booking/operations'
import { formatDateTime, formatDateTimeWithZone, formatTime } from '@buy-locals/values/format-time'
import { expect } from '@playwright/test'
import { test } from '../src/journey.ts'
import { open } from '../src/pages.ts'
import { uniqueSuffix } from '../src/people.ts'
import { serverUrl } from '../src/server-process.ts'
import { openShop, type Shop } from '../src/shop.ts'
import { findStarts } from '../src/visits.ts'

/** Where browsers are, as they report it, and how their readers write, which the browser says in a header. Nobody is signed in. */
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
      const { page } = await browse()
      const { items: services } = await shop.owner.call(listServices, { params: shop.params })
      const path = `/b/${shop.slug}/book/${services[0]?.id}`
      // Just after midnight, which is on another day on most of these clocks.
      const [start = '', next = ''] = await findStarts(shop, 4)
      const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(start))
      await open(page, `${path}?from=${day}`)
      const times = page.getByRole('radiogroup').last().locator('[role=radio]:not([aria-disabled=true])')
      await expect(times.first()).toHaveAccessibleName(formatDateTime({ locale }, start, timeZone, 'long'))
      await expect(times.first()).toContainText(formatTime({ locale }, start, timeZone))
      await open(page, `${path}?at=${start}`)
      await expect(page.getByText(formatDateTimeWithZone({ locale }, start, timeZone)).first()).toBeVisible()
      const guest = { name: 'Gus Guest', email: `gus.${uniqueSuffix()}@example.com` }
      const body = { businessId: shop.id, serviceId: services[0]!.id, start: next, guest }
      const held = await api({ baseUrl: serverUrl() })(book, { body })
      for (const place of [`#${held.manageToken}`, '/pay']) {
        await open(page, `/bookings/${held.id}${place}`)
        await expect(page.getByText(formatDateTimeWithZone({ locale }, held.start, timeZone)).first()).toBeVisible()
        expect(await page.locator('body').innerText()).not.toMatch(/Invalid|undefined|NaN|\{\{/)
      }
    })
  })
