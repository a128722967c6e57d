// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { newId } from '@buy-locals/values/ids'
import { press } from '@buy-locals/features/testing/acts'
import { aBooking, aService, aStaffMember } from '@buy-locals/features/testing/examples'
import { startDashboard } from './support'

/** Ana and Ben work, and Ben is who looks at it; Ana has one booking, on Tuesday November 24. */
function startWeek(start: Parameters<typeof startDashboard>[0] = {}) {
  const dashboard = startDashboard(start)
  const { business } = dashboard
  const [ana, ben] = [aStaffMember(business.id, { name: 'Ana' }), aStaffMember(business.id, { name: 'Ben', personId: dashboard.me.id })] // prettier-ignore
  const cut = aService(business.id, { staffIds: [ana.id, ben.id] })
  const visit = { ...aBooking(business.id, { serviceId: cut.id, staffId: ana.id }), customer: { name: 'Cleo' }, resourceIds: [] } // prettier-ignore
  dashboard.respond(booking.listServices, { items: [cut] })
  dashboard.respond(booking.listStaff, { items: [ana, ben] })
  dashboard.respond(booking.listBusinessBookings, { timeZone: business.timeZone, items: [visit], heldMoves: [], blocks: [] }) // prettier-ignore
  return Object.assign(dashboard, { visit })
}

test('a week shows the bookings of seven days, each leading to its sheet and each day to the day view', async () => {
  using dashboard = startWeek()
  dashboard.open('week?day=2026-11-22')
  const tuesday = within(await screen.findByRole('region', { name: 'Tuesday, November 24' }))
  expect(screen.getAllByRole('region', { name: /November/ })).toHaveLength(7)
  expect(dashboard.received(booking.listBusinessBookings)[0]?.query).toMatchObject({ from: '2026-11-22', to: '2026-11-28' }) // prettier-ignore
  const card = tuesday.getByRole('link', { name: /Cleo/ })
  expect(card.getAttribute('href')).toContain(`/board/bookings/${dashboard.visit.id}?day=2026-11-24&week=2026-11-22`)
  const name = tuesday.getByRole('link', { name: 'Tuesday November 24' })
  expect(name.getAttribute('href')).toContain('/board?day=2026-11-24')
  press('Next 7 days')
  await waitFor(() => expect(dashboard.received(booking.listBusinessBookings).at(-1)?.query['from']).toBe('2026-11-29'))
})

test('the week of one person shows their bookings alone', async () => {
  using dashboard = startWeek()
  dashboard.open('week?day=2026-11-22')
  await screen.findByRole('link', { name: /Cleo/ })
  press('Ben')
  await waitFor(() => expect(screen.queryByRole('link', { name: /Cleo/ })).toBeNull())
  press('Ana')
  await screen.findByRole('link', { name: /Cleo/ })
})

test('closing a booking leads back to the week or the customer that it was opened from', async () => {
  const customer = newId('customer')
  const places = { '&week=2026-11-22': '/week?day=2026-11-22', [`&customer=${customer}`]: `/customers/${customer}`, '&week=x&customer=y': '/board?day=2026-11-24' } // prettier-ignore
  for (const [from, back] of Object.entries(places)) {
    using dashboard = startWeek()
    dashboard.respond(booking.readBooking, dashboard.visit)
    dashboard.respond(readReceipt, refuse('not-found'))
    dashboard.respond(booking.readCustomer, refuse('not-found'))
    dashboard.respond(booking.listCustomerBookings, { items: [] })
    dashboard.open(`board/bookings/${dashboard.visit.id}?day=2026-11-24${from}`)
    await screen.findByText('Confirmed')
    press('Close')
    await waitFor(() => expect(dashboard.path()).toBe(`/${dashboard.business.id}${back}`))
  }
})

test('the week of somebody who works there begins with their own calendar, and shows the others when they want', async () => {
  using dashboard = startWeek({ role: 'staff' })
  dashboard.open('week?day=2026-11-22')
  await screen.findByRole('region', { name: 'Tuesday, November 24' })
  const chip = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-pressed')
  expect([chip('Ben'), chip('Everyone')]).toEqual(['true', 'false'])
  expect(screen.queryByRole('link', { name: /Cleo/ })).toBeNull()
  press('Everyone')
  await screen.findByRole('link', { name: /Cleo/ })
})

test('a week that could not be read says so, and is read again', async () => {
  using dashboard = startWeek()
  dashboard.respond(booking.listStaff, refuse('internal'))
  dashboard.open('week?day=2026-11-22')
  await screen.findByRole('button', { name: 'Try again' })
  dashboard.respond(booking.listStaff, { items: [] })
  press('Try again')
  await screen.findByRole('region', { name: 'Tuesday, November 24' })
})
