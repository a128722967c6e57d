import { afterEach, expect, jest, test } from '@jest/globals'
import { act, screen, userEvent, waitFor } from '@testing-library/react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { forgetAll } from '@buy-locals/client/stored-text'
import { readMe } from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import type { Message } from '@buy-locals/contracts/booking/shapes'
import { aBooking, aBusiness, aPerson, aThread } from '@buy-locals/features/testing/examples'
import { ThreadLink } from '../src/thread/thread-link'
import { ThreadScreen } from '../src/thread/thread-screen'
import { startScreen } from './support'

const { listMessages, markMessagesRead, readBooking, reportMessage, sendMessage } = booking

afterEach(forgetAll)

const closesAt = '2040-12-24T17:00:00Z'
const aMessage = (changes: Partial<Message> = {}): Message => ({
  ...{ number: 1, sentBy: 'business', text: 'Behind the shop.', sentAt: '2026-11-24T17:05:00Z' },
  ...changes,
})

async function startThread(changes: Parameters<typeof aThread>[0] = {}) {
  const app = await startScreen()
  const made = aBooking(aBusiness().id)
  app.respond(readMe, aPerson())
  app.respond(readBooking, made)
  app.respond(listMessages, aThread({ closesAt, ...changes }))
  return Object.assign(app, { made, open: () => app.show(<ThreadScreen bookingId={made.id} />) })
}

const write = async (text: string) => userEvent.type(await screen.findByLabelText('Message to Fenwick'), text)
const send = () => userEvent.press(screen.getByRole('button', { name: 'Send message' }))

test('what the business wrote is read, and marked as read', async () => {
  const app = await startThread({ items: [aMessage()] })
  app.respond(markMessagesRead, () => {
    app.respond(listMessages, aThread({ closesAt, items: [aMessage()], read: { consumer: 1, business: 0 } }))
    return { consumer: 1, business: 0 }
  })
  await app.open()
  expect(await screen.findByText('Behind the shop.')).toBeTruthy()
  await waitFor(() => expect(app.received(listMessages)).toHaveLength(2))
  expect(app.received(markMessagesRead).map(({ body }) => body)).toEqual([{ readBy: 'consumer', upTo: 1 }])
  app.end()
})

test('one press sends one message, which is in the thread then, and the field is empty', async () => {
  const app = await startThread()
  app.respond(sendMessage, ({ body }) => {
    const sent = aMessage({ sentBy: 'consumer', text: body.text })
    app.respond(listMessages, aThread({ closesAt, items: [sent] }))
    return sent
  })
  await app.open()
  await write('Is there parking?')
  await send()
  expect(await screen.findByText('Is there parking?')).toBeTruthy()
  expect(screen.getByLabelText('Message to Fenwick').props['value']).toBe('')
  expect(app.received(sendMessage).map(({ body }) => body)).toEqual([{ sentBy: 'consumer', text: 'Is there parking?' }])
  app.end()
})

test('offline nothing is sent later by itself: it says so, what was typed stays, and the same message is sent again', async () => {
  const app = await startThread()
  app.respond(sendMessage, unreachable, aMessage({ sentBy: 'consumer' }))
  const { unmount } = await app.open()
  await write('Is there parking?')
  await send()
  expect(await screen.findByText('You’re offline. Check your connection, then try again.')).toBeTruthy()
  await unmount()
  await app.open()
  expect((await screen.findByLabelText('Message to Fenwick')).props['value']).toBe('Is there parking?')
  await send()
  await waitFor(() => expect(app.received(sendMessage)).toHaveLength(2))
  expect(new Set(app.received(sendMessage).map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
  app.end()
})

test('what is refused says why', async () => {
  const app = await startThread()
  app.respond(sendMessage, refuse('booking/nobody-reads'))
  await app.open()
  await write('Hello?')
  await send()
  expect(await screen.findByText(/^Nobody at this business can read messages right now/)).toBeTruthy()
  app.end()
})

test('earlier messages come page by page, and one of the business can be reported', async () => {
  const read = { consumer: 30, business: 0 }
  const app = await startThread({ items: [aMessage({ number: 30 })], read, nextCursor: 'earlier' })
  app.respond(
    listMessages,
    aThread({ closesAt, items: [aMessage({ number: 30 })], read, nextCursor: 'earlier' }),
    aThread({ closesAt, items: [aMessage({ number: 29, text: 'We open at nine.' })], read }),
  )
  app.respond(reportMessage, aMessage({ number: 30, isReported: true }))
  await app.open()
  await userEvent.press(await screen.findByRole('button', { name: 'Show earlier messages' }))
  expect(await screen.findByText('We open at nine.')).toBeTruthy()
  expect(app.received(listMessages)[1]?.query.cursor).toBe('earlier')
  const [report] = screen.getAllByRole('button', { name: /^Report the message from Fenwick/ })
  await userEvent.press(report as never)
  await userEvent.type(screen.getByLabelText('What is wrong with it?'), 'A fraud')
  await userEvent.press(screen.getAllByRole('button', { name: 'Report message' }).at(-1) as never)
  await waitFor(() => expect(app.received(reportMessage)).toHaveLength(1))
  app.end()
})

test('a thread that is closed can be read and not written in; one that is not there can be tried again', async () => {
  const app = await startThread({ items: [aMessage({ sentBy: 'consumer' })], closesAt: undefined })
  const { unmount } = await app.open()
  expect(await screen.findByText('You can no longer send messages about this booking.')).toBeTruthy()
  expect(screen.queryByLabelText('Message to Fenwick')).toBeNull()
  await unmount()
  app.forget()
  app.respond(listMessages, unreachable, aThread({ closesAt }))
  await app.open()
  await userEvent.press(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Ask Fenwick about this booking.')).toBeTruthy()
  app.end()
})

test('the way to the thread says what is new, and is not there where nothing can be written', async () => {
  const app = await startThread({ items: [aMessage()] })
  const { unmount } = await app.show(
    <ThreadLink bookingId={app.made.id} side="consumer" href={`/bookings/${app.made.id}/messages`} />,
  )
  await userEvent.press(await screen.findByRole('link', { name: 'New message' }))
  expect(app.followed).toEqual([`/bookings/${app.made.id}/messages`])
  await unmount()
  app.forget()
  app.respond(listMessages, aThread())
  await app.show(<ThreadLink bookingId={app.made.id} side="consumer" href={`/bookings/${app.made.id}/messages`} />)
  await waitFor(() => expect(app.received(listMessages)).toHaveLength(2))
  await act(async () => jest.advanceTimersByTime(1_000))
  expect(screen.queryByRole('link')).toBeNull()
  app.end()
})
