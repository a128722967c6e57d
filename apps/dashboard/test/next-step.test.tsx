// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { press } from '@buy-locals/features/testing/acts'
import { aBooking } from '@buy-locals/features/testing/examples'
import { startDashboard } from './support'

const changed = 'This booking has changed in the meantime. Reload the page.'

function startBooking() {
  const dashboard = startDashboard()
  const { business } = dashboard
  const booked = aBooking(business.id, { payment: 'at-venue' })
  const items = [{ ...booked, customer: { name: 'Cleo' }, resourceIds: [] }]
  dashboard.respond(booking.listBusinessBookings, { timeZone: business.timeZone, items, heldMoves: [], blocks: [] })
  dashboard.respond(booking.readBooking, booked)
  dashboard.respond(readReceipt, refuse('not-found'))
  dashboard.open(`board/bookings/${booked.id}?day=2026-11-24`)
  return Object.assign(dashboard, { booked })
}

test('whoever is told to reload can do it there, beside a button and in a dialog, and the notice is gone', async () => {
  using dashboard = startBooking()
  dashboard.respond(booking.cancelBooking, refuse('booking/wrong-state'))
  await screen.findAllByText('Cleo')
  press('Cancel booking')
  const dialog = within(await screen.findByRole('dialog', { name: 'Cancel this booking?' }))
  press('Cancel booking', dialog)
  const notice = await dialog.findByRole('alert', { name: changed })
  const reads = dashboard.received(booking.readBooking).length
  press('Reload', within(notice))
  await waitFor(() => expect(dashboard.received(booking.readBooking).length).toBeGreaterThan(reads))
  expect(dialog.queryByRole('alert')).toBeNull()
})
