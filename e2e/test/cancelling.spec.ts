import { readBooking } from '@buy-locals/contracts/booking/operations'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { expect } from '@playwright/test'
import { beginning } from '../src/beginning.ts'
import { test } from '../src/journey.ts'
import { ledgerCheck } from '../src/ledger.ts'
import { chooseTime, payWith } from '../src/booking-steps.ts'
import { waitForHydration } from '../src/pages.ts'
import { openShop } from '../src/shop.ts'
import { registerPerson } from '../src/people.ts'
import { untilAfter } from '../src/time.ts'
import { bookVisit, payVisit } from '../src/visits.ts'

test('a cancellation in time refunds everything, and the time is free again', async ({ browse, texts }) => {
  const { features } = texts
  const shop = await openShop()
  const person = await registerPerson('Cora Lane')
  const cora = await browse(person)
  const { page, step, goTo, press, write } = cora

  await goTo(`/b/${shop.slug}`, shop.name)
  await chooseTime(cora, texts, { service: 'Haircut', day: 4, time: 0 })
  await step(
    'adds a note',
    async () => {
      await write(features('book.note'), 'Short at the sides')
      await press('button', features('book.toPay'))
    },
    { focus: ['heading', features('pay.title')] },
  )
  const bookingId = page.url().split('/').at(-2) as Id<'booking'>
  await step('pays', () => payWith(cora, texts, '5555 5555 5555 4444'), {
    focus: ['status', beginning(features('booking.thanks'))],
    announced: features('booking.thanks'),
  })

  await goTo('/bookings', features('booking.mine'))
  await step('opens the booking', () => press('link', /Haircut/), { focus: ['heading', 'Haircut'] })
  await waitForHydration(page)
  await step('asks what a cancellation costs', () => press('button', features('booking.cancel')), {
    focus: ['button', features('ui.close')],
  })
  const dialog = page.getByRole('dialog', { name: features('booking.cancelTitle') })
  await expect(dialog.getByText(features('booking.cancelAllBack', { amount: '$45.00' }))).toBeVisible()
  await step('cancels', () => press('button', features('booking.cancelDo')), {
    focus: ['group', beginning(features('booking.cancelledYou'))],
  })
  await expect(page.getByText(features('booking.backAmount', { amount: '$45.00' }))).toBeVisible()
  const remaining = async () => (await person.call(readReceipt, { params: { bookingId } })).total.amount
  await expect.poll(remaining).toBe(0)
  await goTo(`/bookings/${bookingId}/receipt`, features('ownBooking.receipt'))
  await expect(page.getByText(features('ownBooking.funds.refunded'))).toBeVisible()
  expect(await ledgerCheck()).toMatch(/^[1-9]\d* entries of [1-9]\d* payments, 0 faults$/)
})

test('an owner takes back a no-show and a completion of a paid visit, and refunds a part of it', async ({
  browse,
  advanceTime,
  texts: { dashboard, features },
}) => {
  const shop = await openShop()
  const cora = await registerPerson('Cora Lane')
  const { id: bookingId, end } = await bookVisit(shop, cora, { days: 1, at: 1 })
  await payVisit(cora, bookingId)
  const params = { bookingId }
  await expect.poll(async () => (await cora.call(readBooking, { params })).status).toBe('confirmed')
  await advanceTime(await untilAfter(end))
  const { page, step, open, press, write } = await browse(shop.owner)
  const pressInSheet = (does: string, label: string, announced: string) =>
    step(does, () => press('button', label), { focus: ['heading', 'Haircut'], announced })

  await step('opens the visit', () => open(`/dashboard/${shop.id}/board/bookings/${bookingId}`), {
    focus: ['button', features('ui.close')],
  })
  await step('says that nobody came', () => press('button', dashboard('booking.markNoShow')), {
    focus: ['button', features('ui.close')],
  })
  const cost = dashboard('booking.noShowKeptText', { customer: 'Cora Lane', amount: '', rest: '$45.00' })
  await expect(page.getByText(cost, { exact: false })).toBeVisible()
  await pressInSheet('means it', dashboard('booking.markNoShow'), dashboard('booking.noShowDone'))
  const heldUntil = page.getByText(beginning(dashboard('booking.heldUntil', { when: '' }).trim()))
  const heldOnly = page.getByText(dashboard('booking.funds.held'), { exact: true })
  await expect(heldOnly, 'where the money is follows without a reload').toHaveCount(0, { timeout: 5_000 })
  await expect(heldUntil).toBeVisible()
  await pressInSheet('takes it back', dashboard('booking.undo.no-show'), dashboard('booking.undone'))
  await expect(heldOnly).toBeVisible({ timeout: 5_000 })
  await pressInSheet('completes it', dashboard('booking.complete'), dashboard('booking.completeDone'))
  await pressInSheet('takes that back', dashboard('booking.undo.completed'), dashboard('booking.undone'))
  await pressInSheet('completes it again', dashboard('booking.complete'), dashboard('booking.completeDone'))
  await step('begins a refund', () => press('button', dashboard('booking.refund')), {
    focus: ['button', features('ui.close')],
  })
  await step('forgets how much', () => press('button', dashboard('booking.refund')), {
    focus: ['textbox', dashboard('booking.refundAmount')],
  })
  await write(dashboard('booking.refundAmount'), '5')
  await pressInSheet(
    'refunds a part',
    dashboard('booking.refundDo', { amount: '$5.00' }),
    dashboard('booking.refundDone'),
  )
  await expect(page.getByText(dashboard('booking.refundedByBusiness', { amount: '$5.00' }))).toBeVisible()
  await expect.poll(async () => (await cora.call(readReceipt, { params })).total.amount).toBe(4_000)
})
