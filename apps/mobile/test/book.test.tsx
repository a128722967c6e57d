import { afterEach, expect, jest, test } from '@jest/globals'
import { act, screen, userEvent, waitFor } from '@testing-library/react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { forgetAll } from '@buy-locals/client/stored-text'
import { readMe, refresh } from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import type { BookingChoice } from '@buy-locals/features/booking/load-options'
import { aBooking, aBusiness, aPerson, aService, aStaffMember } from '@buy-locals/features/testing/examples'
import { DetailsScreen } from '../src/book/details-screen'
import { TimeScreen } from '../src/book/time-screen'
import { forgetManageLinks, listManaged, manageToken } from '../src/bookings/manage-links'
import { startScreen } from './support'

jest.mock('expo-router', () => ({ Stack: { Screen: () => null } }))

afterEach(async () => {
  forgetAll()
  await forgetManageLinks()
})

const slot = (start: string) => ({ start, end: start, seatsLeft: 1 })
const usd = (amount: number) => ({ amount, currency: 'USD' as const })
const ten = slot('2040-11-20T17:00:00Z')
const token = 'a-token-that-only-the-guest-has'

async function startBooking({ isSignedIn = false, payment = 'at-venue' as 'at-venue' | 'online' } = {}) {
  const app = await startScreen()
  const business = aBusiness()
  const [ana, ben] = [aStaffMember(business.id), aStaffMember(business.id, { name: 'Ben' })]
  const service = aService(business.id, { staffIds: [ana.id, ben.id], maxHorizonDays: 730 })
  const dueNow = usd(payment === 'online' ? 4500 : 0)
  const made = aBooking(business.id, { serviceId: service.id, payment })
  app.respond(readBusiness, business)
  app.respond(booking.listServices, { items: [service] })
  app.respond(booking.listStaff, { items: [ana, ben] })
  app.respond(booking.findSlots, ({ query }) => ({
    timeZone: business.timeZone,
    items: [slot(`${query.from}T17:00:00Z`), slot(`${query.from}T18:00:00Z`)],
  }))
  app.respond(booking.quote, { price: usd(4500), deposit: dueNow, dueNow, payment })
  app.respond(readMe, isSignedIn ? aPerson() : refuse('unauthenticated'))
  app.respond(refresh, refuse('auth/session-ended'))
  app.respond(booking.listMyBookings, { items: [] })
  const chosen = { slug: 'fenwick', serviceId: service.id, choice: {} }
  const [choices, continued, booked, starts] = [[], [], [], []] as [BookingChoice[], string[], Booking[], string[]]
  return Object.assign(app, {
    ...{ business, service, ana, ben, made, choices, continued, booked, starts },
    showTimes: () =>
      app.show(
        <TimeScreen
          chosen={chosen}
          onChoose={(changes) => void choices.push(changes)}
          onContinue={(start) => void continued.push(start)}
        />,
      ),
    showDetails: () =>
      app.show(
        <DetailsScreen
          chosen={chosen}
          start={ten.start}
          onChoose={(start) => void starts.push(start)}
          onBooked={(one) => void booked.push(one)}
        />,
      ),
  })
}

const write = async (label: string, text: string) => userEvent.type(await screen.findByLabelText(label), text)
const press = async (name: string) => userEvent.press(await screen.findByRole('button', { name }))

test('the first day with something free is chosen, and one of its times leads on', async () => {
  const app = await startBooking()
  await app.showTimes()
  await press('Continue')
  expect(screen.getByText('Select a time')).toBeTruthy()
  await userEvent.press(screen.getByRole('radio', { name: /10:00\sAM$/ }))
  await press('Continue')
  expect(app.continued).toEqual([app.received(booking.findSlots)[0]?.query.from + 'T17:00:00Z'])
  await userEvent.press(screen.getByRole('radio', { name: /^Ben/ }))
  expect(app.choices).toEqual([{ staff: app.ben.id, from: undefined }])
  app.end()
})

test('days on which nothing can be booked cannot be chosen, and say why', async () => {
  const app = await startBooking()
  await app.showTimes()
  const unavailable = (name: RegExp) => screen.getAllByRole('radio', { name, disabled: true }).length
  await screen.findByRole('radio', { name: /, 2 times available$/, checked: true })
  expect([unavailable(/, closed$/), unavailable(/, fully booked$/)]).toEqual([4, 9])
  app.end()
})

test('a service that is gone says so, and leads back to the business', async () => {
  const app = await startBooking()
  app.respond(booking.listServices, { items: [] })
  await app.showTimes()
  expect(await screen.findByText('This service is no longer offered.')).toBeTruthy()
  await userEvent.press(screen.getByRole('link', { name: 'View business' }))
  expect(app.followed).toEqual(['/b/fenwick'])
  app.end()
})

test('a guest is told what is missing before anything is sent; the link to the booking stays on the phone', async () => {
  const app = await startBooking()
  app.respond(booking.book, { ...app.made, manageToken: token })
  await app.showDetails()
  await press('Confirm booking')
  for (const text of ['Enter your name', 'Enter your email address']) expect(screen.getByText(text)).toBeTruthy()
  expect(app.received(booking.book)).toEqual([])
  await write('Name', 'Cleo')
  await write('Email address', 'cleo@example.com')
  await write('Phone number', '(208) 555-0123')
  await press('Confirm booking')
  await waitFor(() => expect(app.booked.map(({ id }) => id)).toEqual([app.made.id]))
  expect(app.received(booking.book)[0]?.body).toMatchObject({
    serviceId: app.service.id,
    start: ten.start,
    guest: { name: 'Cleo', email: 'cleo@example.com', phone: '+12085550123' },
  })
  expect([listManaged(), manageToken(app.made.id)]).toEqual([[app.made.id], token])
  app.end()
})

test('whoever is signed in reads as whom they book, what it costs and until when cancelling is free', async () => {
  const app = await startBooking({ isSignedIn: true, payment: 'online' })
  app.respond(booking.book, { ...app.made, status: 'held', holdExpiresAt: '2040-11-01T17:00:00Z' })
  await app.showDetails()
  for (const text of ['Booking as Ana Moreno', 'Due now', 'Free cancellation until Mon, Nov 19, 10:00 AM MST'])
    expect(await screen.findByText(text)).toBeTruthy()
  await write('Notes', 'The side door, please')
  await press('Continue to payment')
  await waitFor(() => expect(app.booked).toHaveLength(1))
  expect(app.received(booking.book)[0]?.body).toMatchObject({ note: 'The side door, please' })
  expect(app.received(booking.book)[0]?.body.guest).toBeUndefined()
  app.end()
})

test('where the time was just taken, others are offered and what was typed stays', async () => {
  const app = await startBooking({ isSignedIn: true })
  const alternative = '2040-11-20T18:00:00Z'
  app.respond(booking.book, refuse('booking/slot-taken', { alternatives: [{ start: alternative }] }))
  await app.showDetails()
  await write('Notes', 'Hello')
  await press('Confirm booking')
  await press('Choose Tue, Nov 20, 11:00 AM')
  expect(app.starts).toEqual([alternative])
  expect(screen.getByLabelText('Notes').props['value']).toBe('Hello')
  app.end()
})

test('offline nothing is lost, and the same booking is sent again', async () => {
  const app = await startBooking({ isSignedIn: true })
  app.respond(booking.book, unreachable, app.made)
  await app.showDetails()
  await write('Notes', 'Hello')
  await press('Confirm booking')
  expect(await screen.findByText('You’re offline. Check your connection, then try again.')).toBeTruthy()
  expect(screen.getByLabelText('Notes').props['value']).toBe('Hello')
  await press('Confirm booking')
  await waitFor(() => expect(app.booked).toHaveLength(1))
  const keys = app.received(booking.book).map(({ idempotencyKey }) => idempotencyKey)
  expect(new Set(keys).size).toBe(1)
  app.end()
})

test('where the session has ended, what was typed stays and signing in is the next step', async () => {
  const app = await startBooking({ isSignedIn: true })
  app.respond(booking.book, refuse('unauthenticated'))
  await app.showDetails()
  await write('Notes', 'Hello')
  await press('Confirm booking')
  expect(await screen.findByText('Sign in first.')).toBeTruthy()
  await userEvent.press(screen.getByRole('link', { name: 'Sign in' }))
  expect(app.followed).toEqual(['/sign-in'])
  expect(screen.getByLabelText('Notes').props['value']).toBe('Hello')
  app.end()
})

test('what a guest holds already is paid or released before another time is booked', async () => {
  const app = await startBooking({ payment: 'online' })
  const held = { ...app.made, status: 'held' as const, holdExpiresAt: '2040-11-01T17:00:00Z' }
  app.respond(booking.book, { ...held, manageToken: token })
  app.respond(booking.readBooking, held)
  await app.showDetails()
  await write('Name', 'Cleo')
  await write('Email address', 'cleo@example.com')
  await press('Continue to payment')
  await userEvent.press(await screen.findByRole('link', { name: 'Continue to payment' }))
  expect(app.followed).toEqual([`/bookings/${held.id}/pay`])
  const cancelled = { ...held, status: 'cancelled' as const }
  app.respond(booking.cancelBooking, () => {
    app.respond(booking.readBooking, cancelled)
    return cancelled
  })
  await press('Release')
  expect(await screen.findByLabelText('Name')).toBeTruthy()
  expect(app.received(booking.cancelBooking)[0]?.params.bookingId).toBe(held.id)
  app.end()
})

const held = (made: Booking): Booking => {
  const holdExpiresAt = new Date(Date.now() + 120_000).toISOString()
  return { ...made, status: 'held', start: ten.start, holdExpiresAt }
}
const wait = (seconds: number) => act(async () => jest.advanceTimersByTime(seconds * 1_000))

test('once its time is over, what is held is no hold any more on a screen that stays open', async () => {
  const app = await startBooking({ isSignedIn: true, payment: 'online' })
  app.respond(booking.listMyBookings, { items: [held(app.made)] })
  await app.showDetails()
  expect(await screen.findByRole('button', { name: 'Release' })).toBeTruthy()
  await wait(140)
  expect(await screen.findByRole('button', { name: 'Continue to payment' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Release' })).toBeNull()
  app.end()
})

test('a hold that was read before its time was over is not shown after it', async () => {
  const app = await startBooking({ isSignedIn: true, payment: 'online' })
  app.respond(booking.listMyBookings, { items: [held(app.made)] })
  const { unmount } = await app.showDetails()
  expect(await screen.findByRole('button', { name: 'Release' })).toBeTruthy()
  await unmount()
  await wait(140)
  app.respond(booking.listMyBookings, () => new Promise(() => {}))
  await app.showDetails()
  expect(screen.getByRole('button', { name: 'Continue to payment' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Release' })).toBeNull()
  app.end()
})
