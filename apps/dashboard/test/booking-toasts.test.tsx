// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import * as booking from '@buy-locals/contracts/booking/operations'
import { choose, fill, press } from '@buy-locals/features/testing/acts'
import { aBooking, aService, aStaffMember } from '@buy-locals/features/testing/examples'
import { connectRealtime } from './realtime'
import { startDashboard, text } from './support'

test('a booking of somebody else is announced as new, and one that was made here only as booked', async () => {
  using dashboard = startDashboard()
  const push = connectRealtime(dashboard)
  const { id: businessId, timeZone } = dashboard.business
  const ana = aStaffMember(businessId)
  const cut = aService(businessId, { staffIds: [ana.id] })
  const [online, made] = [aBooking(businessId, { serviceName: 'Shave' }), aBooking(businessId, { payment: 'at-venue' })]
  dashboard.respond(booking.listServices, { items: [cut] })
  dashboard.respond(booking.listStaff, { items: [ana] })
  dashboard.respond(booking.listBusinessBookings, { timeZone, items: [], heldMoves: [], blocks: [] })
  dashboard.respond(booking.findSlots, { timeZone, items: [{ start: '2026-11-24T17:00:00Z', end: '2026-11-24T17:30:00Z', seatsLeft: 1 }] }) // prettier-ignore
  dashboard.respond(booking.bookForCustomer, { ...made, customer: { name: 'Cleo' } })
  dashboard.respond(booking.readBooking, online, made)
  dashboard.open('board/new?day=2026-11-24')
  await screen.findByRole('radio', { name: 'Tue, Nov 24, 10:00 AM' })
  await push({ type: 'booking.confirmed', id: online.id, version: 1 })
  await text(/^New booking: Shave/)

  choose('Tue, Nov 24, 10:00 AM')
  fill('Customer name', 'Cleo')
  press('Book')
  await text(/^Booked/)
  await push({ type: 'booking.confirmed', id: made.id, version: 1 })
  await waitFor(() => expect(dashboard.received(booking.readBooking)).toHaveLength(2))
  await act(() => new Promise((done) => setTimeout(done, 50)))
  expect(screen.queryByText(/^New booking/)).toBeNull()
  await text(/^Booked/)
})
