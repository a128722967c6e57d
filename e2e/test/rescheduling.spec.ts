import { changeService, listServices, readBooking } from '@buy-locals/contracts/booking/operations'
import { expect } from '@playwright/test'
import type { Id } from '@buy-locals/values/ids'
import { formatDateTimeInFull } from '@buy-locals/values/format-time'
import { beginning } from '../src/beginning.ts'
import { mailTo } from '../src/dev-inbox.ts'
import { test } from '../src/journey.ts'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { changeTime, days, freeTimes, payWith } from '../src/booking-steps.ts'
import { registerPerson } from '../src/people.ts'
import { ledgerCheck } from '../src/ledger.ts'
import { openShop } from '../src/shop.ts'
import { bookVisit } from '../src/visits.ts'

test('a booking is moved by its booker and then by the business, and both read the new time', async ({
  browse,
  conditions,
  texts,
}) => {
  const { dashboard, features } = texts
  const shop = await openShop({ services: [{ name: 'Trim', price: 3_000, payment: 'at-venue' }] })
  const { owner, params } = shop
  const cora = await registerPerson('Cora Lane')
  const made = await bookVisit(shop, cora)
  const visitor = await browse(cora)
  await visitor.goTo(`/bookings/${made.id}`, features('booking.one'))
  await changeTime(visitor, texts, 'Trim')
  const { start: moved } = await cora.call(readBooking, { params: { bookingId: made.id } })
  await mailTo(cora.email, formatDateTimeInFull(conditions, moved, 'America/Boise'))

  const desk = await browse(owner)
  const sheet = `/dashboard/${params.businessId}/board/bookings/${made.id}`
  await desk.step('opens the booking', () => desk.open(sheet), { focus: ['button', features('ui.close')] })
  await desk.step('moves it', () => desk.press('button', dashboard('booking.move')), {
    focus: ['button', features('ui.close')],
  })
  const dialog = desk.page.getByRole('dialog', { name: dashboard('booking.moveTitle') })
  await desk.chooseAt(dialog.getByRole('radiogroup').getByRole('radio').nth(20))
  await desk.step('to another time', () => desk.press('button', dashboard('booking.moveDo')), {
    focus: ['heading', 'Trim'],
    announced: beginning(dashboard('booking.moveDone', { when: '' }).replace(/ ?\.$/, '')),
  })
  await expect(desk.page.getByText(beginning(dashboard('booking.movedBy.business', { from: '' }).trim()))).toBeVisible()
})

test('a booking that is dropped in another column of the board is moved there once that is confirmed', async ({
  browse,
  conditions,
  texts: { dashboard, features },
}) => {
  test.skip(
    conditions.input !== 'mouse' || conditions.width === 'phone',
    'is dragged with a mouse from column to column',
  )
  const shop = await openShop({ services: [{ name: 'Trim', price: 3_000, payment: 'at-venue' }] })
  const visit = await bookVisit(shop, await registerPerson('Cora Lane'))
  const other = visit.staffName === 'Nadia' ? 'Marcus' : 'Nadia'
  const { page, step, goTo, press } = await browse(shop.owner)
  const day = visit.start.slice(0, 10)
  await goTo(`/dashboard/${shop.id}/board?day=${day}`, '')
  const booking = page.getByRole('link', { name: /Cora Lane/ }).first()
  const column = page.getByRole('list', { name: other, exact: true })
  await booking.scrollIntoViewIfNeeded()
  const [from, into] = [await booking.boundingBox(), await column.boundingBox()]
  const targetPosition = { x: 20, y: (from?.y ?? 0) - (into?.y ?? 0) + 65 }
  await step('drops it later', () => booking.dragTo(column, { sourcePosition: { x: 10, y: 5 }, targetPosition }), {
    focus: ['button', features('ui.close')],
  })
  await step('confirms that', () => press('button', dashboard('booking.moveDo')), {
    focus: ['heading', 'Trim'],
    announced: beginning(dashboard('booking.moveDone', { when: '' }).replace(/ ?\.$/, '')),
  })
  const moved = await shop.owner.call(readBooking, { params: { bookingId: visit.id } })
  expect(moved.staffName).toBe(other)
  expect(Date.parse(moved.start)).toBeGreaterThan(Date.parse(visit.start))
})

test('a booker whose visit costs more at another time pays the difference, and then has that time', async ({
  browse,
  texts,
  expectConsoleError,
}) => {
  const { features } = texts
  expectConsoleError(/status of 409 /) // the price is another one
  const shop = await openShop()
  const { owner, params } = shop
  const { items: services } = await owner.call(listServices, { params })
  const serviceId = services[0]?.id as Id<'service'>
  const cora = await registerPerson('Cora Lane')
  const { id: bookingId } = await bookVisit(shop, cora)
  const visitor = await browse(cora)
  const { page, step, goTo, press, chooseAt } = visitor
  await goTo(`/bookings/${bookingId}/pay`, features('pay.title'))
  await step('pays', () => payWith(visitor, texts, '4242 4242 4242 4242'), {
    focus: ['status', beginning(features('booking.thanks'))],
    announced: features('booking.thanks'),
  })
  await owner.call(
    changeService,
    { params: { ...params, serviceId }, body: { price: { amount: 6_000, currency: 'USD' } } },
    { ifMatch: 1 },
  )
  await goTo(`/bookings/${bookingId}/reschedule`, features('booking.move'))
  await chooseAt(days(page, texts).nth(5))
  await chooseAt(freeTimes(page, texts).nth(3))
  await press('button', features('book.continue'))
  await step('reads what the new time costs', () => press('button', features('booking.moveDo')), {
    focus: ['group', beginning(features('booking.movePrice', { price: '$60.00', before: '$45.00' }))],
  })
  const due = { due: '$15.00' }
  await expect(page.getByText(features('booking.moveDue', { paid: '$45.00', ...due }))).toBeVisible()
  await step('goes on to pay the difference', () => press('button', features('booking.movePay', due)), {
    focus: ['heading', features('pay.difference')],
  })
  await goTo(`/bookings/${bookingId}`, features('booking.one'))
  await step('sees the time that is held', () => press('link', features('booking.payNow', { amount: due.due })), {
    focus: ['heading', features('pay.difference')],
  })
  await step('pays the difference', () => payWith(visitor, texts, '4242 4242 4242 4242'), {
    focus: ['status', beginning(features('booking.moved'))],
    announced: features('booking.moved'),
  })
  const receipt = await cora.call(readReceipt, { params: { bookingId } })
  expect(receipt.lines.map(({ amount }) => amount.amount)).toEqual([4_500, 1_500])
  expect(await ledgerCheck()).toContain('entries')
})
