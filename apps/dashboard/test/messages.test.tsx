// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { field, fill, press } from '@buy-locals/features/testing/acts'
import { aBooking, aThread } from '@buy-locals/features/testing/examples'
import { startDashboard, text } from './support'

const closesAt = '2026-12-08T17:30:00Z'
const fromCora = { number: 1, sentBy: 'consumer', text: 'Is there parking?', sentAt: '2026-11-21T19:00:00Z' } as const

function startThread(
  thread: Parameters<typeof aThread>[0] = {},
  customer: { name: string; email?: string; hasAccount?: boolean; isErased?: true } = {
    name: 'Cora Lane',
    email: 'cora@example.com',
    hasAccount: true,
  },
) {
  const dashboard = startDashboard()
  const { timeZone, id } = dashboard.business
  const booked = aBooking(id)
  const item = { ...booked, customer, resourceIds: [], hasUnread: true as const }
  dashboard.respond(booking.readBooking, booked)
  dashboard.respond(booking.listBusinessBookings, { timeZone, items: [item], heldMoves: [], blocks: [] })
  dashboard.respond(readReceipt, refuse('not-found'))
  dashboard.respond(booking.listMessages, aThread({ closesAt, ...thread }))
  dashboard.respond(booking.markMessagesRead, { consumer: 0, business: 1 })
  dashboard.open(`board/bookings/${booked.id}?day=${booked.start.slice(0, 10)}`)
  return Object.assign(dashboard, { booked })
}

test('an owner reads what a customer wrote, which is marked as read, and replies', async () => {
  using dashboard = startThread({ items: [fromCora] })
  await text('Is there parking?')
  await waitFor(() =>
    expect(dashboard.received(booking.markMessagesRead)[0]?.body).toEqual({ readBy: 'business', upTo: 1 }),
  )
  const reply = { ...fromCora, number: 2, sentBy: 'business', text: 'Yes' } as const
  dashboard.respond(booking.sendMessage, refuse('booking/thread-closed'), reply)
  await screen.findByLabelText('Message to Cora Lane')
  fill('Message to Cora Lane', 'Yes')
  press('Send message')
  await text('No more messages can be sent about this booking.')
  expect(field('Message to Cora Lane')).toHaveProperty('value', 'Yes')
  dashboard.respond(booking.listMessages, aThread({ closesAt, items: [reply, fromCora] }))
  press('Send message')
  await waitFor(() => expect(field('Message to Cora Lane')).toHaveProperty('value', ''))
  expect(dashboard.received(booking.sendMessage).at(-1)?.body).toEqual({ sentBy: 'business', text: 'Yes' })
})

test('a card on the board says that there is a new message', async () => {
  using dashboard = startThread()
  dashboard.open(`board?day=${dashboard.booked.start.slice(0, 10)}`)
  expect((await screen.findAllByRole('img', { name: 'New message' })).length).toBeGreaterThan(0)
})

test.for([
  { customer: { name: 'Cara' }, shown: 'Cara', why: 'This customer has no email address, so they can’t get messages.' },
  {
    customer: { name: '–', hasAccount: true, isErased: true as const },
    shown: 'Former customer',
    why: 'This customer deleted their details, so they can’t get messages.',
  },
])('whoever left no address, or is erased, is not written to: $shown', async ({ customer, shown, why }) => {
  using dashboard = startThread({}, customer)
  await text(why)
  const sheet = within(await screen.findByRole('dialog'))
  sheet.getByText(shown)
  expect(screen.queryByRole('button', { name: 'Send message' })).toBeNull()
  expect(dashboard.received(booking.sendMessage)).toEqual([])
})

test('whose name and address are still on their way is written to, and is no former customer', async () => {
  using dashboard = startThread({}, { name: '–', hasAccount: true })
  await screen.findByLabelText('Message to –')
  expect(screen.queryByText('Former customer')).toBeNull()
  expect(dashboard.received(booking.sendMessage)).toEqual([])
})

test('an owner reports what a customer wrote', async () => {
  using dashboard = startThread({ items: [fromCora] })
  await text('Is there parking?')
  fireEvent.click(screen.getByRole('button', { name: /^Report the message from Cora Lane/ }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Report this message?' }))
  dashboard.respond(booking.reportMessage, { ...fromCora, isReported: true })
  dashboard.respond(booking.listMessages, aThread({ closesAt, items: [{ ...fromCora, isReported: true }] }))
  fill('What is wrong with it?', 'She threatens us', dialog)
  press('Report message', dialog)
  await text('Reported. The market operator is reviewing it.')
  expect(dashboard.received(booking.reportMessage).map(({ body }) => body)).toEqual([
    { number: 1, reason: 'She threatens us' },
  ])
})
