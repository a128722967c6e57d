// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
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

test('where nobody of the business can read a message, the page says so before one is written', async () => {
  using site = await startThread({ closesAt: undefined, nobodyReads: true })
  await text('Nobody at this business can read messages right now. Call or visit them instead.')
  expect(screen.queryByRole('button', { name: 'Send message' })).toBeNull()
  site.respond(booking.listMessages, aThread())
})

test('a message of the business is reported with a reason, and says so; one of their own is not', async () => {
  const [own, theirs] = [aMessage(1, 'consumer', 'One'), aMessage(2, 'business', 'Two')]
  using site = await startThread({ items: [theirs, own] })
  const reports = screen.getAllByRole('button', { name: /^Report the message from/ })
  expect(reports.map((button) => button.getAttribute('aria-label'))).toEqual([
    expect.stringMatching(/^Report the message from Third Street Barber, Sat, Nov 21, 12:00\sPM$/),
  ])
  fireEvent.click(reports[0]!)
  const dialog = within(await screen.findByRole('dialog', { name: 'Report this message?' }))
  dialog.getByText(
    'The market operator reads the messages of this booking and keeps or removes this one. Until then it stays here.',
  )
  press('Report message', dialog)
  await dialog.findByText('Enter what’s wrong')
  expect(site.received(booking.reportMessage)).toEqual([])
  site.respond(booking.reportMessage, refuse('internal'), { ...theirs, isReported: true })
  fill('What is wrong with it?', ' It is a threat ', dialog)
  press('Report message', dialog)
  await dialog.findByText(/went wrong/)
  site.respond(booking.listMessages, aThread({ closesAt, items: [{ ...theirs, isReported: true }, own] }))
  press('Report message', dialog)
  await text('Reported. The market operator is reviewing it.')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(site.received(booking.reportMessage).map(({ body }) => body)).toEqual(
    Array(2).fill({ number: 2, reason: 'It is a threat' }),
  )
})

test('what the market has removed neither side reads, what it keeps stays, and both say why', async () => {
  using site = await startThread({
    items: [
      { ...aMessage(3, 'business', ''), isRemoved: true, isReported: true, decisionReason: 'A threat.' },
      { ...aMessage(2, 'business', 'Come on time'), isReported: true, decisionReason: 'It is polite.' },
      { ...aMessage(1, 'consumer', ''), isRemoved: true, decisionReason: 'An insult.' },
    ],
  })
  const shown = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(shown.filter((one) => one?.includes('Removed by the market operator'))).toEqual([
    expect.stringMatching(/^You · .*Removed by the market operatorReason: An insult\.$/),
    expect.stringMatching(/^Third Street Barber · .*Removed by the market operatorReason: A threat\.$/),
  ])
  await text('Come on time')
  await text('Reported. The market operator kept it. Reason: It is polite.')
  expect(screen.queryByRole('button', { name: /^Report the message/ })).toBeNull()
  expect(site.received(booking.reportMessage)).toEqual([])
})
