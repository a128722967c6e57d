// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { listBusinessBookings } from '@buy-locals/contracts/booking/operations'
import { changeHours, readBusiness } from '@buy-locals/contracts/business/operations'
import { choose, errorOf, fill, press } from '@buy-locals/features/testing/acts'
import { aBooking } from '@buy-locals/features/testing/examples'
import { startDashboard, text } from './support'

/** Tuesday, 2:12 PM where the business is, which is open from 9 to 5. */
beforeEach(() => {
  vi.setSystemTime('2026-11-24T21:12:30Z')
  onTestFinished(() => void vi.useRealTimers())
})

const weekly = ([1, 2, 3, 4, 5] as const).map((day) => ({ day, opens: '09:00', closes: '17:00' }))
const shortened = { weekly, special: [{ date: '2026-11-24', opens: '09:00', closes: '14:12' }] }

function startToday(start: Parameters<typeof startDashboard>[0] = {}) {
  const dashboard = startDashboard(start)
  const { business } = dashboard
  dashboard.respond(changeHours, ({ body }) => {
    const changed = { ...business, hours: body, version: 4 }
    dashboard.respond(readBusiness, changed)
    return changed
  })
  return dashboard
}

test('an owner who closes now reads who is booked meanwhile, what the page will say, and takes it back', async () => {
  using dashboard = startToday()
  const { business } = dashboard
  const visit = (name: string, start: string, end: string, changes = {}) => ({
    ...aBooking(business.id, { start, end, ...changes }),
    customer: { name },
    resourceIds: [],
  })
  const items = [
    visit('Ada', '2026-11-24T20:30:00Z', '2026-11-24T21:00:00Z'),
    visit('Ben', '2026-11-24T21:00:00Z', '2026-11-24T21:30:00Z'),
    visit('Cleo', '2026-11-24T22:00:00Z', '2026-11-24T22:30:00Z'),
    visit('Dan', '2026-11-24T22:30:00Z', '2026-11-24T23:00:00Z', { status: 'cancelled' }),
    visit('Eve', '2026-11-25T16:00:00Z', '2026-11-25T16:30:00Z'),
  ]
  dashboard.respond(listBusinessBookings, { timeZone: business.timeZone, items, heldMoves: [], blocks: [] })
  dashboard.open('board/today')
  await text('Your page will say: Closed · opens tomorrow at 9 AM')
  await text('2 bookings during this time')
  const list = within(screen.getByRole('list', { name: 'Bookings during this time' }))
  expect(list.getAllByRole('link').map(({ textContent }) => /^\w+/.exec(textContent)?.[0])).toEqual(['Ben', 'Cleo'])
  press('Close now')
  await waitFor(() => expect(dashboard.received(changeHours)).toHaveLength(1))
  expect(dashboard.received(changeHours)[0]).toMatchObject({ ifMatch: '"3"', body: shortened })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(screen.getAllByText('Closed · opens tomorrow at 9 AM').length).toBeGreaterThan(1))
  expect(screen.getByRole('link', { name: 'Use weekly hours today' })).toBeTruthy()
})

test('a shop can close until a time, which is not before it would open anyway', async () => {
  using dashboard = startToday()
  dashboard.open('board/today')
  await text('Your page will say: Closed · opens tomorrow at 9 AM')
  choose('Until a time')
  press('Close now')
  await waitFor(() => expect(errorOf('Open again at')).toBe('Enter the time you open again'))
  fill('Open again at', '15:30')
  await text('Your page will say: Closed · opens at 3:30 PM')
  press('Close now')
  await waitFor(() => expect(dashboard.received(changeHours)).toHaveLength(1))
  const again = { date: '2026-11-24', opens: '15:30', closes: '17:00' }
  expect(dashboard.received(changeHours)[0]?.body).toEqual({ weekly, special: [...shortened.special, again] })
})

test('a shop that closed too early uses its weekly hours again', async () => {
  using dashboard = startToday({ business: { hours: shortened } })
  dashboard.open('board/today')
  await text('Your page will say: Open until 5 PM')
  press('Use weekly hours today')
  await waitFor(() => expect(dashboard.received(changeHours)).toHaveLength(1))
  expect(dashboard.received(changeHours)[0]?.body).toEqual({ weekly, special: [] })
})

test('whoever may not change the hours sees on the board that it is open, and no way to close', async () => {
  using dashboard = startToday({ role: 'staff' })
  dashboard.open('board')
  await text('Open until 5 PM')
  expect(screen.queryByRole('link', { name: 'Close now' })).toBeNull()
})
