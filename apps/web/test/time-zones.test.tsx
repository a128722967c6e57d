// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import { aBooking, aBusiness, aService, aStaffMember } from '@buy-locals/features/testing/examples'
import { formatDateTimeWithZone, formatTime } from '@buy-locals/values/format-time'
import { loadSiteI18n } from '../src/messages/site-i18n'
import { localeOfBrowser } from '../src/server/visit'
import { startSite } from './support'

/** What browsers report, also under names that are no longer usual, without a place, and not at all. */
const zones = ['America/Boise', 'America/New_York', 'America/Ciudad_Juarez', 'America/Phoenix', 'Asia/Calcutta', 'Asia/Kathmandu', 'Europe/Kiev', 'Pacific/Kiritimati', 'Australia/Lord_Howe', 'Etc/GMT+7', 'UTC', 'Etc/Unknown'] // prettier-ignore
/** What browsers send of the languages of their readers, and how those write. */
const readers = [
  ['en-US,en;q=0.9', 'en-US'],
  ['en-GB,en-US;q=0.9,en;q=0.8', 'en-GB'],
  ['es-US,es-419;q=0.9,es;q=0.8,en;q=0.7', 'es-US'],
  ['de-DE,de;q=0.9,es-MX;q=0.8', 'es-MX'],
] as const

const shop = aBusiness()
const start = '2026-11-24T17:00:00Z' // 10 in the morning at the shop, and another day on some of these clocks
const usd = (amount: number) => ({ amount, currency: 'USD' as const })

/** A browser whose clock is somewhere else. */
function travelTo(zone: string) {
  const resolved = Intl.DateTimeFormat.prototype.resolvedOptions
  vi.stubEnv('TZ', zone === 'Etc/Unknown' ? 'UTC' : zone)
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function (this: Intl.DateTimeFormat) {
    return { ...resolved.call(this), timeZone: zone }
  })
}

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** Nobody is signed in: the header alone says how they read. */
async function startBooking(acceptLanguage: string) {
  const locale = localeOfBrowser(undefined, acceptLanguage)!
  await loadSiteI18n(locale)
  const site = await startSite({ locale })
  const staff = aStaffMember(shop.id)
  const service = aService(shop.id, { staffIds: [staff.id], payment: 'online' })
  const held = aBooking(shop.id, { start, status: 'held', holdExpiresAt: '2026-11-21T20:10:00Z' })
  site.respond(readBusiness, shop)
  site.respond(booking.listServices, { items: [service] })
  site.respond(booking.listStaff, { items: [staff] })
  site.respond(booking.findSlots, { timeZone: shop.timeZone, items: [{ start, end: start, seatsLeft: 1 }] })
  site.respond(booking.quote, { price: usd(4500), deposit: usd(4500), dueNow: usd(4500), payment: 'online' })
  site.respond(booking.listMyBookings, { items: [] })
  site.respond(booking.readBooking, held)
  site.respond(payBooking, { paymentIntentId: 'pi_1', clientSecret: 's', publishableKey: 'pk', amount: usd(4500) })
  const page = `/b/fenwick/book/${service.id}`
  return Object.assign(site, { held, pages: [page, `${page}?at=${start}`, `/bookings/${held.id}/pay`] })
}

test.each(zones)(
  'whoever books with a clock in %s reads the hour of the shop on every page, in their own way of writing',
  async (zone) => {
    travelTo(zone)
    for (const [acceptLanguage, locale] of readers) {
      using site = await startBooking(acceptLanguage)
      const hour = formatTime({ locale }, start, shop.timeZone)
      const inFull = formatDateTimeWithZone({ locale }, start, shop.timeZone)
      for (const path of site.pages) {
        site.open(path)
        await screen.findByRole('heading', { level: 1 })
        const shown = document.body.textContent
        const isChosen = path !== site.pages[0]
        expect(shown, `${path} for ${locale}`).toContain(isChosen ? inFull : hour)
        expect(shown, `${path} for ${locale}`).not.toMatch(/Invalid|undefined|NaN|\{\{/)
        cleanup()
      }
    }
  },
)
