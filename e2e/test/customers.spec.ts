import { expect } from '@playwright/test'
import { beginning } from '../src/beginning.ts'
import { mailTo } from '../src/dev-inbox.ts'
import { test } from '../src/journey.ts'
import { registerPerson } from '../src/people.ts'
import { openShop } from '../src/shop.ts'
import type { Texts } from '../src/texts.ts'
import type { Visitor } from '../src/visitor.ts'
import { bookVisit } from '../src/visits.ts'

test('an owner reads who has booked, sees the week, and finds who called before by their name', async ({
  browse,
  conditions,
  texts,
}) => {
  const { dashboard, features } = texts
  const shop = await openShop({ services: [{ name: 'Trim', price: 3_000, payment: 'at-venue' }] })
  const visit = await bookVisit(shop, await registerPerson('Cora Lane'))
  await mailTo(shop.owner.email, 'Cora Lane')
  const desk = await browse(shop.owner)
  const { page, step, goTo, press, write } = desk
  await goTo(`/dashboard/${shop.id}/inbox`, dashboard('inbox.title'))
  await desk.skipTo(dashboard('shell.skip'))
  if (conditions.width === 'phone') await press('button', dashboard('shell.menu'))
  await expect(page.getByRole('link', { name: dashboard('shell.inboxUnread', { count: 2 }) })).toBeVisible()
  await step('opens what is new', () => press('link', /Cora Lane/), { focus: ['button', features('ui.close')] })
  await expect(page.getByRole('dialog').getByText('Cora Lane').first()).toBeVisible()

  const week = `/dashboard/${shop.id}/week?day=${visit.start.slice(0, 10)}`
  await goTo(week, dashboard('board.week'))
  await step('opens the booking from the week', () => press('link', /Cora Lane/), {
    focus: ['button', features('ui.close')],
  })
  await goTo(week, dashboard('board.week'))
  await step('adds a booking', () => press('link', dashboard('board.add')), { focus: ['button', features('ui.close')] })
  await write(dashboard('booking.name'), 'Dora Klein')
  await write(dashboard('booking.phoneField'), '(208) 555-0177')
  await bookFirstFree(desk, texts)

  const sheet = `/dashboard/${shop.id}/board/new?day=${visit.start.slice(0, 10)}`
  await step('somebody calls again', () => desk.open(sheet), { focus: ['button', features('ui.close')] })
  await step('types a name', () => write(dashboard('booking.name'), 'klein'), {
    focus: ['combobox', dashboard('booking.name')],
    announced: dashboard('customers.suggested', { count: 1 }),
  })
  const choose = async () => {
    if (conditions.input !== 'keyboard') return press('option', /^Dora Klein/)
    for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key)
    return undefined
  }
  await step('chooses who is found', choose, {
    focus: ['combobox', dashboard('booking.name')],
    announced: dashboard('customers.chosen', { name: 'Dora Klein' }),
  })
  await expect(page.getByLabel(beginning(dashboard('booking.phoneField')))).toHaveValue('(208) 555-0177')
  await bookFirstFree(desk, texts)

  await goTo(`/dashboard/${shop.id}/customers`, dashboard('customers.title'))
  const rows = page.getByRole('list', { name: dashboard('customers.title') }).getByRole('link')
  await expect(rows).toHaveCount(2)
  await write(dashboard('customers.search'), '555 0177')
  await expect(rows).toHaveCount(1)
  await step('opens a customer', () => press('link', /^Dora Klein/), { focus: ['heading', 'Dora Klein'] })
  await expect(page.getByRole('list', { name: dashboard('customers.history') }).getByRole('link')).toHaveCount(2)
  await step(
    'adds a note',
    async () => {
      await write(dashboard('customers.note'), 'Comes with her dog')
      await press('button', dashboard('customers.noteAdd'))
    },
    { focus: ['button', dashboard('customers.noteAdd')], announced: dashboard('customers.noteAdded') },
  )
  await expect(page.getByText('Comes with her dog')).toBeVisible()
})

async function bookFirstFree({ page, step, press, chooseAt }: Visitor, { dashboard }: Texts) {
  const times = page.getByRole('dialog').getByRole('radiogroup', { name: dashboard('booking.start'), exact: true })
  await chooseAt(times.locator('[role=radio]:not([aria-disabled=true])').first())
  await step('books', () => press('button', dashboard('booking.book')), {
    focus: ['heading', /./],
    announced: new RegExp(dashboard('booking.booked', { service: 'Trim', when: '.+' })),
  })
}
