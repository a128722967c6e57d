import { setTimeout } from 'node:timers/promises'
import * as events from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/notification/operations'
import { reviewPublished, reviewReplied } from '@buy-locals/contracts/review/events'
import { linkRequested } from '@buy-locals/contracts/auth/events'
import { newId, type Id } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { claimVersions } from '../src/steps/claim-versions.ts'
import { startNotifications } from './support.ts'

type Running = Awaited<ReturnType<typeof startNotifications>>

const subjects = async (notification: Running) => {
  await notification.advance('PT1S')
  return (await notification.inbox('cora@example.com')).map(({ subject }) => subject.replace(/:.*/, '')).toSorted()
}
const kinds = async (notification: Running, as: Id<'person'>) => {
  const { body } = await notification.call(api.listNotifications, {}, { as })
  return body.items.map(({ kind }) => kind).toSorted()
}

test('nobody is notified of Booked after Cancelled, whichever event comes first', async () => {
  await using notification = await startNotifications()
  const cora = await notification.person('cora@example.com')
  const booking = notification.booking(cora)
  await notification.deliver(events.bookingCancelled, booking.id, 3, { ...booking, version: 3, status: 'cancelled' })
  await notification.deliver(events.bookingConfirmed, booking.id, 2, booking)
  expect(await subjects(notification)).toEqual(['Canceled'])
  expect(await kinds(notification, cora)).toEqual(['booking-cancelled'])
  expect(await kinds(notification, notification.owner)).toEqual(['booking-cancelled-by-customer'])
})

test('an event that comes at the same moment waits for the later version', async () => {
  await using notification = await startNotifications()
  const cora = await notification.person('cora@example.com')
  const booking = notification.booking(cora)
  const held = await notification.db.transaction().execute(async (tx) => {
    const later = { event: { subject: booking.id, sequence: 3 }, state: 'cancelled' }
    expect(await claimVersions(tx, [later])).toEqual([later])
    const confirmed = notification.deliver(events.bookingConfirmed, booking.id, 2, booking)
    await setTimeout(200)
    return { confirmed }
  })
  await held.confirmed
  expect(await kinds(notification, cora)).toEqual([])
})

test('a version that leaves a booking in its state supersedes no notification', async () => {
  await using notification = await startNotifications()
  const cora = await notification.person('cora@example.com')
  const [claimed, returned] = [notification.booking(cora), notification.booking(cora)]
  await notification.deliver(events.bookingClaimed, claimed.id, 3, { ...claimed, version: 3 })
  await notification.deliver(events.bookingConfirmed, claimed.id, 2, claimed)
  const cancelled = { ...returned, status: 'cancelled' as const }
  const paid = { ...cancelled, version: 4, paymentId: newId('payment') }
  await notification.deliver(events.bookingPaymentUnusable, returned.id, 4, paid)
  await notification.deliver(events.bookingCancelled, returned.id, 3, { ...cancelled, version: 3 })
  expect(await kinds(notification, cora)).toEqual(['booking-cancelled', 'booking-confirmed', 'payment-unusable'])
  expect(await subjects(notification)).toHaveLength(3)
})

test('whoever pays too late to move a booking reads that it stands, and that the difference alone is refunded', async () => {
  await using notification = await startNotifications()
  const cora = await notification.person('cora@example.com')
  const booking = notification.booking(cora)
  const late = { ...booking, version: 5, paymentId: newId('payment') }
  await notification.deliver(events.bookingRescheduleExpired, booking.id, 4, { ...booking, version: 4 })
  await notification.deliver(events.bookingPaymentUnusable, booking.id, 5, late)
  expect(await kinds(notification, cora)).toEqual(['difference-unusable', 'move-expired'])
  expect(await subjects(notification)).toEqual([
    'Time not changed',
    'Your booking keeps its time, and the difference is refunded',
  ])
})

test('a reply that arrives before its review does not keep anybody from being notified of the review', async () => {
  await using notification = await startNotifications()
  const cora = await notification.person('cora@example.com')
  const { businessId } = notification
  const review = { id: newId('review'), bookingId: newId('booking'), businessId, consumerId: cora, serviceName: 'Haircut', by: 'Cora', stars: 5, verified: true, at: '2026-03-25T15:00:00Z', version: 1 } // prettier-ignore
  const reply = { text: 'Thank you', at: '2026-03-26T15:00:00Z' }
  await notification.deliver(reviewReplied, review.id, 2, { ...review, reply, version: 2 })
  await notification.deliver(reviewPublished, review.id, 1, review)
  expect(await kinds(notification, cora)).toEqual(['review-replied'])
  expect(await kinds(notification, notification.owner)).toEqual(['review-new'])
})

test('every link that is requested is mailed, in whatever order', async () => {
  await using notification = await startNotifications()
  const cora = await notification.person('cora@example.com')
  for (const version of [2_000, 1_000, 3_000]) {
    const link = { kind: 'reset-password' as const, personId: cora, token: `token-${version}`, version }
    await notification.deliver(linkRequested, cora, version, link)
  }
  expect(await subjects(notification)).toHaveLength(3)
})
