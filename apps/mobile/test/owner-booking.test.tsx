import { beforeEach, expect, jest, test } from '@jest/globals'
import { fireEvent, screen, userEvent, waitFor } from '@testing-library/react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import type { Booking } from '@buy-locals/features/booking/business-booking'
import { aBooking, aService } from '@buy-locals/features/testing/examples'
import { MoveScreen } from '../src/owner/booking/move-screen'
import { OwnerBookingScreen } from '../src/owner/booking/owner-booking-screen'
import { afternoon, startOwner } from './owner'

jest.mock('expo-router', () => ({ Stack: { Screen: () => null } }))

beforeEach(() => {
  jest.setSystemTime(new Date(afternoon))
})

const turnOn = async (name: string) => fireEvent(await screen.findByRole('switch', { name }), 'valueChange', true)
const press = async (name: string | RegExp) => userEvent.press(await screen.findByRole('button', { name }))

async function startBooking(changes: Partial<Booking> = {}) {
  const app = await startOwner()
  const made = { ...aBooking(app.business.id, { payment: 'at-venue', staffId: app.ana.id }), ...changes }
  app.respond(booking.readBooking, made)
  app.respondBoard([app.visit('Cleo', { id: made.id })])
  return Object.assign(app, { made, show: () => app.open(<OwnerBookingScreen bookingId={made.id} />) })
}

test('a booking says who comes and how it is paid, and the phone calls, writes and mails', async () => {
  const app = await startBooking({ note: 'Sensitive skin' })
  await app.show()
  expect(await screen.findByText('Cleo')).toBeTruthy()
  expect(screen.getByText('(208) 555-0123 · cleo@example.com')).toBeTruthy()
  expect(screen.getByText('Customer’s note: Sensitive skin')).toBeTruthy()
  expect(screen.getByText('In person')).toBeTruthy()
  for (const name of ['Call Cleo', 'Text Cleo', 'Email Cleo']) await userEvent.press(screen.getByRole('link', { name }))
  expect(app.followed).toEqual(['tel:+12085550123', 'sms:+12085550123', 'mailto:cleo@example.com'])
  await app.end()
})

test('a visit is completed with one press, and that is taken back with another', async () => {
  const app = await startBooking()
  const { made } = app
  const completed = { ...made, status: 'completed' as const, completedBy: 'business' as const }
  app.respond(booking.completeBooking, () => {
    app.respond(booking.readBooking, completed)
    return completed
  })
  app.respond(booking.reopenBooking, () => {
    app.respond(booking.readBooking, made)
    return made
  })
  await app.show()
  await press('Complete')
  await press('Undo completion')
  expect(await screen.findByText('Confirmed')).toBeTruthy()
  expect(app.received(booking.completeBooking)).toHaveLength(1)
  expect(app.received(booking.reopenBooking)).toHaveLength(1)
  await app.end()
})

test('what a no-show and a cancellation refund is read before anything is done', async () => {
  const app = await startBooking({ payment: 'online' })
  const { made } = app
  app.respond(readReceipt, refuse('not-found'))
  app.respond(booking.markNoShow, { ...made, status: 'no-show' })
  app.respond(booking.cancelBooking, { ...made, status: 'cancelled', cancelledBy: 'business', refundShare: 10_000 })
  await app.show()
  await press('No-show')
  expect(screen.getByText(/Cleo gets no refund and you get \$45\.00, less the market’s fee/)).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Keep booking' }))
  expect(app.received(booking.markNoShow)).toEqual([])
  await press('Cancel booking')
  expect(screen.getByText(/^Cleo gets a full refund of \$45\.00, because you’re canceling.*We’ll email Cleo\.$/)).toBeTruthy() // prettier-ignore
  await userEvent.type(screen.getByLabelText('Reason (the customer sees it)'), 'Ill')
  await userEvent.press(screen.getAllByRole('button', { name: 'Cancel booking' }).at(-1) as never)
  await waitFor(() => expect(app.received(booking.cancelBooking)[0]?.body).toEqual({ reason: 'Ill' }))
  await app.end()
})

test('offline nothing is done, in words, and nothing is sent later', async () => {
  const app = await startBooking()
  app.respond(booking.completeBooking, unreachable)
  await app.show()
  await press('Complete')
  expect(await screen.findByText('You’re offline. Check your connection, then try again.')).toBeTruthy()
  expect(app.received(booking.completeBooking)).toHaveLength(1)
  await app.end()
})

test('a reported problem is answered in the dashboard', async () => {
  const complaint = { text: 'Nobody was there.', decideBy: '2026-12-01T17:00:00Z' }
  const app = await startBooking({ status: 'completed', complainedAt: '2026-11-24T18:00:00Z', complaint })
  await app.show()
  expect(await screen.findByText(/^Nobody was there\. The market operator decides by Tue, Dec 1/)).toBeTruthy()
  await userEvent.press(screen.getByRole('link', { name: 'Reply in the dashboard' }))
  expect(app.followed[0]).toMatch(/\/dashboard\/biz_\w+\/board\/bookings\/bkg_\w+\?day=2026-11-24$/)
  await app.end()
})

test('a booking of another business is not shown', async () => {
  const app = await startBooking()
  app.respond(booking.readBooking, refuse('not-found'))
  await app.show()
  expect(await screen.findByText('We can’t find this, or you don’t have access to it.')).toBeTruthy()
  await app.end()
})

const free = (start: string) => ({ start, end: start, seatsLeft: 1 })

async function startMove() {
  const app = await startOwner()
  const cut = aService(app.business.id, { staffIds: [app.ana.id, app.ben.id] })
  const made = aBooking(app.business.id, { serviceId: cut.id, staffId: app.ana.id, start: '2026-11-25T17:00:00Z' })
  const moved: string[] = []
  app.respond(booking.readBooking, made)
  app.respond(booking.listServices, { items: [cut] })
  app.respondBoard([app.visit('Cleo', { id: made.id })])
  app.respond(booking.findSlots, { timeZone: 'America/Boise', items: [free('2026-11-25T18:00:00Z')] })
  app.respond(booking.rescheduleBooking, { ...made, start: '2026-11-25T18:00:00Z' })
  const show = () => app.open(<MoveScreen bookingId={made.id} onMoved={() => void moved.push('moved')} />)
  return Object.assign(app, { made, moved, show })
}

test('a booking is moved to a free time of the service, with the same person', async () => {
  const app = await startMove()
  await app.show()
  await press('Move booking')
  expect(await screen.findByText('Select a time')).toBeTruthy()
  await userEvent.press(await screen.findByRole('radio', { name: /11:00\sAM$/ }))
  await press('Move booking')
  await waitFor(() => expect(app.moved).toEqual(['moved']))
  const body = { start: '2026-11-25T18:00:00Z', staffId: app.ana.id }
  expect(app.received(booking.rescheduleBooking).map((sent) => sent.body)).toEqual([body])
  await app.end()
})

test('an owner may set a time of their own, as they write it; a taken one offers those near it', async () => {
  const app = await startMove()
  app.respond(booking.rescheduleBooking, refuse('booking/slot-taken', { alternatives: [free('2026-11-25T19:00:00Z')] }))
  await app.show()
  await turnOn('Custom time')
  await press('Move booking')
  expect(await screen.findByText('Enter a time')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Time'), '2:15 pm')
  await press('Move booking')
  await waitFor(() => expect(app.received(booking.rescheduleBooking)[0]?.body.start).toBe('2026-11-25T21:15:00Z'))
  expect(app.moved).toEqual([])
  await app.end()
})
