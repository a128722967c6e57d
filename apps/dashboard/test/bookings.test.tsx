// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readCustomerMail } from '@buy-locals/contracts/notification/operations'
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
  fill('Customer name', 'Cleo')
  press('Book')
}

const sentKeys = (dashboard: ReturnType<typeof startCounter>) =>
  dashboard.received(booking.bookForCustomer).map(({ idempotencyKey }) => idempotencyKey)

test('somebody on the phone is booked with all that was written down, and the board is read again', async () => {
  using dashboard = startCounter()
  const { ana, cut } = dashboard
  dashboard.open(`board/new?day=${day}`)
  await screen.findByRole('radio', { name: 'Tue, Nov 24, 10:00 AM' })
  fill('Staff', ana.id)
  await screen.findByRole('radio', { name: 'Tue, Nov 24, 11:00 AM' })
  choose('Tue, Nov 24, 11:00 AM')
  fill('Customer name', 'Cleo')
  fill('Phone', '(208) 555-0100')
  fill('Email (for a confirmation)', 'cleo@example.com')
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

test('closing the sheet of a new booking asks where a customer was written down, and nowhere else', async () => {
  using dashboard = startCounter()
  dashboard.open(`board/new?day=${day}`)
  await screen.findByRole('radio', { name: 'Tue, Nov 24, 10:00 AM' })
  fill('Customer name', 'Cleo')
  press('Close', within(screen.getByRole('dialog')))
  press('Keep editing', within(await screen.findByRole('dialog', { name: 'Leave without saving?' })))
  expect(field('Customer name').value).toBe('Cleo')
  fill('Customer name', '')
  press('Close', within(screen.getByRole('dialog', { name: 'Add a booking' })))
  await waitFor(() => expect(dashboard.path()).toBe(`/${dashboard.business.id}/board?day=${day}`))
})

test('a dialog in which something was typed asks before it closes, and keeps it', async () => {
  using dashboard = startWithBooking({ payment: 'at-venue' })
  await screen.findAllByText('Cleo')
  for (const [open, title, typed] of [
    ['Cancel booking', 'Cancel this booking?', 'Reason (the customer sees it)'],
    ['Edit', 'Edit booking', 'Note'],
  ] as const) {
    press(open)
    const dialog = within(await screen.findByRole('dialog', { name: title }))
    fill(typed, 'The boiler broke', dialog)
    press('Close', dialog)
    press('Keep editing', within(await screen.findByRole('dialog', { name: 'Leave without saving?' })))
    expect(dialog.getByDisplayValue('The boiler broke')).toBeTruthy()
    press('Close', dialog)
    press('Leave', within(await screen.findByRole('dialog', { name: 'Leave without saving?' })))
    await waitFor(() => expect(screen.queryByRole('dialog', { name: title })).toBeNull())
  }
  expect(dashboard.path()).toContain('/board/bookings/')
})

test('without a time and a name nothing is sent, and each says so', async () => {
  using dashboard = startCounter()
  dashboard.open(`board/new?day=${day}`)
  await screen.findByRole('radio', { name: 'Tue, Nov 24, 10:00 AM' })
  fill('Phone', '208 555')
  press('Book')
  await text('Select a time')
  expect(errorOf('Customer name')).toBe('Enter a name')
  expect(errorOf('Phone')).toBe('Enter a phone number with its area code, like (208) 555-0123')
  expect(sentKeys(dashboard)).toEqual([])
})

test('a custom time that is missing is said at its field', async () => {
  using dashboard = startCounter()
  dashboard.open(`board/new?day=${day}`)
  await screen.findByRole('radio', { name: 'Tue, Nov 24, 10:00 AM' })
  tick('Custom time')
  fill('Time', '')
  press('Book')
  await waitFor(() => expect(errorOf('Time')).toBe('Enter a time'))
  expect(screen.queryByText('Select a time')).toBeNull()
  expect(sentKeys(dashboard)).toEqual([])
})

test('a custom time that the clock skips is said at its field', async () => {
  using dashboard = startCounter()
  dashboard.open('board/new?day=2027-03-14')
  await screen.findByLabelText('Customer name')
  tick('Custom time')
  fill('Time', '02:30')
  press('Book')
  await waitFor(() =>
    expect(errorOf('Time')).toBe('The clocks go forward that day, and skip this time. Enter another one.'),
  )
  expect(sentKeys(dashboard)).toEqual([])
})

test('an owner may set a time of their own inside the notice and outside the hours', async () => {
  using dashboard = startCounter()
  dashboard.open(`board/new?day=${day}`)
  await screen.findByRole('radio', { name: 'Tue, Nov 24, 10:00 AM' })
  tick('Custom time')
  fill('Time', '19:30')
  tick('Ignore opening hours')
  fill('Customer name', 'Cleo')
  press('Book')
  await text(/^Booked/)
  expect(dashboard.received(booking.bookForCustomer)[0]?.body).toMatchObject({
    start: '2026-11-25T02:30:00Z',
    override: { minNotice: true, hours: true },
  })
})

test('an owner who sets a time outside the hours reads how they can be ignored', async () => {
  using dashboard = startCounter()
  dashboard.respond(booking.bookForCustomer, refuse('booking/outside-policy', { rule: 'hours' }))
  dashboard.open(`board/new?day=${day}`)
  await screen.findByRole('radio', { name: 'Tue, Nov 24, 10:00 AM' })
  tick('Custom time')
  fill('Time', '19:30')
  fill('Customer name', 'Cleo')
  press('Book')
  await text('You’re closed then. Choose another time, or check “Ignore opening hours”.')
})

test('a time of their own begins with the last start before now, inside the notice', async () => {
  using dashboard = startCounter()
  const headers = { date: 'Tue, 24 Nov 2026 17:24:00 GMT' } // 10:24 in Boise
  dashboard.respond(booking.listServices, Response.json({ items: [dashboard.cut] }, { headers }))
  dashboard.open(`board/new?day=${day}`)
  await screen.findByRole('radio', { name: 'Tue, Nov 24, 10:00 AM' })
  tick('Custom time')
  expect(field('Time').value).toBe('10:15')
  fill('Customer name', 'Cleo')
  press('Book')
  await text(/^Booked/)
  expect(dashboard.received(booking.bookForCustomer)[0]?.body).toMatchObject({
    start: '2026-11-24T17:15:00Z',
    override: { minNotice: true, hours: false },
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
  await text('That time was just taken')
  choose('Tue, Nov 24, 10:15 AM')
  expect(field('Customer name').value).toBe('Cleo')
  press('Book')
  await text(/^Booked/)
  expect(dashboard.received(booking.bookForCustomer)[1]?.body.start).toBe('2026-11-24T17:15:00Z')
})

test('pressing again after the line was down means the same booking, so it carries the same key', async () => {
  using dashboard = startCounter()
  dashboard.respond(booking.bookForCustomer, unreachable, refuse('idempotency/in-progress'), dashboard.made)
  await bookCleoAtTen(dashboard)
  await text('You’re offline. Check your connection, then try again.')
  press('Book')
  await text('We’re still working on your first try. Wait a moment.')
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
  await text('The business is closed then. Choose another time.')
  press('Book')
  await text('You’re offline. Check your connection, then try again.')
  choose('Tue, Nov 24, 11:00 AM')
  press('Book')
  await waitFor(() => expect(sentKeys(dashboard)).toHaveLength(3))
  expect(new Set(sentKeys(dashboard)).size).toBe(3)
})

/** The sheet of a booking that was paid online. */
const cleo = { name: 'Cleo', email: 'cleo@example.com' }

const usd = (amount: number) => ({ amount, currency: 'USD' as const })

function startWithBooking(
  changes: Parameters<typeof aBooking>[1] = {},
  customer: { name: string; email?: string; phone?: string } = cleo,
  search = '',
) {
  const dashboard = startDashboard()
  const { business } = dashboard
  const booked = aBooking(business.id, changes)
  const item = { ...booked, customer, resourceIds: [] }
  dashboard.respond(booking.listBusinessBookings, {
    timeZone: business.timeZone,
    items: [item],
    heldMoves: [],
    blocks: [],
  })
  dashboard.respond(booking.readBooking, booked)
  dashboard.respond(readReceipt, refuse('not-found'))
  dashboard.open(`board/bookings/${booked.id}?day=${day}${search}`)
  return Object.assign(dashboard, { booked })
}

test('an owner who cancels reads first what the customer gets back, and the customer reads the reason', async () => {
  using dashboard = startWithBooking()
  const { booked } = dashboard
  dashboard.respond(booking.cancelBooking, { ...booked, status: 'cancelled' })
  await screen.findAllByText('Cleo')
  press('Cancel booking')
  const dialog = within(await screen.findByRole('dialog', { name: 'Cancel this booking?' }))
  dialog.getByText(/^Cleo gets a full refund of \$45\.00, .* We’ll email Cleo\.$/)
  fill('Reason (the customer sees it)', 'The boiler broke', dialog)
  dashboard.respond(booking.readBooking, { ...booked, status: 'cancelled', cancelledBy: 'business' })
  press('Cancel booking', dialog)
  await text('Booking canceled.')
  expect(dashboard.received(booking.cancelBooking)).toMatchObject([
    { params: { bookingId: booked.id }, body: { reason: 'The boiler broke' } },
  ])
  await text(/^Canceled by you/)
})

test('what the server says against it is read in the dialog, which stays open', async () => {
  using dashboard = startWithBooking()
  dashboard.respond(booking.cancelBooking, refuse('booking/wrong-state'))
  await screen.findAllByText('Cleo')
  press('Cancel booking')
  const dialog = within(await screen.findByRole('dialog', { name: 'Cancel this booking?' }))
  press('Cancel booking', dialog)
  await dialog.findByText('This booking has changed in the meantime. Reload the page.')
})

test('an owner reads that mail to the customer comes back', async () => {
  using dashboard = startWithBooking()
  dashboard.respond(readCustomerMail, { bounces: true })
  await text('Email to this customer doesn’t arrive')
  expect(dashboard.received(readCustomerMail)[0]?.params).toEqual({ businessId: dashboard.business.id, bookingId: dashboard.booked.id }) // prettier-ignore
})

test.for([
  [undefined, /^Messages to this address are returned, and there is no phone number\./],
  ['+12085550100', /^Messages to this address are returned\. Call them,/],
] as const)('where mail comes back, an owner is told to call only whom they can: %s', async ([phone, shown]) => {
  using dashboard = startWithBooking({}, { ...cleo, ...(phone && { phone }) })
  dashboard.respond(readCustomerMail, { bounces: true })
  await text(shown)
})

test('an owner reads whom nobody will write to, because there is no address', async () => {
  using dashboard = startWithBooking({}, { name: 'Mrs. Kowalski' })
  await screen.findAllByText('Mrs. Kowalski')
  press('Cancel booking')
  await text(/We have no email address for Mrs. Kowalski, so let them know yourself\.$/)
  expect(dashboard.received(booking.cancelBooking)).toEqual([])
})

test('what was agreed for a no-show is read before it is marked', async () => {
  using dashboard = startWithBooking({ policy: { freeUntilHours: 24, lateRefundShare: 0, noShowRefundShare: 2000 } })
  dashboard.respond(booking.markNoShow, { ...dashboard.booked, status: 'no-show' })
  await screen.findAllByText('Cleo')
  press('No-show')
  const dialog = within(await screen.findByRole('dialog', { name: 'Mark as no-show?' }))
  dialog.getByText(/Cleo gets \$9\.00 back and you get \$36\.00/)
  press('No-show', dialog)
  await text('Marked as no-show.')
})

test('where nothing is refunded the business reads so, and no amount of zero', async () => {
  const policy = { freeUntilHours: 24, lateRefundShare: 0, noShowRefundShare: 0 }
  using dashboard = startWithBooking({ policy })
  await text(/After that, there’s no refund\. No-shows aren’t refunded\.$/)
  press('No-show')
  const dialog = within(await screen.findByRole('dialog', { name: 'Mark as no-show?' }))
  dialog.getByText(/Cleo gets no refund and you get \$45\.00/)
  expect(dashboard.received(booking.markNoShow)).toEqual([])
  expect(document.body.textContent).not.toContain('$0.00')
})

test('the history of a booking says what was refunded, nothing, or nothing of money that was never paid', async () => {
  const cancelled = { status: 'cancelled', cancelledBy: 'consumer', refundShare: 0 } as const
  for (const [changes, shown] of [
    [{ status: 'no-show', refundShare: 2_000 }, 'Marked as no-show. $9.00 refunded.'],
    [{ status: 'no-show', refundShare: 0 }, 'Marked as no-show. No refund.'],
    [cancelled, 'Canceled by the customer. No refund.'],
    [{ ...cancelled, holdExpiresAt: '2026-11-20T17:10:00Z' }, 'Canceled by the customer'],
  ] as const) {
    using dashboard = startWithBooking(changes)
    await text(shown)
    expect(dashboard.received(booking.readBooking)).toHaveLength(1)
  }
})

test('after a visit the business reads until when its money is held', async () => {
  using dashboard = startWithBooking({ status: 'completed' })
  const { id: bookingId, businessId, serviceName, start, timeZone } = dashboard.booked
  const paid = { kind: 'paid' as const, at: '2026-11-20T17:00:00Z', amount: usd(4500) }
  dashboard.respond(readReceipt, {
    ...{ bookingId, businessId, serviceName, start, timeZone, number: '1', paymentId: newId('payment') },
    ...{ businessName: 'Fenwick', paidAt: paid.at, lines: [paid], total: usd(4500) },
    ...{ funds: 'held', releaseAt: '2026-11-26T17:30:00Z' },
  })
  await text('Held until Thu, Nov 26, 10:30 AM')
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

test('of a deposit the business reads what is still due in person, unless nobody came', async () => {
  for (const status of ['confirmed', 'no-show'] as const) {
    using dashboard = startWithBooking({ payment: 'online', price: usd(6800), deposit: usd(2040), status })
    const paid = await screen.findByText('Paid online')
    const list = paid.closest('dl')?.textContent
    expect(list?.includes('Due in person$47.60')).toBe(dashboard.booked.status === 'confirmed')
  }
})

test('after the visit an owner refunds a part of what is not refunded yet, and reads what that makes in all', async () => {
  const paid = { payment: 'online' as const, deposit: usd(4500), businessRefund: usd(1000) }
  using dashboard = startWithBooking({ status: 'completed', complaintsEndAt: '2026-01-01T00:00:00Z', ...paid })
  dashboard.respond(booking.refundBooking, () => {
    dashboard.respond(booking.readBooking, { ...dashboard.booked, businessRefund: usd(1500) })
    return dashboard.booked
  })
  await text('Refunded by you: $10.00 in total')
  press('Refund')
  const dialog = within(await screen.findByRole('dialog', { name: 'Refund Cleo?' }))
  press('Refund', dialog)
  await dialog.findByText('Enter an amount, like 45 or 12.50')
  dialog.getByText('Up to $35.00. $10.00 is already refunded.')
  fill('Amount to refund', '35.01', dialog)
  press('Refund $35.01', dialog)
  await dialog.findByText('Enter $35.00 at most')
  fill('Amount to refund', '5', dialog)
  press('Refund $5.00', dialog)
  await text('Refunded by you: $15.00 in total')
  expect(dashboard.received(booking.refundBooking)[0]?.body).toEqual({ amount: usd(1500) })
})

test('staff do not refund, and nobody does while a complaint is open or nothing was paid', async () => {
  const over = { status: 'completed' as const, payment: 'online' as const, deposit: usd(4500) }
  for (const changes of [
    { ...over, complainedAt: '2026-11-24T19:00:00Z' },
    { ...over, payment: 'at-venue' as const },
  ]) {
    using dashboard = startWithBooking(changes)
    await screen.findAllByText('Cleo')
    expect(screen.queryByRole('button', { name: 'Refund' })).toBeNull()
    expect(dashboard.booked.status).toBe('completed')
  }
  using dashboard = startDashboard({ role: 'staff' })
  dashboard.respond(booking.readBooking, aBooking(dashboard.business.id, over))
  dashboard.respond(readReceipt, refuse('not-found'))
  dashboard.open(`board/bookings/${aBooking(dashboard.business.id).id}?day=${day}`)
  await text('Completed')
  expect(screen.queryByRole('button', { name: 'Refund' })).toBeNull()
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
  dialog.getByText(/The price stays the same\. We’ll email Cleo/)
  press('Move booking', dialog)
  await dialog.findByText('Select a time')
  await dialog.findByRole('radio', { name: 'Tue, Nov 24, 11:00 AM' })
  choose('Tue, Nov 24, 11:00 AM', dialog)
  press('Move booking', dialog)
  await dialog.findAllByText('That time was just taken')
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
  dashboard.respond(booking.blockTime, ({ body }) => ({ ...body, id: newId('block'), count: 1, overlapping: [] }))
  dashboard.open(`board/block?day=${day}`)
  await screen.findByLabelText('Block for')
  fill('From', '22:00')
  fill('To', '01:00')
  fill('Note (only your team sees it)', 'Inventory')
  press('Block time', within(screen.getByRole('dialog')))
  await text('Time blocked.')
  expect(dashboard.received(booking.blockTime)[0]?.body).toEqual({
    staffId: dashboard.ana.id,
    start: '2026-11-25T05:00:00Z',
    end: '2026-11-25T08:00:00Z',
    note: 'Inventory',
  })
})

test('more blocks than fit at once are refused at the last day, with what to choose instead', async () => {
  using dashboard = startCounter()
  const fault = { code: 'too-many-blocks', max: 400, detail: 'at most 400 times, one for each person and day' }
  const errors = [{ ...fault, pointer: '/body/repeatUntil' }]
  dashboard.respond(booking.blockTime, refuse('invalid-request', { errors }))
  dashboard.open(`board/block?day=${day}`)
  await screen.findByLabelText('Block for')
  fill('Last day', '2027-01-24')
  press('Block time', within(screen.getByRole('dialog')))
  const tooMany =
    'That’s more than 400 blocks, one for each person and day. Choose an earlier last day, or one person at a time.'
  await waitFor(() => expect(errorOf('Last day')).toBe(tooMany))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('what cannot be blocked because the clock skips its hour says so at the time', async () => {
  using dashboard = startCounter()
  dashboard.open('board/block?day=2027-03-14')
  await screen.findByLabelText('Block for')
  fill('From', '02:30')
  fill('To', '03:00')
  press('Block time', within(screen.getByRole('dialog')))
  const skipped = 'The clocks go forward that day, and skip this time. Enter another one.'
  await waitFor(() => expect(errorOf('From')).toBe(skipped))
  expect(dashboard.received(booking.blockTime)).toEqual([])
})

test('a block without its first day or a time says so at that field', async () => {
  using dashboard = startCounter()
  dashboard.open(`board/block?day=${day}`)
  await screen.findByLabelText('Block for')
  fill('First day', '')
  fill('From', '')
  press('Block time', within(screen.getByRole('dialog')))
  await waitFor(() => expect(errorOf('First day')).toBe('Choose a date'))
  expect(errorOf('From')).toBe('Enter a time')
  expect([errorOf('Last day'), errorOf('To')]).toEqual([undefined, undefined])
  expect(dashboard.received(booking.blockTime)).toEqual([])
})

test('a refusal that no field of a form shows is told in words', async () => {
  using dashboard = startCounter()
  const errors = [{ pointer: '/body/staffId', detail: 'nobody can be booked', code: 'no-staff' }]
  dashboard.respond(booking.blockTime, refuse('invalid-request', { errors }))
  dashboard.open(`board/block?day=${day}`)
  await screen.findByLabelText('Block for')
  press('Block time', within(screen.getByRole('dialog')))
  await text('This isn’t accepted. Nobody can be booked yet. Add staff first.')
})

test('a vacation of everyone is blocked from one sheet; leaving it half filled asks first', async () => {
  using dashboard = startCounter()
  dashboard.respond(booking.listStaff, { items: [dashboard.ana, aStaffMember(dashboard.business.id, { name: 'Ben' })] })
  dashboard.respond(booking.blockTime, ({ body }) => ({ ...body, id: newId('block'), count: 2, overlapping: [] }))
  dashboard.open(`board/block?day=${day}`)
  await screen.findByRole('option', { name: 'Everyone' })
  fill('Reason', 'vacation')
  fill('Block for', 'everyone')
  fill('Last day', '2026-11-27')
  press('Close', within(screen.getByRole('dialog')))
  const leaving = within(await screen.findByRole('dialog', { name: 'Leave without saving?' }))
  press('Keep editing', leaving)
  press('Block time', within(screen.getByRole('dialog', { name: 'Block time' })))
  await text('2 times blocked.')
  expect(dashboard.received(booking.blockTime).map(({ body }) => body)).toEqual([
    { kind: 'vacation', start: '2026-11-24T07:00:00Z', end: '2026-11-28T07:00:00Z' },
  ])
  expect(dashboard.path()).toContain('board?day=')
})

test('whoever blocks over bookings sees which of them stand', async () => {
  using dashboard = startCounter()
  const overlapping = {
    ...aBooking(dashboard.business.id, { start: '2026-11-24T20:00:00Z' }),
    customer: { name: 'Cleo' },
  }
  dashboard.respond(booking.blockTime, ({ body }) => ({
    ...body,
    id: newId('block'),
    count: 1,
    overlapping: [overlapping],
  }))
  dashboard.open(`board/block?day=${day}`)
  await screen.findByLabelText('Block for')
  press('Block time', within(screen.getByRole('dialog')))
  await text('1 booking during this time')
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
  await text('2 bookings canceled.')
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
  expect(card.textContent).toMatch(/11:00 .*Cleo.*Haircut.*Held for a time change until 9:10 AM, unpaid/)
  expect(card.getAttribute('href')).toBe(`/dashboard/${business.id}/board/bookings/${booked.id}?day=${day}`)
  card.click()
  await screen.findByText(/Tue, Nov 24, 11:00 AM is held for a time change until .*9:10 AM\. \$15\.00 is due/)
})

test('an owner corrects what was written down on the phone, and an account keeps its own name', async () => {
  using dashboard = startWithBooking({ payment: 'at-venue' })
  const { booked } = dashboard
  dashboard.respond(booking.changeBooking, { ...booked, customer: { name: 'Cleo Winter' } })
  await screen.findAllByText('Cleo')
  press('Edit')
  const dialog = within(await screen.findByRole('dialog', { name: 'Edit booking' }))
  fill('Customer name', '', dialog)
  press('Save changes', dialog)
  await waitFor(() => expect(document.activeElement).toBe(field('Customer name', dialog)))
  fill('Customer name', 'Cleo Winter', dialog)
  fill('Phone', '(208) 555-0100', dialog)
  fill('Price', '40', dialog)
  fill('Note', 'Very short', dialog)
  press('Save changes', dialog)
  await text('Booking updated')
  expect(dashboard.received(booking.changeBooking)[0]?.body).toEqual({
    customer: { name: 'Cleo Winter', phone: '+12085550100' },
    price: { amount: 4000, currency: 'USD' },
    note: 'Very short',
  })
})

test('a booking that was dropped on another time of the board is moved there once that is confirmed', async () => {
  using dashboard = startWithBooking({ payment: 'at-venue' }, cleo, '&to=2026-11-24T18:15:00Z')
  const { booked } = dashboard
  dashboard.respond(booking.listServices, { items: [] })
  dashboard.respond(booking.listStaff, { items: [] })
  dashboard.respond(booking.findSlots, { timeZone: dashboard.business.timeZone, items: [] })
  dashboard.respond(booking.rescheduleBooking, { ...booked, start: '2026-11-24T18:15:00Z' })
  const dialog = within(await screen.findByRole('dialog', { name: 'Move this booking' }))
  expect(field('Time', dialog).value).toBe('11:15')
  fill('Time', '', dialog)
  press('Move booking', dialog)
  await waitFor(() => expect(errorOf('Time', dialog)).toBe('Enter a time'))
  expect(dialog.queryByRole('alert')).toBeNull()
  fill('Time', '11:15', dialog)
  press('Move booking', dialog)
  await waitFor(() =>
    expect(dashboard.received(booking.rescheduleBooking)[0]?.body).toMatchObject({ start: '2026-11-24T18:15:00Z' }),
  )
})

/** Cleo and Dora have booked a class that is over. */
function startAttendance(changes: Parameters<typeof aBooking>[1] = {}) {
  const dashboard = startDashboard()
  const { business } = dashboard
  const yoga = aService(business.id, { name: 'Yoga', capacity: 5 })
  const span = { start: '2020-11-23T17:00:00Z', end: '2020-11-23T18:00:00Z' }
  const groupSessionId = newId('groupSession')
  const items = ['Cleo', 'Dora'].map((name) => ({
    ...aBooking(business.id, { serviceId: yoga.id, serviceName: 'Yoga', ...span, ...changes }),
    ...{ customer: { name }, resourceIds: [], groupSessionId },
  }))
  dashboard.respond(booking.listServices, { items: [yoga] })
  dashboard.respond(booking.listBusinessBookings, { timeZone: business.timeZone, items, heldMoves: [], blocks: [] })
  dashboard.open(`board/groups/${items[0]?.id}?day=2020-11-23`)
  return Object.assign(dashboard, { items })
}

test('of a class everybody is written to at once, and who came is noted with one press each', async () => {
  using dashboard = startAttendance({ payment: 'at-venue' })
  const { items } = dashboard
  dashboard.respond(booking.messageGroupSession, { sent: 2 })
  dashboard.respond(booking.markNoShow, items[1] as never)
  await screen.findAllByText('Dora')
  press('Message everyone')
  const dialog = within(await screen.findByRole('dialog', { name: 'Message everyone' }))
  press('Send', dialog)
  await dialog.findByText('Enter a message')
  fill('Message', 'Bring a mat', dialog)
  press('Send', dialog)
  await text('Sent to 2 people')
  expect(dashboard.received(booking.messageGroupSession)[0]?.body).toEqual({ text: 'Bring a mat' })
  press('Dora is a no-show')
  await waitFor(() => expect(dashboard.received(booking.markNoShow)).toHaveLength(1))
  expect(dashboard.received(booking.markNoShow)[0]?.params).toEqual({ bookingId: items[1]?.id })
})

test('a no-show of a class that was paid online says what the customer gets back before it is marked', async () => {
  const policy = { freeUntilHours: 24, lateRefundShare: 0, noShowRefundShare: 2000 }
  using dashboard = startAttendance({ payment: 'online', policy })
  dashboard.respond(booking.markNoShow, { ...dashboard.items[1], status: 'no-show' } as never)
  await screen.findAllByText('Dora')
  press('Dora is a no-show')
  const dialog = within(await screen.findByRole('dialog', { name: 'Mark as no-show?' }))
  dialog.getByText(/Dora gets \$9\.00 back and you get \$36\.00/)
  expect(dashboard.received(booking.markNoShow)).toEqual([])
  press('No-show', dialog)
  await text('Marked as no-show.')
  expect(dashboard.received(booking.markNoShow)).toMatchObject([{ params: { bookingId: dashboard.items[1]?.id } }])
})

test('who came is taken back only while the complaint window is open', async () => {
  for (const [complaintsEndAt, undos] of [
    ['2999-01-01T00:00:00Z', 2],
    ['2020-11-25T18:00:00Z', 0],
  ] as const) {
    using dashboard = startAttendance({ status: 'completed', complaintsEndAt })
    await text('Attendance')
    expect(screen.queryAllByRole('button', { name: /^Undo for/ })).toHaveLength(undos)
    expect(dashboard.received(booking.reopenBooking)).toEqual([])
  }
})
