import { expect, jest, test } from '@jest/globals'
import { screen, userEvent, waitFor } from '@testing-library/react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { readMe, refresh } from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import type { Message } from '@buy-locals/contracts/booking/shapes'
import type { BoardBooking } from '@buy-locals/features/board/entries'
import { aBooking, aThread } from '@buy-locals/features/testing/examples'
import { OwnerBookingScreen } from '../src/owner/booking/owner-booking-screen'
import { OwnerThreadScreen } from '../src/owner/booking/owner-thread-screen'
import DashboardBooking from '../src/routes/dashboard/bookings/[bookingId]'
import { afternoon, startOwner } from './owner'

const mockRoute = { params: {} as Record<string, string>, moves: [] as unknown[] }
jest.mock('expo-router', () => ({
  Redirect: (to: object) => void mockRoute.moves.push(to),
  Stack: { Screen: () => null },
  useLocalSearchParams: () => mockRoute.params,
}))

const { listMessages, markMessagesRead, readBooking, sendMessage } = booking
const closesAt = '2040-12-24T17:00:00Z'
const aMessage = (changes: Partial<Message> = {}): Message => ({
  ...{ number: 1, sentBy: 'consumer', text: 'Is there parking?', sentAt: '2026-11-24T17:05:00Z' },
  ...changes,
})

type Role = 'owner' | 'staff'

async function startThread({ role = 'owner', ...customer }: Partial<BoardBooking['customer']> & { role?: Role } = {}) {
  jest.setSystemTime(new Date(afternoon))
  const app = await startOwner({ role })
  const made = aBooking(app.business.id, { payment: 'at-venue', staffId: app.ben.id })
  app.respond(readBooking, made)
  const visit = app.visit('Cleo', { id: made.id })
  app.respondBoard([{ ...visit, customer: { ...visit.customer, ...customer } }])
  app.respond(listMessages, aThread({ closesAt, items: [aMessage()] }))
  app.respond(markMessagesRead, { consumer: 0, business: 1 })
  return Object.assign(app, { made, show: () => app.open(<OwnerThreadScreen bookingId={made.id} />) })
}

test('a booking with a message that nobody has read says so, and leads to it', async () => {
  const app = await startThread()
  await app.open(<OwnerBookingScreen bookingId={app.made.id} />)
  await userEvent.press(await screen.findByRole('link', { name: 'New message' }))
  expect(app.followed).toEqual([`/businesses/${app.business.id}/bookings/${app.made.id}/messages`])
  await app.end()
})

test.each(['owner', 'staff'] as const)(
  'what the customer wrote is read and answered by whoever works there: %s',
  async (role) => {
    const app = await startThread({ role })
    const sent = aMessage({ number: 2, sentBy: 'business', text: 'Behind the shop.' })
    app.respond(sendMessage, () => {
      app.respond(listMessages, aThread({ closesAt, items: [sent, aMessage()], read: { consumer: 0, business: 1 } }))
      return sent
    })
    await app.show()
    expect(await screen.findByText('Is there parking?')).toBeTruthy()
    await waitFor(() =>
      expect(app.received(markMessagesRead).map(({ body }) => body)).toEqual([{ readBy: 'business', upTo: 1 }]),
    )
    await userEvent.type(await screen.findByLabelText('Message to Cleo'), 'Behind the shop.')
    await userEvent.press(screen.getByRole('button', { name: 'Send message' }))
    expect(await screen.findByText('Behind the shop.')).toBeTruthy()
    expect(app.received(sendMessage).map(({ body }) => body)).toEqual([
      { sentBy: 'business', text: 'Behind the shop.' },
    ])
    await app.end()
  },
)

test('offline it says so and what was typed stays', async () => {
  const app = await startThread()
  app.respond(sendMessage, unreachable)
  await app.show()
  await userEvent.type(await screen.findByLabelText('Message to Cleo'), 'Behind the shop.')
  await userEvent.press(screen.getByRole('button', { name: 'Send message' }))
  expect(await screen.findByText('You’re offline. Check your connection, then try again.')).toBeTruthy()
  expect(screen.getByLabelText('Message to Cleo').props['value']).toBe('Behind the shop.')
  await app.end()
})

test('whoever deleted their details gets no messages', async () => {
  const app = await startThread({ isErased: true })
  await app.show()
  expect(await screen.findByText('This customer deleted their details, so they can’t get messages.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Send message' })).toBeNull()
  await app.end()
})

test('a notification about a booking leads to it in the business that it is of, or to its messages', async () => {
  const path = (app: Awaited<ReturnType<typeof startThread>>) =>
    `/businesses/${app.business.id}/bookings/${app.made.id}`
  for (const [params, below] of [
    [{}, ''],
    [{ screen: 'messages' }, '/messages'],
  ] as const) {
    mockRoute.moves = []
    const app = await startThread()
    mockRoute.params = { bookingId: app.made.id, ...params }
    await app.open(<DashboardBooking />)
    await waitFor(() => expect(mockRoute.moves).toContainEqual({ withAnchor: true, href: path(app) + below }))
    await app.end()
  }
})

test('whoever is signed out when they open it signs in first', async () => {
  const app = await startThread()
  for (const operation of [readBooking, readMe]) app.respond(operation, refuse('unauthenticated'))
  app.respond(refresh, refuse('auth/session-ended'))
  mockRoute.params = { bookingId: app.made.id }
  await app.open(<DashboardBooking />)
  expect(await screen.findByText('Sign in to see the bookings of your business.')).toBeTruthy()
  await app.end()
})
