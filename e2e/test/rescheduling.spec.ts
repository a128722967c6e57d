import {
  addService,
  book,
  changeService,
  findSlots,
  listServices,
  listStaff,
} from '@buy-locals/contracts/booking/operations'
import { expect } from '@playwright/test'
import type { Id } from '@buy-locals/values/ids'
import { checkAccessibility } from '../src/accessibility.ts'
import { mailTo } from '../src/dev-inbox.ts'
import { test } from '../src/journey.ts'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { freeTimes, open, payWith, waitForHydration } from '../src/pages.ts'
import { registerPerson } from '../src/people.ts'
import { ledgerCheck } from '../src/ledger.ts'
import { openShop } from '../src/shop.ts'
import { serverTime } from '../src/time.ts'

test('a booking is moved by its booker and then by the business, and both read the new time', async ({ browse }) => {
  const { owner, params } = await openShop()
  const { items: staff } = await owner.call(listStaff, { params })
  const price = { amount: 3_000, currency: 'USD' as const }
  const service = await owner.call(addService, {
    params,
    body: { name: 'Trim', durationMinutes: 30, price, staffIds: staff.map(({ id }) => id) },
  })
  const cora = await registerPerson('Cora Lane')
  const day = new Date((await serverTime()) + 3 * 86_400_000).toISOString().slice(0, 10)
  const { items } = await cora.call(findSlots, { params, query: { serviceId: service.id, from: day, to: day } })
  const start = items[30]?.start ?? ''
  const made = await cora.call(
    book,
    { body: { businessId: params.businessId, serviceId: service.id, start } },
    { idempotencyKey: crypto.randomUUID() },
  )
  const page = await browse(cora)
  await open(page, `/bookings/${made.id}`)
  await page.getByRole('link', { name: 'Change time' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Change the time of Trim' })).toBeVisible()
  await waitForHydration(page)
  await page.getByRole('radiogroup', { name: 'Day' }).getByRole('radio').nth(5).click()
  await freeTimes(page).nth(3).click()
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'Check the new time' })).toBeVisible()
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Change to this time' }).click()
  await expect(page.getByText('Your booking has a new time')).toBeVisible()
  await checkAccessibility(page)
  await mailTo(cora.email, 'New time: Trim')

  const desk = await browse(owner)
  await open(desk, `/dashboard/${params.businessId}/board/bookings/${made.id}`)
  await desk.getByRole('button', { name: 'Move', exact: true }).click()
  const dialog = desk.getByRole('dialog', { name: 'Move this booking' })
  await dialog.getByRole('radiogroup').getByRole('radio').nth(20).click()
  await checkAccessibility(desk)
  await dialog.getByRole('button', { name: 'Move booking' }).click()
  await expect(desk.getByText(/^Moved by you, from/)).toBeVisible()
})

test('a booker whose visit costs more at another time pays the difference, and then has that time', async ({
  browse,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 409 /) // the price is another one
  const shop = await openShop()
  const { owner, params } = shop
  const { items: services } = await owner.call(listServices, { params })
  const serviceId = services[0]?.id as Id<'service'>
  const cora = await registerPerson('Cora Lane')
  const day = new Date((await serverTime()) + 3 * 86_400_000).toISOString().slice(0, 10)
  const { items } = await cora.call(findSlots, { params, query: { serviceId, from: day, to: day } })
  const request = { businessId: params.businessId, serviceId, start: items[30]?.start ?? '' }
  const { id: bookingId } = await cora.call(book, { body: request }, { idempotencyKey: crypto.randomUUID() })
  const page = await browse(cora)
  await open(page, `/bookings/${bookingId}/pay`)
  await payWith(page, '4242 4242 4242 4242')
  await expect(page.getByText('You are booked')).toBeVisible()
  await owner.call(
    changeService,
    { params: { ...params, serviceId }, body: { price: { amount: 6_000, currency: 'USD' } } },
    { ifMatch: 1 },
  )
  await open(page, `/bookings/${bookingId}/reschedule`)
  await waitForHydration(page)
  await page.getByRole('radiogroup', { name: 'Day' }).getByRole('radio').nth(5).click()
  await freeTimes(page).nth(3).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Change to this time' }).click()
  await expect(page.getByText('Pay the difference of $15.00 to change the time.')).toBeVisible()
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Go on to pay $15.00' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Pay the difference' })).toBeVisible()
  await checkAccessibility(page)
  await open(page, `/bookings/${bookingId}`)
  await expect(page.getByText(/A new time is held for you until/)).toBeVisible()
  await checkAccessibility(page)
  await page.getByRole('link', { name: 'Pay $15.00 now' }).click()
  await payWith(page, '4242 4242 4242 4242')
  await expect(page.getByText('Your booking has a new time')).toBeVisible()
  const receipt = await cora.call(readReceipt, { params: { bookingId } })
  expect(receipt.lines.map(({ amount }) => amount.amount)).toEqual([4_500, 1_500])
  expect(await ledgerCheck()).toContain('entries')
})
