import { newId } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { ofBooking } from './telling.ts'

const booking = {
  id: newId('booking'),
  businessId: newId('business'),
  consumerId: newId('person'),
  serviceName: 'Haircut',
  start: '2026-03-20T15:00:00Z',
  timeZone: 'America/Boise',
  status: 'confirmed',
}
const told = (event: string, changes = {}) =>
  ofBooking(event, { ...booking, ...changes }, 'Third Street Barber').map(({ kind, to, mail }) => [
    kind,
    'person' in to ? 'person' : 'business',
    Boolean(mail),
  ])

test('of a confirmed booking both are told, the consumer by mail', () => {
  expect(told('booking.confirmed.v1')).toEqual([
    ['booking-confirmed', 'person', true],
    ['booking-new', 'business', false],
  ])
})

test('a business that cancels is not told that it did', () => {
  expect(told('booking.cancelled.v1', { cancelledBy: 'business' })).toEqual([['booking-cancelled', 'person', true]])
  expect(told('booking.cancelled.v1', { cancelledBy: 'consumer' })).toHaveLength(2)
})

test('whoever paid for a time that was gone is told so by mail', () => {
  expect(told('booking.payment-unusable.v1')).toEqual([['payment-unusable', 'person', true]])
})

test('a hold that was made is no news', () => {
  expect(told('booking.held.v1')).toEqual([])
})
