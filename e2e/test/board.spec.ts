import { bookForCustomer, listServices, readBooking } from '@buy-locals/contracts/booking/operations'
import { expect } from '@playwright/test'
import { beginning } from '../src/beginning.ts'
import { test } from '../src/journey.ts'
import { openShop, type Shop } from '../src/shop.ts'
import { findStarts } from '../src/visits.ts'

test('who called is found on the board, and what was written down of their booking is corrected and moved to another time', async ({
  browse,
  texts: { dashboard, features },
}) => {
  const shop = await openShop({ services: [{ name: 'Trim', price: 3_000, payment: 'at-venue' }] })
  const visit = await bookByPhone(shop, 'Dora Klein')
  const { page, step, goTo, press, write, chooseAt } = await browse(shop.owner)
  const sheet = page.getByRole('dialog', { name: 'Trim' })
  await goTo(`/dashboard/${shop.id}/board?day=${visit.localStart.slice(0, 10)}`, '')
  await step('opens the booking', () => press('link', /Dora Klein/), { focus: ['button', features('ui.close')] })

  await step('begins to correct it', () => press('button', dashboard('booking.edit')), {
    focus: ['button', features('ui.close')],
  })
  await step(
    'with a price that is none',
    async () => {
      await write(dashboard('booking.price'), 'thirty')
      await press('button', dashboard('booking.editSave'))
    },
    { focus: ['textbox', dashboard('booking.price')] },
  )
  await expect(page.getByText(dashboard('field.amount'))).toBeVisible()
  await step(
    'corrects all of it',
    async () => {
      await write(dashboard('booking.name'), 'Dora Klein-Roth')
      await write(dashboard('booking.phoneField'), '(208) 555-0199')
      await write(dashboard('booking.price'), '35')
      await write(dashboard('booking.noteField'), 'Brings her dog')
      await press('button', dashboard('booking.editSave'))
    },
    { focus: ['heading', 'Trim'], announced: dashboard('booking.editDone') },
  )
  for (const text of ['Dora Klein-Roth', '(208) 555-0199', '$35.00', 'Brings her dog'])
    await expect(sheet.getByText(text).first()).toBeVisible()

  await step('begins to move it', () => press('button', dashboard('booking.move')), {
    focus: ['button', features('ui.close')],
  })
  await step('without a time', () => press('button', dashboard('booking.moveDo')), {
    focus: ['alert', dashboard('booking.pickTime')],
    announced: dashboard('booking.pickTime'),
  })
  await chooseAt(
    page
      .getByRole('radiogroup', { name: dashboard('booking.start') })
      .getByRole('radio')
      .nth(4),
  )
  await step('to another time', () => press('button', dashboard('booking.moveDo')), {
    focus: ['heading', 'Trim'],
    announced: beginning(dashboard('booking.moveDone', { when: '' }).replace(/ ?\.$/, '')),
  })
  const moved = await shop.owner.call(readBooking, { params: { bookingId: visit.id } })
  expect(moved).toMatchObject({ price: { amount: 3_500 }, note: 'Brings her dog', previousStart: visit.start })
})

/** On the 31st free start in three days. */
async function bookByPhone(shop: Shop, name: string) {
  const { owner, params } = shop
  const { items: services } = await owner.call(listServices, { params })
  const body = { serviceId: services[0]!.id, start: (await findStarts(shop, 3))[30]!, customer: { name } }
  return owner.call(bookForCustomer, { params, body }, { idempotencyKey: crypto.randomUUID() })
}
