// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import * as booking from '@buy-locals/contracts/booking/operations'
import type { Message } from '@buy-locals/contracts/booking/shapes'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { field, fill, press } from '@buy-locals/features/testing/acts'
import { aBooking, aBusiness, aPerson, aThread } from '@buy-locals/features/testing/examples'
import { heading, startSite, text } from './support'

afterEach(() => sessionStorage.clear())

const closesAt = '2026-12-08T17:30:00Z'
const aMessage = (number: number, sentBy: Message['sentBy'], written: string): Message => ({
  ...{ number, sentBy, text: written, sentAt: '2026-11-21T19:00:00Z' },
})

async function startThread(thread: Parameters<typeof aThread>[0] = {}) {
  const site = await startSite({ me: aPerson() })
  const business = aBusiness({ name: 'Third Street Barber' })
  const booked = aBooking(business.id)
  site.respond(readBusiness, business)
  site.respond(booking.readBooking, booked)
  site.respond(booking.listMessages, aThread({ closesAt, ...thread }))
  site.respond(booking.markMessagesRead, { consumer: 1, business: 0 })
  site.open(`/bookings/${booked.id}`)
  await heading('Messages')
  return Object.assign(site, { booked })
}

test('where nobody has written, a customer is invited to', async () => {
  using site = await startThread()
  await text('Ask Third Street Barber about this booking.')
  press('Send message')
  await text('Enter a message')
  expect(site.received(booking.sendMessage)).toEqual([])
})

test('what is written is sent once, and the field is empty for the next', async () => {
  using site = await startThread()
  const sent = aMessage(1, 'consumer', 'Is there parking?')
  site.respond(booking.sendMessage, refuse('internal'), sent)
  fill('Message to Third Street Barber', '  Is there parking? ')
  press('Send message')
  await text(/went wrong/)
  expect(field('Message to Third Street Barber')).toHaveProperty('value', '  Is there parking? ')
  site.respond(booking.listMessages, aThread({ closesAt, items: [sent] }))
  press('Send message')
  await text('Is there parking?')
  await waitFor(() => expect(field('Message to Third Street Barber')).toHaveProperty('value', ''))
  const received = site.received(booking.sendMessage)
  expect(received.map(({ body }) => body)).toEqual(Array(2).fill({ sentBy: 'consumer', text: 'Is there parking?' }))
  expect(new Set(received.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
})

test('offline, what was typed is kept, and it is sent once the browser is online', async () => {
  using site = await startThread()
  site.respond(booking.sendMessage, unreachable, aMessage(1, 'consumer', 'Hello'))
  fill('Message to Third Street Barber', 'Hello')
  press('Send message')
  await text(/offline/)
  expect(field('Message to Third Street Barber')).toHaveProperty('value', 'Hello')
  window.dispatchEvent(new Event('online'))
  await waitFor(() => expect(field('Message to Third Street Barber')).toHaveProperty('value', ''))
})

test('the newest is at the end, what was read says so, and what is new is marked as read', async () => {
  using site = await startThread({
    items: [aMessage(3, 'business', 'Yes, behind the shop'), aMessage(2, 'consumer', 'Two'), aMessage(1, 'consumer', 'One')],
    read: { consumer: 0, business: 1 },
  }) // prettier-ignore
  const shown = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(shown.filter((one) => one?.includes('You ·'))).toEqual([
    expect.stringMatching(/^You · Sat, Nov 21, 12:00\sPM ?One ?Read$/),
    expect.stringMatching(/^You · Sat, Nov 21, 12:00\sPM ?Two$/),
  ])
  expect(shown.at(-1)).toMatch(/^Third Street Barber · .*Yes, behind the shop$/)
  await waitFor(() =>
    expect(site.received(booking.markMessagesRead).map(({ body }) => body)).toContainEqual({ readBy: 'consumer', upTo: 3 }),
  ) // prettier-ignore
})

test('earlier messages are shown above the others', async () => {
  using site = await startThread({ items: [aMessage(3, 'consumer', 'Three'), aMessage(2, 'consumer', 'Two')], nextCursor: 'WzJd' }) // prettier-ignore
  site.respond(booking.listMessages, aThread({ closesAt, items: [aMessage(1, 'consumer', 'One')] }))
  press('Show earlier messages')
  await text('One')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Show earlier messages' })).toBeNull())
  const order = screen.getAllByText(/^(One|Two|Three)$/).map(({ textContent }) => textContent)
  expect(order).toEqual(['One', 'Two', 'Three'])
})

test('a thread that is closed can be read and says so; one that nobody began is not there', async () => {
  using site = await startThread({ closesAt: undefined, items: [aMessage(1, 'consumer', 'Thank you')] })
  await text('You can no longer send messages about this booking.')
  expect(screen.queryByRole('button', { name: 'Send message' })).toBeNull()
  site.respond(booking.listMessages, aThread())
})
