import { afterEach, expect, jest, test } from '@jest/globals'
import { act, screen, userEvent, waitFor } from '@testing-library/react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { forgetAll } from '@buy-locals/client/stored-text'
import { readMe, refresh } from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { mailBookingLinks } from '@buy-locals/contracts/notification/operations'
import { aBooking, aBusiness, aThread } from '@buy-locals/features/testing/examples'
import { addManageLink, forgetManageLinks, listManaged, manageToken } from '../src/bookings/manage-links'
import Bookings from '../src/routes/(tabs)/bookings'
import Booking from '../src/routes/bookings/[bookingId]'
import { callApi } from '../src/server/call-api'
import { startScreen } from './support'

const mockRoute = { params: {} as Record<string, string> }
jest.mock('expo-router', () => ({ Stack: { Screen: () => null }, useLocalSearchParams: () => mockRoute.params }))

afterEach(async () => {
  forgetAll()
  await forgetManageLinks()
})

const { listMyBookings, readBooking } = booking
const token = 'a-token-that-only-the-guest-has'

/** A guest, of whose bookings the server shows those that come with the right token. */
async function startAsGuest() {
  const app = await startScreen()
  const [first, second] = [aBooking(aBusiness().id), aBooking(aBusiness().id, { serviceName: 'Shave' })]
  const tokens: (string | null)[] = []
  const scripted = globalThis.fetch
  globalThis.fetch = (address, init) => {
    if (/bkg_\w+$/.test(address as string)) tokens.push(new Headers(init?.headers).get('x-manage-token'))
    return scripted(address, init)
  }
  app.respond(readBooking, ({ params }) => {
    const found = [first, second].find(({ id }) => id === params.bookingId)
    return found && tokens.at(-1) === token ? found : refuse('not-found')
  })
  app.respond(readBusiness, aBusiness())
  app.respond(booking.listMessages, aThread())
  app.respond(listMyBookings, refuse('unauthenticated'))
  app.respond(readMe, refuse('unauthenticated'))
  app.respond(refresh, refuse('auth/session-ended'))
  return Object.assign(app, {
    ...{ first, second },
    open: (fragment?: string) => {
      mockRoute.params = { bookingId: first.id, ...(fragment && { '#': fragment }) }
      return app.show(<Booking />)
    },
    openList: (fragment?: string) => {
      mockRoute.params = fragment ? { '#': fragment } : {}
      return app.show(<Bookings />)
    },
  })
}

test('the link of a mail shows the booking, and it stays open on this phone', async () => {
  const app = await startAsGuest()
  await app.open(token)
  expect(await screen.findByText('Haircut')).toBeTruthy()
  expect([listManaged(), manageToken(app.first.id)]).toEqual([[app.first.id], token])
  app.end()
})

test('a link that was cut says so and leads to a new one; what was open before stays open', async () => {
  const app = await startAsGuest()
  await addManageLink(callApi, app.first.id, token)
  await app.open('a-token-that-only-the-gues')
  expect(await screen.findByText(/^This link is incomplete/)).toBeTruthy()
  await userEvent.press(screen.getByRole('link', { name: 'Find my booking' }))
  expect(app.followed).toEqual(['/bookings'])
  expect(manageToken(app.first.id)).toBe(token)
  app.end()
})

test('what a guest has open is read again every few seconds', async () => {
  const app = await startAsGuest()
  await app.open(token)
  expect(await screen.findByText('Confirmed')).toBeTruthy()
  app.respond(readBooking, { ...app.first, status: 'cancelled', cancelledBy: 'business' })
  await act(async () => jest.advanceTimersByTime(6_000))
  expect(await screen.findByText('The business canceled this booking.')).toBeTruthy()
  app.end()
})

test('offline a link is tried again', async () => {
  const app = await startAsGuest()
  app.respond(readBooking, unreachable, app.first)
  await app.open(token)
  await userEvent.press(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Haircut')).toBeTruthy()
  app.end()
})

test('a booking without its link says what opens it', async () => {
  const app = await startAsGuest()
  app.respond(readBooking, refuse('unauthenticated'))
  await app.open()
  expect(await screen.findByText(/^Open the link in your confirmation email, or sign in/)).toBeTruthy()
  app.end()
})

test('a mailed link opens all that somebody has booked as a guest', async () => {
  const app = await startAsGuest()
  await app.openList(`${app.first.id}.${token}~${app.second.id}.${token}`)
  expect(await screen.findByText('Shave')).toBeTruthy()
  expect(screen.getByText('Haircut')).toBeTruthy()
  expect(listManaged().toSorted()).toEqual([app.first.id, app.second.id].toSorted())
  app.end()
})

test('of several links one that is refused is told, and hides none of the others', async () => {
  const app = await startAsGuest()
  await app.openList(`${app.first.id}.a-token-of-somebody-else~${app.second.id}.${token}`)
  expect(await screen.findByText('Shave')).toBeTruthy()
  expect(screen.queryByText('Haircut')).toBeNull()
  expect(listManaged()).toEqual([app.second.id])
  expect(screen.getByText(/^Some bookings from your email couldn’t be opened/)).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByText(/^Some bookings from your email/)).toBeNull()
  expect(screen.getByText('Shave')).toBeTruthy()
  app.end()
})

test('of several links that are all refused the way to new ones is shown', async () => {
  const app = await startAsGuest()
  await app.openList(`${app.first.id}.a-token-of-somebody-else~${app.second.id}.`)
  expect(await screen.findByText(/^Some bookings from your email couldn’t be opened/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Email me a link' })).toBeTruthy()
  app.end()
})

test('whoever has no link to what they booked has one mailed', async () => {
  const app = await startAsGuest()
  app.respond(mailBookingLinks, undefined as never)
  await app.openList()
  const send = async () => userEvent.press(await screen.findByRole('button', { name: 'Email me a link' }))
  await send()
  expect(screen.getByText('Enter your email address')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Email address'), 'cleo@example.com')
  await send()
  expect(await screen.findByText('Check your email at cleo@example.com')).toBeTruthy()
  await waitFor(() =>
    expect(app.received(mailBookingLinks).map(({ body }) => body)).toEqual([{ email: 'cleo@example.com' }]),
  )
  app.end()
})
