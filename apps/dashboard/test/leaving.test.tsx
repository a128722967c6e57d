// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { listReviews } from '@buy-locals/contracts/review/operations'
import { choose, field, fill, press, tick } from '@buy-locals/features/testing/acts'
import { aBooking, aReview, aService } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { startDashboard, text } from './support'

const day = '2026-11-24'
const complaint = { text: 'Nobody was there.', decideBy: '2999-01-01T00:00:00Z' }

const leaving = async () => within(await screen.findByRole('dialog', { name: 'Leave without saving?' }))

/** What was typed is still there for whoever stays, and is lost only once they say so. */
async function expectGuard(leave: () => void, stands: () => void) {
  leave()
  press('Keep editing', await leaving())
  stands()
  leave()
  press('Leave', await leaving())
}

function startBooking(changes: Parameters<typeof aBooking>[1] = {}) {
  const dashboard = startDashboard()
  const { business } = dashboard
  const booked = { ...aBooking(business.id, changes), ...(changes?.complainedAt && { complaint }) }
  const items = [{ ...booked, customer: { name: 'Cleo' }, resourceIds: [] }]
  dashboard.respond(booking.listBusinessBookings, { timeZone: business.timeZone, items, heldMoves: [], blocks: [] })
  dashboard.respond(booking.readBooking, booked)
  dashboard.respond(booking.findSlots, { timeZone: business.timeZone, items: [] })
  dashboard.respond(readReceipt, refuse('not-found'))
  dashboard.open(`board/bookings/${booked.id}?day=${day}`)
  return Object.assign(dashboard, { booked })
}

test('a reply to a complaint is not lost by closing the booking', async () => {
  using dashboard = startBooking({ status: 'completed', complainedAt: '2026-11-24T19:00:00Z' })
  await screen.findByRole('button', { name: 'Send reply' })
  fill('Your reply', 'The bus was late.')
  await expectGuard(
    () => press('Close', within(screen.getByRole('dialog', { name: 'Haircut' }))),
    () => expect(field('Your reply').value).toBe('The bus was late.'),
  )
  await waitFor(() => expect(dashboard.path()).toBe(`/${dashboard.business.id}/board?day=${day}`))
})

const offering = { status: 'completed', complainedAt: '2026-11-24T19:00:00Z', offeredShare: 4_000 } as const

test('a reply to a complaint that is corrected offers the same refund again', async () => {
  using dashboard = startBooking(offering)
  const send = await screen.findByRole('button', { name: 'Send reply' })
  dashboard.respond(booking.replyToComplaint, dashboard.booked)
  expect(field('Refund to offer (optional)').value).toBe('18.00')
  fill('Your reply', 'The bus was late. Sorry!')
  expect(screen.queryByText(/withdraws/)).toBeNull()
  fireEvent.click(send)
  await waitFor(() => expect(dashboard.received(booking.replyToComplaint)).toHaveLength(1))
  expect(dashboard.received(booking.replyToComplaint)[0]).toMatchObject({ body: { offeredShare: 4_000 } })
})

test('whoever takes the refund out of their reply reads that this withdraws it, before it is sent', async () => {
  using dashboard = startBooking(offering)
  const send = await screen.findByRole('button', { name: 'Send reply' })
  dashboard.respond(booking.replyToComplaint, dashboard.booked)
  fill('Your reply', 'We were open.')
  for (const none of ['', '0']) {
    fill('Refund to offer (optional)', none)
    await text('Sending this withdraws your offer to refund $18.00')
  }
  fill('Refund to offer (optional)', '10')
  expect(screen.queryByText(/withdraws/)).toBeNull()
  fill('Refund to offer (optional)', '')
  fireEvent.click(send)
  await waitFor(() => expect(dashboard.received(booking.replyToComplaint)).toHaveLength(1))
  expect(dashboard.received(booking.replyToComplaint)[0]?.body).toEqual({ text: 'We were open.' })
})

test('how a complaint ended stands with it, and what was offered before is no offer any more', async () => {
  using dashboard = startBooking({ ...offering, complaintDecision: 'refunded', refundShare: 6_000 })
  const ending = await screen.findAllByText('Refund approved: $27.00 to the customer')
  expect(ending, 'in its card and in the history').toHaveLength(2)
  await text('You offered to refund $18.00')
  expect(screen.queryByText('You offer to refund $18.00')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Send reply' })).toBeNull()
  expect(dashboard.path()).toContain(dashboard.booked.id)
})

test('a reply to a review is not lost by Cancel, nor by a link', async () => {
  using dashboard = startDashboard()
  const rating = { mean: 4, count: 1, byStars: [0, 0, 0, 1, 0] as [number, number, number, number, number] }
  dashboard.respond(listReviews, { items: [aReview(dashboard.business.id)], rating })
  dashboard.open('reviews')
  const reply = await screen.findByRole('button', { name: 'Reply to Cleo' })
  fireEvent.click(reply)
  fill('Your reply', 'Thank you')
  fireEvent.click(screen.getAllByRole('link', { name: 'Team' })[0]!)
  press('Keep editing', await leaving())
  await expectGuard(
    () => press('Cancel'),
    () => expect(field('Your reply').value).toBe('Thank you'),
  )
  await screen.findByRole('button', { name: 'Reply to Cleo' })
})

test('of several forms on a page the one that was typed into asks', async () => {
  using dashboard = startDashboard()
  const rating = { mean: 4, count: 2, byStars: [0, 0, 0, 2, 0] as [number, number, number, number, number] }
  const [first, second] = [aReview(dashboard.business.id), aReview(dashboard.business.id)]
  dashboard.respond(listReviews, { items: [first, { ...second, id: newId('review'), by: 'Dora' }], rating })
  dashboard.open('reviews')
  fireEvent.click(await screen.findByRole('button', { name: 'Reply to Cleo' }))
  fill('Your reply', 'Thank you')
  press('Reply to Dora')
  fireEvent.click(screen.getAllByRole('link', { name: 'Team' })[0]!)
  press('Keep editing', await leaving())
  expect(screen.getByDisplayValue('Thank you')).toBeTruthy()
})

test('a note that is edited is not lost by Cancel', async () => {
  using dashboard = startDashboard()
  const note = { id: newId('customerNote'), text: 'Allergic to nuts', writtenAt: '2026-11-03T17:00:00Z', version: 1 }
  const cleo = { id: newId('customer'), name: 'Cleo', hasAccount: false, visits: 3 }
  dashboard.respond(booking.readCustomer, { ...cleo, cancelled: 0, noShows: 0, spent: [], notes: [note] })
  dashboard.respond(booking.listCustomerBookings, { items: [] })
  dashboard.open(`customers/${cleo.id}`)
  await text('Allergic to nuts')
  press('Edit note of Tue, Nov 3, 10:00 AM')
  press('Cancel') // nothing was changed
  press('Edit note of Tue, Nov 3, 10:00 AM')
  fill('Note', 'Likes nuts')
  await expectGuard(
    () => press('Cancel'),
    () => expect(field('Note').value).toBe('Likes nuts'),
  )
  await text('Allergic to nuts')
})

test('another time for a booking is not lost by closing the dialog', async () => {
  using dashboard = startBooking({ payment: 'at-venue' })
  await screen.findAllByText('Cleo')
  press('Move')
  const dialog = within(await screen.findByRole('dialog', { name: 'Move this booking' }))
  tick('Custom time', dialog)
  fill('Time', '15:00', dialog)
  await expectGuard(
    () => press('Close', dialog),
    () => expect(field('Time', dialog).value).toBe('15:00'),
  )
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Move this booking' })).toBeNull())
  expect(dashboard.path()).toContain('/board/bookings/')
})

test('until when a shop closes today is not lost by closing the sheet', async () => {
  vi.setSystemTime('2026-11-24T21:12:30Z')
  onTestFinished(() => void vi.useRealTimers())
  using dashboard = startDashboard()
  dashboard.open('board/today')
  await text(/^Your page will say/)
  choose('Until a time')
  fill('Open again at', '15:30')
  await expectGuard(
    () => press('Close', within(screen.getByRole('dialog', { name: 'Close now' }))),
    () => expect(field('Open again at').value).toBe('15:30'),
  )
  await waitFor(() => expect(dashboard.path()).not.toContain('today'))
})

test('a time that was chosen for a new booking is not lost by closing the sheet; one that was pressed on the board is no loss', async () => {
  using dashboard = startDashboard()
  const { business } = dashboard
  const slot = (start: string) => ({ start, end: start, seatsLeft: 1 })
  dashboard.respond(booking.listServices, { items: [aService(business.id)] })
  dashboard.respond(booking.findSlots, {
    timeZone: business.timeZone,
    items: [slot('2026-11-24T17:00:00Z'), slot('2026-11-24T18:00:00Z')],
  })
  dashboard.open(`board/new?day=${day}&time=10:00`)
  const pressed = await screen.findByRole('radio', { name: 'Tue, Nov 24, 10:00 AM' })
  await waitFor(() => expect(pressed.getAttribute('aria-checked')).toBe('true'))
  const warns = () => !fireEvent(window, new Event('beforeunload', { cancelable: true }))
  expect(warns()).toBe(false)
  choose('Tue, Nov 24, 11:00 AM')
  expect(warns()).toBe(true)
  await expectGuard(
    () => press('Close', within(screen.getByRole('dialog', { name: 'Add a booking' }))),
    () => expect(screen.getByRole('radio', { name: 'Tue, Nov 24, 11:00 AM' }).ariaChecked ?? 'true').toBe('true'),
  )
  await waitFor(() => expect(dashboard.path()).toBe(`/${business.id}/board?day=${day}`))
})
