import { newId } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { notificationsOfBooking } from './notifications.ts'

const booking = {
  id: newId('booking'),
  businessId: newId('business'),
  consumerId: newId('person'),
  serviceName: 'Haircut',
  start: '2026-03-20T15:00:00Z',
  timeZone: 'America/Boise',
  status: 'confirmed',
  payment: 'online' as const,
  deposit: { amount: 4500 },
  isGuest: false,
}
const notified = (event: string, changes = {}) =>
  notificationsOfBooking(event, { ...booking, ...changes }, 'Third Street Barber').map(({ kind, to, mail }) => [
    kind,
    'person' in to ? 'person' : 'business',
    Boolean(mail),
  ])

test('both are notified of a confirmed booking, the consumer by mail too', () => {
  expect(notified('booking.confirmed.v1')).toEqual([
    ['booking-confirmed', 'person', true],
    ['booking-new', 'business', false],
  ])
})

test('a business that cancels is not notified of it', () => {
  expect(notified('booking.cancelled.v1', { cancelledBy: 'business' })).toEqual([['booking-cancelled', 'person', true]])
  expect(notified('booking.cancelled.v1', { cancelledBy: 'consumer' })).toHaveLength(2)
})

test('whoever paid for a time that was taken gets a mail about it', () => {
  expect(notified('booking.payment-unusable.v1')).toEqual([['payment-unusable', 'person', true]])
})

test('nobody is invited to a review that would be refused', () => {
  const invited = (changes: object) =>
    notified('booking.completed.v1', { status: 'completed', ...changes }).length === 1
  expect(invited({ completedBy: 'business' })).toBe(true)
  expect(invited({ completedBy: 'automatic', payment: 'at-venue' })).toBe(false)
  expect(invited({ completedBy: 'automatic' })).toBe(true)
  expect(invited({ completedBy: 'business', isGuest: true, isEnteredByBusiness: true })).toBe(false)
})

test('nobody is notified of a hold', () => {
  expect(notified('booking.held.v1')).toEqual([])
})

test('the consumer reads what the business wrote when it cancelled, and nobody else does', () => {
  const messages = (cancelledBy: 'business' | 'consumer') =>
    notificationsOfBooking('booking.cancelled.v1', { ...booking, cancelledBy, reason: 'Kim is ill' }, 'Yoga').map(
      ({ about }) => about['message'],
    )
  expect(messages('business')).toEqual(['Kim is ill'])
  expect(messages('consumer')).toEqual([undefined, undefined])
})
