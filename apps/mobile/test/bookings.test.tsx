import { afterEach, expect, jest, test } from '@jest/globals'
import { screen, userEvent, waitFor } from '@testing-library/react-native'
import { useState } from 'react'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { readMe, refresh } from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { readReview } from '@buy-locals/contracts/review/operations'
import { aBooking, aBusiness, aPerson, aService, aThread } from '@buy-locals/features/testing/examples'
import { bookingOptions } from '../src/book/use-booking-options'
import { ownHold } from '../src/book/use-own-hold'
import { BookingScreen } from '../src/bookings/booking-screen'
import { BookingsScreen } from '../src/bookings/bookings-screen'
import { addManageLink, forgetManageLinks, listManaged } from '../src/bookings/manage-links'
import { RescheduleScreen } from '../src/bookings/reschedule-screen'
import { callApi } from '../src/server/call-api'
import { Below, startScreen as startAnyScreen } from './support'

jest.mock('expo-router', () => ({ Stack: { Screen: () => null } }))

afterEach(forgetManageLinks)

const { listMyBookings, readBooking } = booking

const { id } = aBusiness()

/** Nothing was written about any booking yet. */
async function startScreen() {
  const app = await startAnyScreen()
  app.respond(readMe, aPerson())
  app.respond(booking.listMessages, aThread())
  app.respond(readReview, refuse('not-found'))
  return app
}

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
  const made = aBooking(id, { start: '2040-03-06T17:00:00Z' })
  app.respond(readBooking, made)
  app.respond(readBusiness, aBusiness())
  await app.show(<BookingScreen bookingId={made.id} />)
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

test('once a visit has begun its booker reads nothing of cancelling it', async () => {
  const app = await startScreen()
  const begun = aBooking(id, { start: '2020-03-06T17:00:00Z', end: '2020-03-06T17:30:00Z' })
  app.respond(readBooking, begun)
  app.respond(readBusiness, aBusiness())
  await app.show(<BookingScreen bookingId={begun.id} />)
  expect(await screen.findByText('Confirmed')).toBeTruthy()
  expect(screen.queryByText(/Cancel before|ancellation/)).toBeNull()
  app.end()
})

test('a booking of somebody else is not shown, and offline it can be tried again', async () => {
  const app = await startScreen()
  const made = aBooking(id)
  app.respond(readBooking, unreachable, refuse('not-found'))
  await app.show(<BookingScreen bookingId={made.id} />)
  await userEvent.press(await screen.findByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(app.received(readBooking)).toHaveLength(2))
  expect(await screen.findByText('We can’t find this, or you don’t have access to it.')).toBeTruthy()
  app.end()
})

test('what was booked here without an account is listed for a guest', async () => {
  const app = await startScreen()
  const made = aBooking(id, { serviceName: 'Shave' })
  await addManageLink(callApi, made.id, 'a-token-that-only-the-guest-has')
  const tokens: (string | null)[] = []
  const scripted = globalThis.fetch
  globalThis.fetch = (address, init) => {
    if ((address as string).endsWith(made.id)) tokens.push(new Headers(init?.headers).get('x-manage-token'))
    return scripted(address, init)
  }
  app.respond(listMyBookings, refuse('unauthenticated'))
  app.respond(refresh, refuse('auth/session-ended'))
  app.respond(readBooking, made)
  await app.show(<BookingsScreen />)
  await userEvent.press(await screen.findByRole('link', { name: /Shave/ }))
  expect(screen.getByText('Booked on this device')).toBeTruthy()
  expect(app.followed).toEqual([`/bookings/${made.id}`])
  expect(tokens).toEqual(['a-token-that-only-the-guest-has'])
  app.end()
})

test('a booking that was just paid is confirmed, goes into a calendar, and its time can be changed', async () => {
  const app = await startScreen()
  const made = aBooking(id, { start: '2040-03-06T17:00:00Z', end: '2040-03-06T17:30:00Z' })
  app.respond(readBooking, made)
  app.respond(readBusiness, aBusiness())
  await app.show(<BookingScreen bookingId={made.id} outcome="new" />)
  expect(await screen.findByText('Booking confirmed')).toBeTruthy()
  await userEvent.press(screen.getByRole('link', { name: 'Add to Google Calendar' }))
  await userEvent.press(await screen.findByRole('link', { name: 'Change time' }))
  expect(app.followed[0]).toContain('dates=20400306T170000Z%2F20400306T173000Z')
  expect(app.followed[1]).toBe(`/bookings/${made.id}/reschedule`)
  app.end()
})

test('before a booking is cancelled it says what comes back', async () => {
  const app = await startScreen()
  const made = aBooking(id, { start: '2040-03-06T17:00:00Z' })
  const cancelled = { ...made, status: 'cancelled' as const, cancelledBy: 'consumer' as const, refundShare: 10_000 }
  app.respond(readBooking, made)
  app.respond(readBusiness, aBusiness())
  app.respond(booking.cancelBooking, () => {
    app.respond(readBooking, cancelled)
    return cancelled
  })
  const names = [listMyBookings.id, ownHold, bookingOptions]
  const reads: string[] = []
  await app.show(
    <>
      {names.map((name) => (
        <Below key={name} name={name} reads={reads} />
      ))}
      <BookingScreen bookingId={made.id} />
    </>,
  )
  await userEvent.press(await screen.findByRole('button', { name: 'Cancel booking' }))
  expect(screen.getByText('You’ll get a full refund of $45.00.')).toBeTruthy()
  expect(app.received(booking.cancelBooking)).toEqual([])
  await userEvent.type(screen.getByLabelText('Reason (the business sees it)'), 'Ill')
  await userEvent.press(screen.getAllByRole('button', { name: 'Cancel booking' }).at(-1) as never)
  expect(await screen.findByText('You canceled this booking.')).toBeTruthy()
  expect(app.received(booking.cancelBooking)[0]?.body).toEqual({ reason: 'Ill' })
  expect(reads).toEqual([...names, ...names])
  app.end()
})

async function startMoving() {
  const app = await startScreen()
  const business = aBusiness()
  const service = aService(business.id, { maxHorizonDays: 730 })
  const made = aBooking(business.id, { serviceId: service.id, start: '2040-03-06T17:00:00Z', payment: 'at-venue' })
  const start = '2040-03-07T17:00:00Z'
  app.respond(readBooking, made)
  app.respond(readBusiness, business)
  app.respond(booking.listServices, { items: [service] })
  app.respond(booking.listStaff, { items: [] })
  app.respond(booking.findSlots, { timeZone: business.timeZone, items: [{ start, end: start, seatsLeft: 1 }] })
  const free = { amount: 0, currency: 'USD' as const }
  app.respond(booking.quote, { price: made.price, deposit: free, dueNow: free, payment: 'at-venue' })
  const moved: Booking[] = []
  function Moving() {
    const [at, setAt] = useState<string | undefined>(start)
    return (
      <RescheduleScreen
        bookingId={made.id}
        choice={{}}
        start={at}
        onChoose={(changes) => setAt(changes.at)}
        onContinue={() => {}}
        onBack={() => {}}
        onMoved={(one) => void moved.push(one)}
      />
    )
  }
  return Object.assign(app, { made, start, moved, open: () => app.show(<Moving />) })
}

test('a booking is moved once both times have been seen, and is seen at its new time at once', async () => {
  const app = await startMoving()
  const { made, start } = app
  app.respond(booking.rescheduleBooking, { ...made, start })
  const { unmount } = await app.open()
  expect(await screen.findByText('Wed, Mar 7, 10:00 AM MST')).toBeTruthy()
  expect(screen.getByText('Tue, Mar 6, 10:00 AM MST')).toBeTruthy()
  app.respond(readBooking, () => new Promise(() => {}))
  await userEvent.press(screen.getByRole('button', { name: 'Change time' }))
  await waitFor(() => expect(app.moved).toHaveLength(1))
  expect(app.received(booking.rescheduleBooking)[0]?.body).toEqual({ start, agreedPrice: made.price })
  await unmount()
  await app.show(<BookingScreen bookingId={made.id} outcome="moved" />)
  expect(screen.getByText('Wed, Mar 7, 10:00 AM MST')).toBeTruthy()
  app.end()
})

test('what is wrong with a time is not said of another one that is chosen instead', async () => {
  const app = await startMoving()
  const alternative = '2040-03-07T18:00:00Z'
  app.respond(booking.rescheduleBooking, refuse('booking/slot-taken', { alternatives: [{ start: alternative }] }))
  await app.open()
  await userEvent.press(await screen.findByRole('button', { name: 'Change time' }))
  await userEvent.press(await screen.findByRole('button', { name: 'Choose Wed, Mar 7, 11:00 AM' }))
  expect(screen.getByText('Wed, Mar 7, 11:00 AM MST')).toBeTruthy()
  expect(screen.queryByText(/^That time was just taken/)).toBeNull()
  app.end()
})

test('a guest whose links are refused is led to signing in, and the links are forgotten; offline they are not', async () => {
  const app = await startScreen()
  const made = aBooking(id)
  await addManageLink(callApi, made.id, 'a-token-that-only-the-guest-has')
  app.respond(listMyBookings, refuse('unauthenticated'))
  app.respond(refresh, refuse('auth/session-ended'))
  app.respond(readBooking, unreachable)
  const { unmount } = await app.show(<BookingsScreen />)
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
  expect(listManaged()).toEqual([made.id])
  await unmount()
  app.forget()
  app.respond(readBooking, refuse('not-found'))
  await app.show(<BookingsScreen />)
  expect(await screen.findByText(/^Sign in to see your bookings/)).toBeTruthy()
  await waitFor(() => expect(listManaged()).toEqual([]))
  app.end()
})

test('of a business that is not published, nothing can be booked again and no time be changed', async () => {
  const app = await startScreen()
  const made = aBooking(id, { start: '2040-03-06T17:00:00Z' })
  for (const one of [made, { ...made, status: 'completed' as const }]) {
    app.respond(readBooking, one)
    app.respond(readBusiness, aBusiness())
    const seen = await app.show(<BookingScreen bookingId={made.id} />)
    const name = one.status === 'completed' ? 'Book again' : 'Change time'
    expect(await screen.findByRole('link', { name })).toBeTruthy()
    await seen.unmount()
    app.forget()
    for (const business of [aBusiness({ status: 'suspended' }), refuse('not-found')]) {
      app.respond(readBusiness, business)
      const { unmount } = await app.show(<BookingScreen bookingId={made.id} />)
      expect(await screen.findByRole('link', { name: 'View business' })).toBeTruthy()
      expect(screen.queryByRole('link', { name })).toBeNull()
      await unmount()
      app.forget()
    }
  }
  app.end()
})
