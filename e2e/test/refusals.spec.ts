import { book, listServices } from '@buy-locals/contracts/booking/operations'
import { changeHours, readBusiness } from '@buy-locals/contracts/business/operations'
import { api } from '@buy-locals/api-client/api'
import { expect } from '@playwright/test'
import { beginning } from '../src/beginning.ts'
import { test } from '../src/journey.ts'
import { days, freeTimes } from '../src/booking-steps.ts'
import { registerPerson, uniqueSuffix } from '../src/people.ts'
import { serverUrl } from '../src/server-process.ts'
import { openShop, type Shop } from '../src/shop.ts'
import { serverTime } from '../src/time.ts'
import { findStarts } from '../src/visits.ts'

test('what is refused on the way to a booking is said and focused, keeps what was typed, and says what to do', async ({
  browse,
  texts,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 409 .*bookings/)
  expectConsoleError(/ERR_INTERNET_DISCONNECTED/)
  const { features } = texts
  const shop = await openShop()
  const { items: services } = await shop.owner.call(listServices, { params: shop.params })
  const serviceId = services[0]!.id
  const starts = await findStarts(shop, 3)
  const { page, step, goTo, press, write } = await browse()
  const path = `/b/${shop.slug}/book/${serviceId}?at=${starts[30]}`
  await goTo(path, features('book.title', { service: 'Haircut' }))
  await step('goes on with nothing', () => press('button', features('book.toPay')), {
    focus: ['textbox', features('book.name')],
  })
  await step(
    'with an address that is none',
    async () => {
      await write(features('book.name'), 'Gus Guest')
      await write(features('book.email'), 'gus at example')
      await press('button', features('book.toPay'))
    },
    { focus: ['textbox', features('book.email')] },
  )
  await expect(page.getByText(features('form.badEmail'))).toBeVisible()

  for (const staffId of shop.staffIds) {
    const guest = { name: 'Faster', email: `faster.${uniqueSuffix()}@example.com` }
    const body = { businessId: shop.id, serviceId, staffId, start: starts[30]!, guest }
    await api({ baseUrl: serverUrl() })(book, { body }, { idempotencyKey: crypto.randomUUID() })
  }
  await step(
    'with a time that was taken meanwhile',
    async () => {
      await write(features('book.email'), 'gus@example.com')
      await press('button', features('book.toPay'))
    },
    { focus: ['alert', beginning(features('book.takenTitle'))], announced: features('book.takenTitle') },
  )
  await step('takes another one', () => press('button', beginning(features('book.alternative', { when: '' }).trim())), {
    focus: ['button', features('book.toPay')],
  })
  await expect(page.getByRole('textbox', { name: features('book.name') })).toHaveValue('Gus Guest')

  await step('is offline', () => page.context().setOffline(true), {
    focus: ['button', features('book.toPay')],
    announced: features('connection.offline'),
  })
  await step('goes on all the same', () => press('button', features('book.toPay')), {
    focus: ['alert', /./],
    announced: /./,
  })
  await step('is back, and it goes on by itself', () => page.context().setOffline(false), {
    focus: ['heading', features('pay.title')],
    announced: features('connection.online'),
  })
})

test('days without times say why, and the first day with times is shown', async ({ browse, texts }) => {
  const { features } = texts
  const shop = await openShop()
  const { items: services } = await shop.owner.call(listServices, { params: shop.params })
  await closeFor(shop, 3)
  const { page, step, goTo, chooseAt } = await browse(await registerPerson('Cora Lane'))
  await goTo(`/b/${shop.slug}/book/${services[0]!.id}`, features('book.title', { service: 'Haircut' }))
  const closed = new RegExp(`${features('book.without.closed', { day: '' })}$`)
  await expect(days(page, texts).first()).toHaveAccessibleName(closed)
  const time = freeTimes(page, texts).first()
  await step('chooses a time', () => chooseAt(time), { focus: ['radio', /./] })
  await expect(time).toBeChecked()
})

async function closeFor({ owner, params }: Shop, days: number) {
  const { version, hours } = await owner.call(readBusiness, { params })
  const today = await serverTime()
  const dateIn = (ahead: number) => new Date(today + ahead * 86_400_000).toISOString().slice(0, 10)
  const special = Array.from({ length: days }, (_, ahead) => ({ date: dateIn(ahead - 1), closed: true }))
  await owner.call(changeHours, { params, body: { weekly: hours?.weekly ?? [], special } }, { ifMatch: version })
}
