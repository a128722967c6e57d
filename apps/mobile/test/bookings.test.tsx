import { expect, test } from '@jest/globals'
import { screen, userEvent, waitFor } from '@testing-library/react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { refresh } from '@buy-locals/contracts/auth/operations'
import { listMyBookings, readBooking } from '@buy-locals/contracts/booking/operations'
import { aBooking, aBusiness } from '@buy-locals/features/testing/examples'
import { BookingScreen } from '../src/bookings/booking-screen'
import { BookingsScreen } from '../src/bookings/bookings-screen'
import { startScreen } from './support'

const { id } = aBusiness()

test('my bookings are listed, those to come before those that are over', async () => {
  const app = await startScreen()
  const items = [
    aBooking(id, { serviceName: 'Shave', status: 'completed', start: '2026-11-02T17:00:00Z' }),
    aBooking(id, { serviceName: 'Haircut' }),
  ]
  app.respond(listMyBookings, { items })
  await app.show(<BookingsScreen />)
  await userEvent.press(await screen.findByRole('link', { name: /Haircut/ }))
  expect(app.followed).toEqual([`/bookings/${items[1]?.id}`])
  const titles = screen.getAllByRole('heading').map(({ props }) => [props['children']].flat().join(''))
  expect(titles.join()).toMatch(/Upcoming.*Past/)
  app.end()
})

test('somebody without bookings is led to businesses, and a guest to signing in', async () => {
  const app = await startScreen()
  app.respond(listMyBookings, { items: [] })
  const { unmount } = await app.show(<BookingsScreen />)
  await userEvent.press(await screen.findByRole('link', { name: 'Find a business' }))
  await unmount()
  app.forget()
  app.respond(listMyBookings, refuse('unauthenticated'))
  app.respond(refresh, refuse('auth/session-ended'))
  await app.show(<BookingsScreen />)
  await userEvent.press(await screen.findByRole('link', { name: 'Sign in' }))
  expect(app.followed).toEqual(['/', '/sign-in'])
  app.end()
})

test('a booking says when and where it is, what it costs and until when cancelling is free', async () => {
  const app = await startScreen()
  const booking = aBooking(id, { start: '2040-03-06T17:00:00Z' })
  app.respond(readBooking, booking)
  await app.show(<BookingScreen bookingId={booking.id} />)
  for (const text of [
    'Tue, Mar 6, 10:00 AM MST',
    '1 Main St, Boise, ID 83702',
    'Confirmed',
    'Free cancellation until Mon, Mar 5, 10:00 AM MST',
  ])
    // prettier-ignore
    expect(await screen.findByText(text)).toBeTruthy()
  await userEvent.press(screen.getByRole('link', { name: 'View business' }))
  expect(app.followed).toEqual([`/b/${id}`])
  app.end()
})

test('a booking of somebody else is not shown, and offline it can be tried again', async () => {
  const app = await startScreen()
  const booking = aBooking(id)
  app.respond(readBooking, unreachable, refuse('not-found'))
  await app.show(<BookingScreen bookingId={booking.id} />)
  await userEvent.press(await screen.findByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(app.received(readBooking)).toHaveLength(2))
  expect(await screen.findByText('We can’t find this, or you don’t have access to it.')).toBeTruthy()
  app.end()
})
