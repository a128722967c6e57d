import { readReceipt } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { expect } from '@playwright/test'
import { beginning } from '../src/beginning.ts'
import { linkIn, mailTo } from '../src/dev-inbox.ts'
import { test } from '../src/journey.ts'
import { chooseTime, payWith } from '../src/booking-steps.ts'
import { openShop } from '../src/shop.ts'
import { uniqueSuffix } from '../src/people.ts'

const policy = { freeUntilHours: 24, lateRefundShare: 2_500, noShowRefundShare: 0 }

test('a guest pays with the third card, returns by the mailed link, and cancels too late for a full refund', async ({
  browse,
  texts,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 402 .*payment_intents/)
  const { dashboard, features } = texts
  const shop = await openShop({ services: [{ name: 'Beard trim', price: 2_200, policy }] })
  const guest = await browse()
  const { page, step, goTo, press, write } = guest
  const email = `gus.${uniqueSuffix()}@example.com`

  await goTo(`/b/${shop.slug}`, shop.name)
  await chooseTime(guest, texts, { service: 'Beard trim' })
  await step('goes on without a name', () => press('button', features('book.toPay')), {
    focus: ['textbox', features('book.name')],
  })
  await expect(page.getByText(features('form.noName'))).toBeVisible()
  await step(
    'says who it is',
    async () => {
      await write(features('book.name'), 'Gus Guest')
      await write(features('book.email'), email)
      await press('button', features('book.toPay'))
    },
    { focus: ['heading', features('pay.title')] },
  )
  const bookingId = page.url().split('/').at(-2) as Id<'booking'>

  await step('pays with a card that is declined', () => payWith(guest, texts, '4000 0000 0000 0002'), {
    focus: ['alert', beginning(features('pay.declined'))],
    announced: features('pay.notCharged'),
  })
  await payWith(guest, texts, '4000 0000 0000 3220')
  await step('the bank does not confirm it', () => press('button', 'Fail'), {
    focus: ['document', beginning(features('pay.title'))],
  })
  await expect(page.getByText(features('pay.notConfirmed'))).toBeVisible()
  await payWith(guest, texts, '4000 0000 0000 3220')
  await step('the bank confirms it', () => press('button', 'Complete'), {
    focus: ['status', beginning(features('booking.thanks'))],
    announced: features('booking.thanks'),
  })

  const link = linkIn(await mailTo(email, `/bookings/${bookingId}#`))
  const elsewhere = await browse()
  await elsewhere.goTo(`/bookings/${bookingId}`, features('booking.one'))
  await expect(elsewhere.page.getByText(features('ownBooking.lockedTitle'))).toBeVisible()
  await elsewhere.step('follows the link', () => elsewhere.open(link.pathname + link.hash), {
    focus: ['heading', 'Beard trim'],
  })
  expect(new URL(elsewhere.page.url()).hash, 'the secret is gone from the address').toBe('')
  await elsewhere.step('asks what a cancellation costs', () => elsewhere.press('button', features('booking.cancel')), {
    focus: ['button', features('ui.close')],
  })
  const cost = features('booking.cancelPartBack', { amount: '$5.50', paid: '$22.00' })
  await expect(elsewhere.page.getByRole('dialog').getByText(cost, { exact: false })).toBeVisible()
  await elsewhere.step('cancels', () => elsewhere.press('button', features('booking.cancelDo')), {
    focus: ['group', beginning(features('booking.cancelledYou'))],
  })
  await expect(
    elsewhere.page.getByText(features('booking.backAmount', { amount: '$5.50' }), { exact: false }),
  ).toBeVisible()
  const remaining = async () => (await shop.owner.call(readReceipt, { params: { bookingId } })).total.amount
  await expect.poll(remaining).toBe(2_200 - 550)

  const owner = await browse(shop.owner)
  await owner.goTo(`/dashboard/${shop.id}/money`, dashboard('money.title'))
  const row = owner.page
    .getByRole('table', { name: dashboard('money.transactions') })
    .getByRole('row')
    .nth(1)
  const amount = await row.getByRole('cell').first().boundingBox()
  expect((amount?.x ?? 0) + (amount?.width ?? Infinity), 'an amount is seen before the table is scrolled').toBeLessThan(
    owner.page.viewportSize()?.width ?? 0,
  )
})
