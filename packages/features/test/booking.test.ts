import { expect, test } from 'vitest'
import { describeDays, describeMonths, groupTimes } from '../src/booking/days'
import { refundText } from '../src/booking/refund-text'
import { notificationText } from '../src/messages/notification-text'
import { english } from '../src/testing/english'

const timeZone = 'America/Boise'
const slot = (start: string, seatsLeft = 1) => ({ start, seatsLeft })

test('days without a free time are shown and cannot be chosen', () => {
  const slots = [slot('2026-11-24T16:00:00Z'), slot('2026-11-24T16:30:00Z'), slot('2026-11-26T16:00:00Z')]
  const empty = { '2026-11-25': 'full', '2026-11-27': 'closed', '2026-11-28': 'off', '2026-11-29': 'late' } as const
  const days = describeDays(english, { slots, empty, from: '2026-11-24', lastDay: '2026-11-29', days: 14, timeZone })
  expect(days.map(({ id, full, note }) => [id, full, note])).toEqual([
    ['2026-11-24', false, '2 times'],
    ['2026-11-25', true, 'Full'],
    ['2026-11-26', false, '1 time'],
    ['2026-11-27', true, 'Closed'],
    ['2026-11-28', true, 'No staff'],
    ['2026-11-29', true, 'Too late'],
  ])
  expect(days[0]?.label).toBe('Tuesday, November 24, 2 times available')
})

test('times stand in their part of the day, in the time of the place', () => {
  const slots = [slot('2026-11-24T18:45:00Z'), slot('2026-11-24T19:00:00Z'), slot('2026-11-25T00:00:00Z')]
  const groups = groupTimes(english, slots, '2026-11-24', timeZone, false)
  expect(groups.map(({ label, slots: times }) => [label, times.map(({ time }) => time)])).toEqual([
    ['Morning', ['11:45 AM']],
    ['Afternoon', ['12:00 PM']],
    ['Evening', ['5:00 PM']],
  ])
})

test('a group says how many places are left', () => {
  const [group] = groupTimes(english, [slot('2026-11-24T16:00:00Z', 3)], '2026-11-24', timeZone, true)
  expect(group?.slots[0]).toMatchObject({
    note: '3 spots left',
    label: 'Tuesday, November 24 at 9:00 AM, 3 spots left',
  })
})

test('an hour that exists twice is offered twice', () => {
  const slots = [slot('2026-11-01T07:30:00Z'), slot('2026-11-01T08:30:00Z')]
  const [group] = groupTimes(english, slots, '2026-11-01', timeZone, false)
  expect(group?.slots.map(({ id, time }) => [id, time])).toEqual([
    ['2026-11-01T07:30:00Z', '1:30 AM'],
    ['2026-11-01T08:30:00Z', '1:30 AM'],
  ])
})

test('the strip names the months it shows', () => {
  expect(describeMonths(english, '2026-11-01', 14)).toBe('November 2026')
  expect(describeMonths(english, '2026-11-24', 14)).toBe('November – December 2026')
})

const policy = { freeUntilHours: 24, lateRefundShare: 5_000, noShowRefundShare: 0 }
const paid = {
  start: '2026-11-25T16:00:00Z',
  timeZone,
  policy,
  deposit: { amount: 4501, currency: 'USD' },
  payment: 'online',
  status: 'confirmed',
} as const

test('what cancelling gives back is said to the cent before it is done', () => {
  expect(refundText(english, paid, '2026-11-24T16:00:00Z')).toBe('You’ll get a full refund of $45.01.')
  expect(refundText(english, paid, '2026-11-24T16:00:01Z')).toContain('you’ll get $22.51 of $45.01 back')
  const strict = { ...paid, policy: { ...policy, lateRefundShare: 0 } }
  expect(refundText(english, strict, '2026-11-25T10:00:00Z')).toContain('you won’t get a refund')
  expect(refundText(english, { ...paid, status: 'held' }, '2026-11-25T10:00:00Z')).toContain('You haven’t been charged')
})

test('a notification newer than the page is told all the same', () => {
  const about = { service: 'Haircut', business: 'Fenwick', start: '2026-11-24T16:00:00Z', timeZone }
  expect(notificationText(english, { kind: 'booking-confirmed', about })).toBe(
    'Booked: Haircut at Fenwick, Tue, Nov 24, 9:00 AM',
  )
  expect(notificationText(english, { kind: 'of-tomorrow', about })).toBe('Update about Fenwick')
})
