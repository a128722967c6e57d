// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import {
  addService,
  changeService,
  findBookingsOutsideHours,
  listServices,
  listStaff,
} from '@buy-locals/contracts/booking/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { listTransactions } from '@buy-locals/contracts/payment/operations'
import { choose, errorOf, field, fill, press, tick } from '@buy-locals/features/testing/acts'
import { aBooking, aService, aStaffMember } from '@buy-locals/features/testing/examples'
import { heading, startDashboard, text } from './support'

test('all that an owner writes of a new service is sent, and then the list of services is shown', async () => {
  using dashboard = startDashboard()
  const { business } = dashboard
  const [ana, ben] = [aStaffMember(business.id), aStaffMember(business.id, { name: 'Ben' })]
  dashboard.respond(listStaff, { items: [ana, ben] })
  dashboard.respond(addService, aService(business.id))
  dashboard.open('services/new')

  await screen.findByRole('radio', { name: /^Online/ })
  fill('Name', 'Hot towel shave')
  fill('Description', 'With a straight razor.')
  fill('Duration', '45')
  fill('Price', '38.50')
  fill('Spots', '2')
  tick('Ben')
  choose('Online')
  fill('Deposit (%)', '25')
  fill('Free cancellation up to', '48')
  fill('Late cancellation refund', '50')
  fill('No-show refund', '12.5')
  fill('Start times every', '30')
  fill('Minimum notice', '120')
  fill('Bookable up to', '90')
  fill('Buffer before', '5')
  fill('Buffer after', '10')
  press('Save')
  await text('Saved.')
  await heading('Services')
  expect(dashboard.received(addService)[0]?.body).toEqual({
    name: 'Hot towel shave',
    description: 'With a straight razor.',
    durationMinutes: 45,
    price: { amount: 3850, currency: 'USD' },
    capacity: 2,
    staffIds: [ana.id],
    resourceIds: [],
    payment: 'online',
    depositBasisPoints: 2500,
    policy: { freeUntilHours: 48, lateRefundShare: 5000, noShowRefundShare: 1250 },
    stepMinutes: 30,
    minNoticeMinutes: 120,
    maxHorizonDays: 90,
    bufferBeforeMinutes: 5,
    bufferAfterMinutes: 10,
  })
})

test('a service without a name or a price is not sent, and each line says what it lacks', async () => {
  using dashboard = startDashboard()
  dashboard.open('services/new')
  await screen.findByLabelText('Name')
  press('Save')
  await screen.findAllByText('Enter a name')
  expect([errorOf('Name'), errorOf('Price')]).toEqual(['Enter a name', 'Enter an amount, like 45 or 12.50'])
  expect(errorOf('Spots')).toBeUndefined()
})

test('a price with its sign and spaces, and a percentage with a comma, are taken as they are meant', async () => {
  using dashboard = startDashboard()
  const { business } = dashboard
  dashboard.respond(addService, aService(business.id))
  dashboard.open('services/new')
  await screen.findByRole('radio', { name: /^Online/ })
  fill('Name', 'Hot towel shave')
  fill('Price', '$ 1,038.50 ')
  choose('Online')
  fill('Deposit (%)', '12,5 %')
  fill('No-show refund', '2.5%')
  press('Save')
  await text('Saved.')
  expect(dashboard.received(addService)[0]?.body).toMatchObject({
    price: { amount: 103_850, currency: 'USD' },
    depositBasisPoints: 1250,
    policy: { noShowRefundShare: 250 },
  })
})

test('a price and a share that cannot be read stay in their fields, which say how to write them', async () => {
  using dashboard = startDashboard()
  dashboard.open('services/new')
  await screen.findByRole('radio', { name: /^Online/ })
  fill('Name', 'Hot towel shave')
  fill('Price', 'about forty')
  choose('Online')
  fill('Deposit (%)', 'half')
  press('Save')
  await screen.findAllByText('Enter an amount, like 45 or 12.50')
  expect([errorOf('Price'), errorOf('Deposit (%)')]).toEqual([
    'Enter an amount, like 45 or 12.50',
    'Enter a number, like 5 or 2.5',
  ])
  expect([field('Price').value, field('Deposit (%)').value]).toEqual(['about forty', 'half'])
  expect(dashboard.received(addService)).toEqual([])
})

test('what the server finds wrong stands at the line it is about', async () => {
  using dashboard = startDashboard()
  const errors = [
    { pointer: '/body/capacity', detail: 'Too big: expected number to be <=500', code: 'too-big', max: 500 },
  ]
  dashboard.respond(addService, refuse('invalid-request', { errors }))
  dashboard.open('services/new')
  await screen.findByLabelText('Name')
  fill('Name', 'Yoga')
  fill('Price', '12')
  press('Save')
  await text('Enter 500 or less')
  expect(errorOf('Spots')).toBe('Enter 500 or less')
  expect(field('Name').value).toBe('Yoga')
})

test('a change is saved over the version that was read', async () => {
  using dashboard = startDashboard()
  const service = aService(dashboard.business.id)
  dashboard.respond(listServices, { items: [service] })
  dashboard.respond(changeService, { ...service, version: 5 })
  dashboard.open(`services/${service.id}`)
  await heading('Edit Haircut')
  fill('Price', '50')
  press('Save')
  await text('Saved.')
  const [change] = dashboard.received(changeService)
  expect(change).toMatchObject({ ifMatch: '"4"', body: { name: 'Haircut', price: { amount: 5000, currency: 'USD' } } })
})

async function renameWhileSomebodyElseDoes() {
  const dashboard = startDashboard()
  const service = aService(dashboard.business.id)
  dashboard.respond(listServices, { items: [service] }, { items: [{ ...service, name: 'Trim', version: 9 }] })
  dashboard.respond(changeService, refuse('stale'), { ...service, version: 10 })
  dashboard.open(`services/${service.id}`)
  await heading('Edit Haircut')
  fill('Name', 'Haircut and wash')
  press('Save')
  await text('Someone else changed this while you were editing')
  return dashboard
}

test('when somebody else was faster, an owner can save their own text over it', async () => {
  using dashboard = await renameWhileSomebodyElseDoes()
  expect(field('Name').value).toBe('Haircut and wash')
  press('Save mine')
  await text('Saved.')
  expect(dashboard.received(changeService)[1]).toMatchObject({ ifMatch: '"9"', body: { name: 'Haircut and wash' } })
})

test('when somebody else was faster, an owner can take their text and go on from there', async () => {
  using dashboard = await renameWhileSomebodyElseDoes()
  press('Use theirs')
  await screen.findByDisplayValue('Trim')
  press('Save')
  await text('Saved.')
  expect(dashboard.received(changeService)[1]).toMatchObject({ ifMatch: '"9"', body: { name: 'Trim' } })
})

test('a service is withdrawn only after asking, which names the bookings that stand, and nothing else of it is changed', async () => {
  using dashboard = startDashboard()
  const service = aService(dashboard.business.id)
  dashboard.respond(listServices, { items: [service] })
  dashboard.respond(changeService, { ...service, active: false })
  const upcoming = { ...aBooking(dashboard.business.id), customer: { name: 'Cleo' } }
  dashboard.respond(findBookingsOutsideHours, { count: 1, items: [upcoming] })
  dashboard.open(`services/${service.id}`)
  await heading('Edit Haircut')
  press('Archive')
  const dialog = await screen.findByRole('dialog', { name: 'Archive Haircut?' })
  await within(dialog).findByText('1 upcoming booking is kept')
  await within(dialog).findByRole('link', { name: /Cleo, Haircut/ })
  expect(dashboard.received(findBookingsOutsideHours)).toMatchObject([{ body: { serviceId: service.id } }])
  expect(dashboard.received(changeService)).toEqual([])
  press('Archive', within(dialog))
  await text('Archived.')
  expect(dashboard.received(changeService)).toMatchObject([{ body: { active: false }, ifMatch: '"4"' }])
})

test('with payments off nobody reads of paying or refunding online: service form, list and money page', async () => {
  using dashboard = startDashboard()
  const online = aService(dashboard.business.id, { payment: 'online' })
  dashboard.respond(readConfig, Response.json({ payments: { mode: 'off' } }))
  dashboard.respond(listServices, { items: [online] })
  dashboard.respond(listTransactions, { items: [] })
  const money = /online|refund|given back|deposit|payment provider/i
  const expectNoMoney = () => expect(document.body.textContent).not.toMatch(money)
  dashboard.open('services/new')
  await screen.findByLabelText('Price')
  expectNoMoney()
  cleanup()
  dashboard.open('services')
  await text(/at the shop/i)
  expectNoMoney()
  cleanup()
  dashboard.open('money')
  await text('Customers pay you in person')
  expectNoMoney()
})
