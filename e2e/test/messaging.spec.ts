import { api } from '@buy-locals/api-client/api'
import { book, listServices, sendMessage } from '@buy-locals/contracts/booking/operations'
import { expect } from '@playwright/test'
import { mailTo } from '../src/dev-inbox.ts'
import { test } from '../src/journey.ts'
import { demoPerson, registerPerson, uniqueSuffix } from '../src/people.ts'
import { serverUrl } from '../src/server-process.ts'
import { openShop, type Shop } from '../src/shop.ts'
import { bookVisit, findStarts, payVisit } from '../src/visits.ts'

async function bookAsGuest(shop: Shop, email: string) {
  const { items } = await shop.owner.call(listServices, { params: shop.params })
  const start = (await findStarts(shop, 3))[30]!
  const guest = { name: 'Gus Guest', email }
  const body = { businessId: shop.id, serviceId: items[0]!.id, start, guest }
  return api({ baseUrl: serverUrl() })(book, { body }, { idempotencyKey: crypto.randomUUID() })
}

test('a guest and an owner write to each other about a booking, and each sees what the other has read', async ({
  browse,
  advanceTime,
  expectConsoleError,
  texts: { features },
}) => {
  expectConsoleError(/ERR_INTERNET_DISCONNECTED/)
  const shop = await openShop({ services: [{ name: 'Beard trim', price: 2_200, payment: 'at-venue' }] })
  const email = `gus.${uniqueSuffix()}@example.com`
  const { id, start, manageToken } = await bookAsGuest(shop, email)
  const [guest, owner] = [await browse(), await browse(shop.owner)]
  const send = features('thread.send')
  const day = start.slice(0, 10)
  await guest.open(`/bookings/${id}#${manageToken}`)
  await expect(guest.page.getByRole('heading', { name: features('thread.title') })).toBeVisible()
  await guest.step('sends nothing', () => guest.press('button', send), {
    focus: ['textbox', features('thread.field', { name: shop.name })],
  })
  await expect(guest.page.getByText(features('thread.missing'))).toBeVisible()
  await guest.step(
    'writes a message',
    async () => {
      await guest.write(features('thread.field', { name: shop.name }), 'Is there parking?\nI come by car.')
      await guest.press('button', send)
    },
    { focus: ['button', send], announced: 'Is there parking?' },
  )

  const entry = owner.page.getByRole('link', { name: /Gus Guest/ })
  await owner.open(`/dashboard/${shop.id}/board?day=${day}`)
  await expect(entry.getByRole('img', { name: features('thread.unread') })).toBeVisible()
  await owner.step('opens the booking', () => owner.open(`/dashboard/${shop.id}/board/bookings/${id}?day=${day}`), {
    focus: ['button', features('ui.close')],
  })
  await owner.step(
    'replies',
    async () => {
      await owner.write(features('thread.field', { name: 'Gus Guest' }), 'Yes, behind the shop.')
      await owner.press('button', send)
    },
    { focus: ['button', send], announced: 'Yes, behind the shop.' },
  )
  await expect(guest.page.getByText('Yes, behind the shop.')).toBeVisible()
  await expect(guest.page.getByText(features('thread.read'), { exact: true })).toBeVisible()
  await guest.page.getByText('Yes, behind the shop.').scrollIntoViewIfNeeded()
  await expect(owner.page.getByText(features('thread.read'), { exact: true })).toBeVisible()
  await expect(entry.getByRole('img', { name: features('thread.unread') })).toHaveCount(0)

  await guest.page.context().setOffline(true)
  await guest.write(features('thread.field', { name: shop.name }), 'Thank you!')
  await guest.press('button', send)
  await expect(guest.page.getByRole('alert')).toHaveText(features('refusal.offline'))
  await expect(guest.page.getByLabel(features('thread.field', { name: shop.name }))).toHaveValue('Thank you!')
  await guest.page.context().setOffline(false)
  await expect(owner.page.getByText('Thank you!')).toHaveCount(1)
  await expect(guest.page.getByLabel(features('thread.field', { name: shop.name }))).toHaveValue('')
  await advanceTime('PT3M')
  await expect(owner.page.getByText('Thank you!')).toHaveCount(1)
})

test('contact details are hidden until a booking is paid, and a customer finds in their bookings what is new', async ({
  browse,
  advanceTime,
  texts: { features },
}) => {
  const shop = await openShop()
  const cora = await registerPerson('Cora Lane')
  const { id, start } = await bookVisit(shop, cora)
  const [customer, owner] = [await browse(cora), await browse(shop.owner)]
  await customer.open(`/bookings/${id}`)
  const field = features('thread.field', { name: shop.name })
  await customer.write(field, 'Call me: 208 555 0100')
  await customer.press('button', features('thread.send'))
  await expect(customer.page.getByText('Call me: 208 555 0100')).toBeVisible()
  await expect(customer.page.getByText(features('thread.hiddenFrom', { name: shop.name }))).toBeVisible()
  await owner.open(`/dashboard/${shop.id}/board/bookings/${id}?day=${start.slice(0, 10)}`)
  await expect(owner.page.getByText('Call me: •••')).toBeVisible()
  await expect(owner.page.getByText(features('thread.hidden'))).toBeVisible()
  await payVisit(cora, id)
  await expect(owner.page.getByText('Call me: 208 555 0100')).toBeVisible()

  await customer.open('/bookings')
  await owner.write(features('thread.field', { name: 'Cora Lane' }), 'I will.')
  await owner.press('button', features('thread.send'))
  await expect(customer.page.getByText(features('thread.unread'))).toBeVisible()
  await advanceTime('PT3M')
  await mailTo(cora.email, `/bookings/${id}`)
})

test('a customer reports a message, the operator removes it, and both sides read why', async ({
  browse,
  texts: { dashboard, features },
}) => {
  const shop = await openShop({ services: [{ name: 'Beard trim', price: 2_200, payment: 'at-venue' }] })
  const cora = await registerPerson('Cora Lane')
  const { id, start } = await bookVisit(shop, cora)
  const threat = 'You will be sorry.'
  await shop.owner.call(sendMessage, { params: { bookingId: id }, body: { sentBy: 'business', text: threat } })
  const [customer, owner, operator] = [
    await browse(cora),
    await browse(shop.owner),
    await browse(await demoPerson('admin')),
  ]
  await customer.open(`/bookings/${id}`)
  const report = customer.page.getByRole('button', {
    name: new RegExp(`^Report the message from ${shop.name}|^Reportar el mensaje de ${shop.name}`),
  })
  await customer.step('opens the dialog', () => report.click(), { focus: ['button', features('ui.close')] })
  const send = () => customer.press('button', features('thread.reportSend'))
  await customer.step('says nothing', send, { focus: ['textbox', features('thread.reportReason')] })
  await customer.step(
    'says why',
    async () => {
      await customer.write(features('thread.reportReason'), 'It is a threat')
      await send()
    },
    { focus: ['heading', features('thread.title')], announced: features('thread.reported') },
  )

  await owner.open(`/dashboard/${shop.id}/board/bookings/${id}?day=${start.slice(0, 10)}`)
  await expect(owner.page.getByText(threat)).toBeVisible()
  await operator.goTo('/dashboard/operator/reported-messages', dashboard('operator.messages'))
  const remove = dashboard('operator.message.removed.name', { name: shop.name })
  await operator.step('removes it', () => operator.press('button', remove), { focus: ['button', features('ui.close')] })
  await operator.step(
    'says why',
    async () => {
      await operator.write(dashboard('operator.reason'), 'A threat.')
      await operator.press('button', dashboard('operator.removed.act'))
    },
    { focus: ['heading', /./], announced: dashboard('operator.message.removed.done') },
  )
  for (const { page } of [customer, owner]) {
    await expect(page.getByText(features('thread.removed'))).toBeVisible()
    await expect(page.getByText(features('thread.removedReason', { reason: 'A threat.' }))).toBeVisible()
    await expect(page.getByText(threat)).toHaveCount(0)
  }
  await mailTo(cora.email, 'A threat.')
})
