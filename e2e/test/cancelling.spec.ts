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

test('a cancellation in time refunds everything, and the time is free again', async ({ browse, texts }) => {
  const { site, features } = texts
  const shop = await openShop()
  const person = await registerPerson('Cora Lane')
  const cora = await browse(person)
  const { page, step, goTo, press, write } = cora

  await goTo(`/b/${shop.slug}`, shop.name)
  await chooseTime(cora, texts, { service: 'Haircut', day: 4, time: 0 })
  await step(
    'adds a note',
    async () => {
      await write(site('book.note'), 'Short at the sides')
      await press('button', site('book.toPay'))
    },
    { focus: ['heading', site('pay.title')] },
  )
  const bookingId = page.url().split('/').at(-2) as Id<'booking'>
  await step('pays', () => payWith(cora, texts, '5555 5555 5555 4444'), {
    focus: ['status', beginning(site('booking.thanks'))],
    announced: site('booking.thanks'),
  })

  await goTo('/bookings', site('booking.mine'))
  await step('opens the booking', () => press('link', /Haircut/), { focus: ['heading', 'Haircut'] })
  await waitForHydration(page)
  await step('asks what a cancellation costs', () => press('button', site('booking.cancel')), {
    focus: ['button', features('ui.close')],
  })
  const dialog = page.getByRole('dialog', { name: site('booking.cancelTitle') })
  await expect(dialog.getByText(site('booking.cancelAllBack', { amount: '$45.00' }))).toBeVisible()
  await step('cancels', () => press('button', site('booking.cancelDo')), {
    focus: ['group', beginning(site('booking.cancelledYou'))],
  })
  await expect(page.getByText(site('booking.backAmount', { amount: '$45.00' }))).toBeVisible()
  const remaining = async () => (await person.call(readReceipt, { params: { bookingId } })).total.amount
  await expect.poll(remaining).toBe(0)
  await goTo(`/bookings/${bookingId}/receipt`, site('booking.receipt'))
  await expect(page.getByText(site('booking.funds.refunded'))).toBeVisible()
  expect(await ledgerCheck()).toMatch(/^[1-9]\d* entries of [1-9]\d* payments, 0 faults$/)
})
