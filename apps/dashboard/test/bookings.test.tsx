// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { newId } from '@buy-locals/values/ids'
import { choose, errorOf, field, fill, press, tick } from '@buy-locals/features/testing/acts'
import { aBooking, aService, aStaffMember } from '@buy-locals/features/testing/examples'
import { startDashboard, text } from './support'

const day = '2026-11-24'
const slot = (start: string, end: string) => ({ start, end, seatsLeft: 1 })
const ten = slot('2026-11-24T17:00:00Z', '2026-11-24T17:30:00Z')
const eleven = slot('2026-11-24T18:00:00Z', '2026-11-24T18:30:00Z')

/** Somebody calls: the sheet for a new booking, with two free starts. */
function startCounter() {
  const dashboard = startDashboard()
  const { business } = dashboard
  const ana = aStaffMember(business.id)
  const cut = aService(business.id, { staffIds: [ana.id] })
  const made = { ...aBooking(business.id, { payment: 'at-venue' }), customer: { name: 'Cleo' } }
  dashboard.respond(booking.listServices, { items: [cut] })
  dashboard.respond(booking.listStaff, { items: [ana] })
  dashboard.respond(booking.listBusinessBookings, { timeZone: business.timeZone, items: [], heldMoves: [], blocks: [] })
  dashboard.respond(booking.findSlots, { timeZone: business.timeZone, items: [ten, eleven] })
  dashboard.respond(booking.bookForCustomer, made)
  return Object.assign(dashboard, { ana, cut, made })
}

async function bookCleoAtTen(dashboard: ReturnType<typeof startCounter>) {
  dashboard.open(`board/new?day=${day}`)
  await screen.findByRole('radio', { name: 'Tue, Nov 24, 10:00 AM' })
  choose('Tue, Nov 24, 10:00 AM')
  fill('Name of the customer', 'Cleo')
  press('Book')
}

const sentKeys = (dashboard: ReturnType<typeof startCounter>) =>
  dashboard.received(booking.bookForCustomer).map(({ idempotencyKey }) => idempotencyKey)

test('somebody on the phone is booked with all that was written down, and the board is read again', async () => {
  using dashboard = startCounter()
  const { ana, cut } = dashboard
  dashboard.open(`board/new?day=${day}`)
  await screen.findByRole('radio', { name: 'Tue, Nov 24, 10:00 AM' })
  fill('Person', ana.id)
  await screen.findByRole('radio', { name: 'Tue, Nov 24, 11:00 AM' })
  choose('Tue, Nov 24, 11:00 AM')
  fill('Name of the customer', 'Cleo')
  fill('Phone', '(208) 555-0100')
  fill('Email, for a confirmation', 'cleo@example.com')
  fill('Note', 'Sensitive skin')
  const reads = dashboard.received(booking.listBusinessBookings).length
  press('Book')
  await text('Booked: Haircut, Tue, Nov 24, 10:00 AM.')
  expect(dashboard.received(booking.bookForCustomer)[0]?.body).toEqual({
    serviceId: cut.id,
    staffId: ana.id,
    start: eleven.start,
    partySize: 1,
    customer: { name: 'Cleo', phone: '+12085550100', email: 'cleo@example.com' },
    note: 'Sensitive skin',
  })
  await waitFor(() => expect(dashboard.received(booking.listBusinessBookings).length).toBeGreaterThan(reads))
  await waitFor(() => expect(dashboard.path()).toBe(`/${dashboard.business.id}/board?day=${day}`))
})

test('a time that was pressed on the board is chosen as soon as it turns out to be free', async () => {
  using dashboard = startCounter()
  dashboard.open(`board/new?day=${day}&time=11:00&staff=${dashboard.ana.id}`)
  const pressed = await screen.findByRole('radio', { name: 'Tue, Nov 24, 11:00 AM' })
  await waitFor(() => expect(pressed.getAttribute('aria-checked')).toBe('true'))
})

test('without a time and a name nothing is sent, and each says so', async () => {
  using dashboard = startCounter()
  dashboard.open(`board/new?day=${day}`)
  await screen.findByRole('radio', { name: 'Tue, Nov 24, 10:00 AM' })
  fill('Phone', '208 555')
  press('Book')
  await text('Pick a time first.')
  expect(errorOf('Name of the customer')).toBeTruthy()
  expect(errorOf('Phone')).toBe('Enter a phone number with its area code, like (208) 555-0123.')
  expect(sentKeys(dashboard)).toEqual([])
})

test('an owner may set a time of their own inside the notice and outside the hours', async () => {
  using dashboard = startCounter()
  dashboard.open(`board/new?day=${day}`)
  await screen.findByRole('radio', { name: 'Tue, Nov 24, 10:00 AM' })
  tick('Set a time of my own')
  fill('Time', '19:30')
  tick('Even if it is outside our hours')
  fill('Name of the customer', 'Cleo')
  press('Book')
  await text(/^Booked/)
  expect(dashboard.received(booking.bookForCustomer)[0]?.body).toMatchObject({
    start: '2026-11-25T02:30:00Z',
    override: { minNotice: false, hours: true },
  })
})

test('when the time has just been taken, the nearest free ones are offered and what was written stays', async () => {
  using dashboard = startCounter()
  dashboard.respond(
    booking.bookForCustomer,
    refuse('booking/slot-taken', { alternatives: [slot('2026-11-24T17:15:00Z', '2026-11-24T17:45:00Z')] }),
    dashboard.made,
  )
  await bookCleoAtTen(dashboard)
  await text('Somebody has just taken that time')
  choose('Tue, Nov 24, 10:15 AM')
  expect(field('Name of the customer').value).toBe('Cleo')
  press('Book')
  await text(/^Booked/)
  expect(dashboard.received(booking.bookForCustomer)[1]?.body.start).toBe('2026-11-24T17:15:00Z')
})

test('pressing again after the line was down means the same booking, so it carries the same key', async () => {
  using dashboard = startCounter()
  dashboard.respond(booking.bookForCustomer, unreachable, refuse('idempotency/in-progress'), dashboard.made)
  await bookCleoAtTen(dashboard)
  await text('We cannot be reached. Check your connection, then try again.')
  press('Book')
  await text('We are still working on your first try. Wait a moment.')
  press('Book')
  await text(/^Booked/)
  const [first, ...again] = sentKeys(dashboard)
  expect(again).toEqual([first, first])
})

test('after a final refusal, or with another time, pressing again is another attempt with another key', async () => {
  using dashboard = startCounter()
  dashboard.respond(
    booking.bookForCustomer,
    refuse('booking/outside-policy', { rule: 'hours' }),
    unreachable,
    unreachable,
  )
  await bookCleoAtTen(dashboard)
  await text('The business is closed then. Pick another time.')
  press('Book')
  await text('We cannot be reached. Check your connection, then try again.')
  choose('Tue, Nov 24, 11:00 AM')
  press('Book')
  await waitFor(() => expect(sentKeys(dashboard)).toHaveLength(3))
  expect(new Set(sentKeys(dashboard)).size).toBe(3)
})

/** The sheet of a booking that was paid online. */
function startWithBooking(changes: Parameters<typeof aBooking>[1] = {}) {
  const dashboard = startDashboard()
  const { business } = dashboard
  const booked = aBooking(business.id, changes)
  const item = { ...booked, customer: { name: 'Cleo' }, resourceIds: [] }
  dashboard.respond(booking.listBusinessBookings, {
    timeZone: business.timeZone,
    items: [item],
    heldMoves: [],
    blocks: [],
  })
  dashboard.respond(booking.readBooking, booked)
  dashboard.respond(readReceipt, refuse('not-found'))
  dashboard.open(`board/bookings/${booked.id}?day=${day}`)
  return Object.assign(dashboard, { booked })
}

test('an owner who cancels reads first what the customer gets back, and the customer reads the reason', async () => {
  using dashboard = startWithBooking()
  const { booked } = dashboard
  dashboard.respond(booking.cancelBooking, { ...booked, status: 'cancelled' })
  await screen.findAllByText('Cleo')
  press('Cancel booking')
  const dialog = within(await screen.findByRole('dialog', { name: 'Cancel this booking?' }))
  dialog.getByText(/^Cleo gets \$45\.00 back, all that was paid/)
  fill('Reason (the customer reads it)', 'The boiler broke', dialog)
  dashboard.respond(booking.readBooking, { ...booked, status: 'cancelled', cancelledBy: 'business' })
  press('Cancel booking', dialog)
  await text('Cancelled. The customer is told.')
  expect(dashboard.received(booking.cancelBooking)).toMatchObject([
    { params: { bookingId: booked.id }, body: { reason: 'The boiler broke' } },
  ])
  await text(/^Cancelled by you/)
})

test('what the server says against it is read in the dialog, which stays open', async () => {
  using dashboard = startWithBooking()
  dashboard.respond(booking.cancelBooking, refuse('booking/wrong-state'))
  await screen.findAllByText('Cleo')
  press('Cancel booking')
  const dialog = within(await screen.findByRole('dialog', { name: 'Cancel this booking?' }))
  press('Cancel booking', dialog)
  await dialog.findByText('The booking has changed meanwhile. Load the page again to see how it stands.')
})

test('what was agreed for a no-show is read before it is marked', async () => {
  using dashboard = startWithBooking({ policy: { freeUntilHours: 24, lateRefundShare: 0, noShowRefundShare: 2000 } })
  dashboard.respond(booking.markNoShow, { ...dashboard.booked, status: 'no-show' })
  await screen.findAllByText('Cleo')
  press('No-show')
  const dialog = within(await screen.findByRole('dialog', { name: 'Nobody came?' }))
  dialog.getByText(/Cleo gets \$9\.00 back, and \$36\.00 goes to you/)
  press('No-show', dialog)
  await text('Marked as a no-show.')
})

test('a no-show is undone with one press while the complaint window is open', async () => {
  const complaintsEndAt = '2999-01-01T00:00:00Z'
  using dashboard = startWithBooking({ status: 'no-show', refundShare: 0, complaintsEndAt })
  dashboard.respond(booking.reopenBooking, { ...dashboard.booked, status: 'confirmed' })
  await screen.findAllByText('Cleo')
  press('Undo no-show')
  await text('The booking is confirmed again.')
  expect(dashboard.received(booking.reopenBooking)).toHaveLength(1)
})

test('what is final cannot be undone', async () => {
  using dashboard = startWithBooking({ status: 'completed', complaintsEndAt: '2026-01-01T00:00:00Z' })
  await screen.findAllByText('Cleo')
  expect(screen.queryByRole('button', { name: 'Undo completion' })).toBeNull()
  expect(dashboard.received(booking.reopenBooking)).toEqual([])
})

test('an owner moves a booking to a free start and reads afterwards where it was before', async () => {
  using dashboard = startWithBooking()
  const { booked } = dashboard
  const moved = {
    ...{ ...booked, start: eleven.start, end: eleven.end, version: 2, rescheduledBy: 'business' as const },
    ...{ rescheduledAt: '2026-11-21T20:00:00Z', previousStart: booked.start },
  }
  const service = aService(booked.businessId, { id: booked.serviceId })
  dashboard.respond(booking.listServices, { items: [service] })
  dashboard.respond(booking.listStaff, { items: [] })
  dashboard.respond(booking.findSlots, { timeZone: dashboard.business.timeZone, items: [eleven] })
  dashboard.respond(booking.rescheduleBooking, refuse('booking/slot-taken', { alternatives: [eleven] }), () => {
    dashboard.respond(booking.readBooking, moved)
    return moved
  })
  await screen.findAllByText('Cleo')
  press('Move')
  const dialog = within(await screen.findByRole('dialog', { name: 'Move this booking' }))
  dialog.getByText(/The price stays the same, and Cleo is told the new time/)
  press('Move booking', dialog)
  await dialog.findByText('Pick a time first.')
  await dialog.findByRole('radio', { name: 'Tue, Nov 24, 11:00 AM' })
  choose('Tue, Nov 24, 11:00 AM', dialog)
  press('Move booking', dialog)
  await dialog.findAllByText('Somebody has just taken that time')
  press('Move booking', dialog)
  await text(/^Moved to Tue, Nov 24, 11:00 AM/)
  await text(/^Moved by you, from Tue, Nov 24, 10:00 AM/)
  expect(dashboard.received(booking.rescheduleBooking)[1]).toMatchObject({
    params: { bookingId: booked.id },
    body: { start: eleven.start },
  })
})

test('a visit that took place is completed with one press', async () => {
  using dashboard = startWithBooking()
  dashboard.respond(booking.completeBooking, { ...dashboard.booked, status: 'completed' })
  await screen.findAllByText('Cleo')
  press('Complete')
  await text('Completed.')
  expect(dashboard.received(booking.completeBooking)).toHaveLength(1)
})

test('time is blocked for one person, past midnight too', async () => {
  using dashboard = startCounter()
  dashboard.respond(booking.blockTime, ({ body }) => ({ ...body, id: newId('block'), overlapping: [] }))
  dashboard.open(`board/block?day=${day}`)
  await screen.findByLabelText('Who or what')
  fill('From', '22:00')
  fill('To', '01:00')
  fill('Why (only your team sees it)', 'Inventory')
  press('Block time', within(screen.getByRole('dialog')))
  await text('Blocked.')
  expect(dashboard.received(booking.blockTime)[0]?.body).toEqual({
    staffId: dashboard.ana.id,
    start: '2026-11-25T05:00:00Z',
    end: '2026-11-25T08:00:00Z',
    note: 'Inventory',
  })
})

test('whoever blocks over bookings sees which of them stand', async () => {
  using dashboard = startCounter()
  const overlapping = {
    ...aBooking(dashboard.business.id, { start: '2026-11-24T20:00:00Z' }),
    customer: { name: 'Cleo' },
  }
  dashboard.respond(booking.blockTime, ({ body }) => ({ ...body, id: newId('block'), overlapping: [overlapping] }))
  dashboard.open(`board/block?day=${day}`)
  await screen.findByLabelText('Who or what')
  press('Block time', within(screen.getByRole('dialog')))
  await text('There is 1 booking in this time')
  const link = within(screen.getByRole('dialog')).getByRole('link', { name: /^Cleo, Haircut/ })
  expect(link.getAttribute('href')).toContain(`board/bookings/${overlapping.id}`)
})

test('a whole group session is cancelled with a message that is not left out', async () => {
  using dashboard = startDashboard()
  const { business } = dashboard
  const yoga = aService(business.id, { name: 'Yoga', capacity: 5 })
  const groupSessionId = newId('groupSession')
  const items = ['Cleo', 'Dora'].map((name) => ({
    ...aBooking(business.id, { serviceId: yoga.id, serviceName: 'Yoga', start: '2026-11-24T17:00:00Z' }),
    ...{ customer: { name }, resourceIds: [], groupSessionId },
  }))
  dashboard.respond(booking.listServices, { items: [yoga] })
  dashboard.respond(booking.listStaff, { items: [] })
  dashboard.respond(booking.listResources, { items: [] })
  dashboard.respond(booking.listBusinessBookings, { timeZone: business.timeZone, items, heldMoves: [], blocks: [] })
  dashboard.respond(booking.cancelGroupSession, { cancelled: 2 })
  dashboard.open(`board/groups/${items[0]?.id}?day=${day}`)
  await screen.findAllByText('Dora')
  press('Cancel for everyone')
  const dialog = within(await screen.findByRole('dialog', { name: 'Cancel for everyone?' }))
  press('Cancel for everyone', dialog)
  await dialog.findByText('Enter a message')
  fill('Message to everyone who booked', 'Kim is ill, sorry!', dialog)
  press('Cancel for everyone', dialog)
  await text('2 bookings cancelled.')
  expect(dashboard.received(booking.cancelGroupSession)).toMatchObject([
    { params: { businessId: business.id, groupSessionId }, body: { reason: 'Kim is ill, sorry!' } },
  ])
})

test('a time that is held for a move stands on the board until it is paid, and leads to the booking', async () => {
  using dashboard = startDashboard()
  const { business } = dashboard
  const ana = aStaffMember(business.id)
  const usd = (amount: number) => ({ amount, currency: 'USD' as const })
  const heldMove = {
    ...{ version: 3, start: '2026-11-24T18:00:00Z', end: '2026-11-24T18:30:00Z', staffId: ana.id },
    ...{ price: usd(6000), deposit: usd(6000), due: usd(1500), holdExpiresAt: '2026-11-24T16:10:00Z' },
  }
  const booked = aBooking(business.id, { start: '2026-11-25T17:00:00Z', end: '2026-11-25T17:30:00Z', heldMove })
  const item = { ...booked, customer: { name: 'Cleo' }, resourceIds: [] }
  dashboard.respond(booking.listStaff, { items: [ana] })
  dashboard.respond(booking.listBusinessBookings, { timeZone: business.timeZone, items: [], heldMoves: [item], blocks: [] }) // prettier-ignore
  dashboard.respond(booking.readBooking, booked)
  dashboard.respond(readReceipt, refuse('not-found'))
  dashboard.open(`board?day=${day}`)
  const card = (await screen.findAllByRole('link', { name: /Cleo.*Haircut/ }))[0] as HTMLElement
  expect(card.textContent).toMatch(/11:00 .*Cleo.*Haircut.*Held for a move, unpaid until 9:10 AM/)
  expect(card.getAttribute('href')).toBe(`/dashboard/${business.id}/board/bookings/${booked.id}?day=${day}`)
  card.click()
  await screen.findByText(/Tue, Nov 24, 11:00 AM is held for a move until .*9:10 AM; \$15\.00 is still to pay/)
})
