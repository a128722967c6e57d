import { expect } from '@playwright/test'
import { beginning } from '../src/beginning.ts'
import { linkIn, mailTo } from '../src/dev-inbox.ts'
import { test } from '../src/journey.ts'
import { changeTime, chooseTime } from '../src/booking-steps.ts'
import { waitForHydration } from '../src/pages.ts'
import { openShop } from '../src/shop.ts'
import { uniqueSuffix } from '../src/people.ts'
import { visitorAt } from '../src/visitor.ts'

test('back, reload and a second tab keep what was typed and show the time that one holds, which can be released', async ({
  browse,
  conditions,
  texts,
}) => {
  const { features } = texts
  const shop = await openShop()
  const gus = await browse()
  const { page, step, goTo, press, write } = gus
  await goTo(`/b/${shop.slug}`, shop.name)
  await chooseTime(gus, texts, { service: 'Haircut', day: 3 })
  await write(features('book.name'), 'Gus Guest')
  await write(features('book.email'), `gus.${uniqueSuffix()}@example.com`)
  await step('reloads', () => page.reload(), {
    focus: ['document', beginning(features('book.title', { service: 'Haircut' }))],
  })
  await waitForHydration(page)
  await expect(page.getByRole('textbox', { name: features('book.name') })).toHaveValue('Gus Guest')
  await step('goes on', () => press('button', features('book.toPay')), { focus: ['heading', features('pay.title')] })

  const held = beginning(features('book.ownHold', { when: '' }).trim())
  await step('goes back', () => page.goBack(), { focus: ['group', held] })
  const other = visitorAt(await page.context().newPage(), conditions)
  await other.goTo(new URL(page.url()).pathname, features('book.title', { service: 'Haircut' }))
  await other.step('goes on to pay there', () => other.press('link', features('book.toPay')), {
    focus: ['heading', features('pay.title')],
  })
  await other.step('releases the time', () => other.press('button', features('pay.release')), {
    focus: ['heading', features('book.title', { service: 'Haircut' })],
    announced: features('book.released'),
  })
  await step('finds it released in the first tab too', () => page.reload(), { focus: ['document', /./] })
  await expect(page.getByText(held)).toHaveCount(0)
})

test('a guest finds their booking by mail, and changes its time', async ({ browse, texts }) => {
  const { site, features } = texts
  const shop = await openShop({ services: [{ name: 'Trim', price: 3_000, payment: 'at-venue' }] })
  const email = `gus.${uniqueSuffix()}@example.com`
  const gus = await browse()
  await gus.goTo(`/b/${shop.slug}`, shop.name)
  await chooseTime(gus, texts, { service: 'Trim', day: 3 })
  await gus.write(features('book.name'), 'Gus Guest')
  await gus.write(features('book.email'), email)
  await gus.step('books', () => gus.press('button', features('book.confirm')), {
    focus: ['status', beginning(features('booking.thanks'))],
    announced: features('booking.thanks'),
  })
  const elsewhere = await browse()
  await elsewhere.goTo('/', features('find.title', { place: '' }).trim())
  await elsewhere.step('opens their bookings', () => elsewhere.press('link', site('site.bookings')), {
    focus: ['heading', features('booking.mine')],
  })
  await elsewhere.step(
    'has a link sent',
    async () => {
      await elsewhere.write(features('book.email'), email)
      await elsewhere.press('button', features('ownBooking.findSend'))
    },
    {
      focus: ['status', beginning(features('ownBooking.findSent', { email }))],
      announced: features('ownBooking.findSent', { email }),
    },
  )
  const link = linkIn(await mailTo(email, '/bookings#'))
  await elsewhere.step('follows it', () => elsewhere.open(link.pathname + link.hash), {
    focus: ['heading', features('booking.mine')],
  })
  await elsewhere.step('opens the booking', () => elsewhere.press('link', /Trim/), { focus: ['heading', 'Trim'] })
  await changeTime(elsewhere, texts, 'Trim')
})
