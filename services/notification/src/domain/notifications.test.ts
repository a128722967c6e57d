import { newId } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { notificationsOfBooking } from './notifications.ts'
import { isDelivered } from './preferences.ts'

const booking = {
  id: newId('booking'),
  businessId: newId('business'),
  marketId: newId('market'),
  consumerId: newId('person'),
  serviceName: 'Haircut',
  start: '2026-03-20T15:00:00Z',
  end: '2026-03-20T15:30:00Z',
  timeZone: 'America/Boise',
  status: 'confirmed',
  partySize: 1,
  price: { amount: 4500, currency: 'USD' as const },
  payment: 'online' as const,
  deposit: { amount: 4500 },
  policy: { freeUntilHours: 24, lateRefundShare: 5000, noShowRefundShare: 0 },
  createdAt: '2026-03-10T15:00:00Z',
  isGuest: false,
  version: 2,
}
const notified = (type: string, changes = {}, at = booking.start) =>
  notificationsOfBooking({ type, at, data: { ...booking, ...changes } }, 'Third Street Barber').map(
    ({ kind, to, isOwnAct }) => [
      kind,
      'person' in to ? 'person' : 'business',
      !isOwnAct && isDelivered({ kind, to }, 'mail', () => undefined),
    ],
  )

test('both are notified of a confirmed booking, by mail too', () => {
  expect(notified('booking.confirmed.v1')).toEqual([
    ['booking-confirmed', 'person', true],
    ['booking-new', 'business', true],
  ])
  const own = notified('booking.confirmed.v1', { isEnteredByBusiness: true })
  expect(own[1], 'what the business has done itself is no news to it').toEqual(['booking-new', 'business', false])
})

test('a business that cancels is not notified of it', () => {
  expect(notified('booking.cancelled.v1', { cancelledBy: 'business' })).toEqual([['booking-cancelled', 'person', true]])
  expect(notified('booking.cancelled.v1', { cancelledBy: 'consumer' })).toHaveLength(2)
})

test('whoever paid for a time that was taken gets a mail about it, and whoever paid too late to move reads that the booking stands', () => {
  expect(notified('booking.payment-unusable.v1', { status: 'expired' })).toEqual([['payment-unusable', 'person', true]])
  expect(notified('booking.payment-unusable.v1')).toEqual([['difference-unusable', 'person', true]])
})

test('nobody is invited to a review that would be refused', () => {
  const invited = (changes: object) =>
    notified('booking.completed.v1', { status: 'completed', ...changes }).length === 1
  expect(invited({ completedBy: 'business' })).toBe(true)
  expect(invited({ completedBy: 'automatic', payment: 'at-venue' })).toBe(false)
  expect(invited({ completedBy: 'automatic' })).toBe(true)
  expect(invited({ completedBy: 'business', isGuest: true, isEnteredByBusiness: true })).toBe(false)
})

const held = { status: 'held', holdExpiresAt: '2026-03-19T07:10:00Z', version: 1 }

test('whoever holds a time is asked once, by mail, to pay for it, and the business is not notified', () => {
  expect(notified('booking.held.v1', held)).toEqual([['booking-held', 'person', true]])
  expect(notified('booking.held.v1', { ...held, version: 2 })).toEqual([])
})

test('of a hold that ran out there is one mail, and of one that its booker gave up there is none', () => {
  const expired = { ...held, status: 'expired', version: 2 }
  expect(notified('booking.expired.v1', expired, '2026-03-19T07:10:00Z')).toEqual([['booking-expired', 'person', true]])
  expect(notified('booking.expired.v1', expired, '2026-03-19T07:03:00Z')).toEqual([])
})

test('a hold that is cancelled before it is paid is not cancelled as though it had been booked', () => {
  const cancelled = { ...held, status: 'cancelled', version: 2 }
  expect(notified('booking.cancelled.v1', { ...cancelled, cancelledBy: 'consumer' })).toEqual([])
  expect(notified('booking.cancelled.v1', { ...cancelled, cancelledBy: 'business' })).toEqual([
    ['hold-cancelled', 'person', true],
  ])
})

test('the consumer reads what the business wrote when it cancelled, and nobody else does', () => {
  const messages = (cancelledBy: 'business' | 'consumer') =>
    notificationsOfBooking(
      { type: 'booking.cancelled.v1', at: booking.start, data: { ...booking, cancelledBy, reason: 'Kim is ill' } },
      'Yoga',
    ).map(({ about }) => about['message'])
  expect(messages('business')).toEqual(['Kim is ill'])
  expect(messages('consumer')).toEqual([undefined, undefined])
})

test('of a complaint the business reads by mail, its booker that it arrived, and the operators in their inbox', () => {
  expect(notified('booking.complaint-filed.v1')).toEqual([
    ['complaint-received', 'person', true],
    ['complaint-filed', 'business', true],
    ['complaint-filed', 'business', false],
  ])
  expect(notified('booking.complaint-replied.v1', { offeredShare: 4000 })).toEqual([
    ['complaint-replied', 'person', true],
  ])
  const answered = { ...booking, offeredShare: 4000 }
  const data = { type: 'booking.complaint-replied.v1', at: booking.start, data: answered }
  expect(notificationsOfBooking(data, 'Yoga')[0]?.about).toMatchObject({ amount: 1800, currency: 'USD' })
})

test('what the business refunds by its own decision is mailed to whoever paid, with the sum of all refunds', () => {
  const refunded = { ...booking, refundShare: 1_000, businessRefund: { amount: 2000, currency: 'USD' as const } }
  const [notification, ...others] = notificationsOfBooking(
    { type: 'booking.refunded.v1', at: booking.start, data: refunded },
    'Yoga',
  )
  expect(notification).toMatchObject({ kind: 'booking-refunded', to: { person: booking.consumerId } })
  expect(notification?.about).toMatchObject({ refund: 2000, currency: 'USD' })
  expect(others).toEqual([])
})
