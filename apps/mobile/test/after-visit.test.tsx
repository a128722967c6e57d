import { afterEach, expect, jest, test } from '@jest/globals'
import { screen, userEvent, waitFor } from '@testing-library/react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { forgetAll } from '@buy-locals/client/stored-text'
import { readMe } from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { readReview, writeReview } from '@buy-locals/contracts/review/operations'
import { aBooking, aBusiness, aPerson, aReview, aThread } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { BookingScreen } from '../src/bookings/booking-screen'
import { ReceiptScreen } from '../src/visit/receipt-screen'
import { ReviewScreen } from '../src/visit/review-screen'
import { startScreen } from './support'

jest.mock('expo-router', () => ({ Stack: { Screen: () => null } }))

afterEach(forgetAll)

const { readBooking, fileComplaint, acceptRefund } = booking

async function startVisit(changes: Parameters<typeof aBooking>[1] = {}) {
  const app = await startScreen()
  const business = aBusiness()
  const made = aBooking(business.id, { status: 'completed', completedBy: 'business', ...changes })
  app.respond(readMe, aPerson())
  app.respond(readBooking, made)
  app.respond(readBusiness, business)
  app.respond(booking.listMessages, aThread())
  app.respond(readReview, refuse('not-found'))
  return Object.assign(app, { business, made, openBooking: () => app.show(<BookingScreen bookingId={made.id} />) })
}

const press = async (name: string) => userEvent.press(await screen.findByRole('button', { name }))

test('after a visit the booking leads to a review, the receipt and the next booking', async () => {
  const app = await startVisit()
  await app.openBooking()
  for (const name of ['How was it?', 'Receipt', 'Book again'])
    await userEvent.press(await screen.findByRole('link', { name }))
  const { id, businessId, serviceId } = app.made
  expect(app.followed).toEqual([
    `/bookings/${id}/review`,
    `/bookings/${id}/receipt`,
    `/b/${businessId}/book/${serviceId}`,
  ])
  app.end()
})

test('a review needs stars, keeps what was typed where it could not be sent, and is shown once it is published', async () => {
  const app = await startVisit()
  const written = aReview(app.business.id, { text: 'A fine cut.' })
  app.respond(writeReview, unreachable, () => {
    app.respond(readReview, written)
    return written
  })
  const { unmount } = await app.show(<ReviewScreen bookingId={app.made.id} />)
  await userEvent.type(await screen.findByLabelText('Your comments'), 'A fine cut.')
  await press('Publish review')
  expect(screen.getByText('Choose one to five stars')).toBeTruthy()
  await userEvent.press(screen.getByRole('radio', { name: '4 stars' }))
  await press('Publish review')
  expect(await screen.findByText('You’re offline. Check your connection, then try again.')).toBeTruthy()
  await unmount()
  await app.show(<ReviewScreen bookingId={app.made.id} />)
  expect((await screen.findByLabelText('Your comments')).props['value']).toBe('A fine cut.')
  expect(screen.getByRole('radio', { name: '4 stars', checked: true })).toBeTruthy()
  await press('Publish review')
  expect(await screen.findByText('Your review')).toBeTruthy()
  expect(app.received(writeReview).at(-1)?.body).toEqual({ stars: 4, text: 'A fine cut.' })
  expect(screen.queryByRole('button', { name: 'Publish review' })).toBeNull()
  app.end()
})

test('one’s own review is read with its reply, and with the reason where it was removed', async () => {
  const app = await startVisit()
  const at = '2026-11-25T17:00:00Z'
  const flag = { at, outcome: 'removed' as const, outcomeReason: 'It names somebody.', decidedAt: at }
  app.respond(readReview, aReview(app.business.id, { text: 'A fine cut.', reply: { text: 'Thank you!', at }, flag }))
  await app.show(<ReviewScreen bookingId={app.made.id} />)
  for (const text of ['A fine cut.', 'Reply from Fenwick', 'Thank you!', 'Reason: It names somebody.'])
    expect(await screen.findByText(text)).toBeTruthy()
  app.end()
})

test('what took not place is not reviewed', async () => {
  const app = await startVisit({ status: 'confirmed' })
  await app.show(<ReviewScreen bookingId={app.made.id} />)
  expect(await screen.findByText('You can leave a review once your visit is completed.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Publish review' })).toBeNull()
  app.end()
})

test('whoever found nobody there reports it: it needs a text, and then the payment is held', async () => {
  const app = await startVisit({ status: 'confirmed', start: '2026-11-24T17:00:00Z' })
  const complained = { ...app.made, complainedAt: '2026-11-24T18:00:00Z' }
  app.respond(fileComplaint, () => {
    app.respond(readBooking, complained)
    return complained
  })
  await app.openBooking()
  await press('Report a problem')
  await press('Send')
  expect(screen.getByText('Enter what happened')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('What happened?'), 'Nobody was there.')
  await press('Send')
  expect(await screen.findByText(/^We’ve received your report. We hold the payment/)).toBeTruthy()
  expect(app.received(fileComplaint).map(({ body }) => body)).toEqual([{ text: 'Nobody was there.' }])
  expect(screen.queryByRole('button', { name: 'Report a problem' })).toBeNull()
  app.end()
})

test('what the business offers instead is accepted from there', async () => {
  const complaint = { text: 'Nobody was there.', reply: 'We are sorry.', decideBy: '2026-12-01T17:00:00Z' }
  const app = await startVisit({ complainedAt: '2026-11-24T18:00:00Z', complaint, offeredShare: 5_000 })
  const accepted = { ...app.made, complaintDecision: 'refunded' as const, refundShare: 5_000 }
  app.respond(acceptRefund, () => {
    app.respond(readBooking, accepted)
    return accepted
  })
  await app.openBooking()
  expect(await screen.findByText('We are sorry.')).toBeTruthy()
  await press('Accept $22.50')
  expect(await screen.findByText('Refund approved')).toBeTruthy()
  expect(app.received(acceptRefund)[0]?.body).toEqual({ offeredShare: 5_000 })
  app.end()
})

const aReceipt = (changes: Partial<Output<typeof readReceipt>> = {}): Output<typeof readReceipt> => ({
  ...{ number: '2026-000017', paymentId: newId('payment'), bookingId: newId('booking') },
  ...{ businessId: newId('business'), businessName: 'Fenwick', serviceName: 'Haircut' },
  ...{ start: '2026-11-24T17:00:00Z', timeZone: 'America/Boise', paidAt: '2026-11-20T17:00:00Z' },
  lines: [
    { kind: 'paid', at: '2026-11-20T17:00:00Z', amount: { amount: 4500, currency: 'USD' } },
    { kind: 'refunded', at: '2026-11-25T17:00:00Z', amount: { amount: -2250, currency: 'USD' } },
  ],
  total: { amount: 2250, currency: 'USD' },
  funds: 'held',
  releaseAt: '2026-11-27T17:00:00Z',
  card: { brand: 'visa', last4: '4242' },
  ...changes,
})

test('the receipt says what was paid, what came back, by which card, and where the money is', async () => {
  const app = await startVisit()
  app.respond(readReceipt, aReceipt())
  await app.show(<ReceiptScreen bookingId={app.made.id} />)
  for (const text of [
    'Receipt 2026-000017',
    'Visa ending in 4242',
    'Paid, Fri, Nov 20, 2026',
    'Refunded, Wed, Nov 25, 2026',
    '-$22.50',
    '$22.50',
    'We hold it until Fri, Nov 27, 10:00 AM MST, then pay the business.',
  ])
    expect(await screen.findByText(text)).toBeTruthy()
  app.end()
})

test('where nothing was paid online there is no receipt, and offline it is tried again', async () => {
  const app = await startVisit()
  app.respond(readReceipt, unreachable, refuse('not-found'))
  await app.show(<ReceiptScreen bookingId={app.made.id} />)
  await press('Try again')
  await waitFor(() => expect(screen.getByText('Nothing was paid online for this booking.')).toBeTruthy())
  app.end()
})
