import { expect, test } from 'vitest'
import { formatDistance } from '../src/place/distance'
import { describeOpening } from '../src/place/opening'
import { describeWeekAhead, formatShift } from '../src/place/week'
import { english, englishFor } from '../src/testing/english'

const boise = 'America/Boise'
const now = '2026-11-24T16:00:00Z'
const text = (open: Parameters<typeof describeOpening>[1]) => describeOpening(english, open, boise, now)

test('unknown hours do not mean closed', () => {
  expect(text(null)).toEqual({ tone: 'plain', text: 'Hours unknown' })
})

test('an open place shows until when, with a warning when that is soon', () => {
  expect(text({ isOpen: true, nextChange: '2026-11-25T00:00:00Z' }).text).toBe('Open until 5 PM')
  expect(text({ isOpen: true, nextChange: '2026-11-24T16:45:00Z' })).toEqual({
    tone: 'pending',
    text: 'Closes soon, at 9:45 AM',
  })
  expect(text({ isOpen: true, nextChange: '2026-11-24T16:46:00Z' }).tone).toBe('success')
  expect(text({ isOpen: true }).text).toBe('Open 24 hours')
  expect(text({ isOpen: true, nextChange: '2026-11-26T01:30:00Z' }).text).toBe('Open until tomorrow at 6:30 PM')
  expect(
    describeOpening(english, { isOpen: true, nextChange: '2026-11-25T09:00:00Z' }, boise, '2026-11-25T04:00:00Z').text,
  ).toBe('Open until 2 AM')
})

test('a closed place shows when it opens, with the day unless it is today', () => {
  expect(text({ isOpen: false, nextChange: '2026-11-24T17:00:00Z' }).text).toBe('Closed · opens at 10 AM')
  expect(text({ isOpen: false, nextChange: '2026-11-25T16:00:00Z' }).text).toBe('Closed · opens tomorrow at 9 AM')
  expect(text({ isOpen: false, nextChange: '2026-11-27T16:00:00Z' }).text).toBe('Closed · opens Friday at 9 AM')
  expect(text({ isOpen: false, nextChange: '2026-12-04T16:00:00Z' }).text).toBe('Closed · opens Fri, Dec 4 at 9 AM')
})

test('the week begins today, and a special day replaces the usual hours', () => {
  const weekly = [
    { day: 2 as const, opens: '13:00', closes: '18:00' },
    { day: 2 as const, opens: '09:00', closes: '12:00' },
    { day: 4 as const, opens: '09:00', closes: '17:00' },
  ]
  const special = [{ date: '2026-11-26', closed: true, note: 'Thanksgiving' }]
  const days = describeWeekAhead(english, { weekly, special }, boise, now)
  expect(days.map(({ label }) => label).slice(0, 3)).toEqual(['Today', 'Wed, Nov 25', 'Thu, Nov 26'])
  expect(days[0]?.hours).toBe('9 AM – 12 PM, 1 – 6 PM')
  const [night, always] = [
    { opens: '17:00', closes: '02:00' },
    { opens: '00:00', closes: '24:00' },
  ]
  expect([night, always].map((shift) => formatShift(english, shift))).toEqual(['5 PM – 2 AM', 'Open 24 hours'])
  expect(days[1]?.hours).toBe('Closed')
  expect(days[2]).toMatchObject({ hours: 'Closed', note: 'Thanksgiving', isSpecial: true })
})

test('a distance is in the unit of the reader', () => {
  expect(formatDistance(english, 644)).toBe('0.4 mi')
  expect(formatDistance(english, 20)).toBe('0.1 mi')
  expect(formatDistance(englishFor('en-IE'), 644)).toBe('650 m')
  expect(formatDistance(englishFor('en-IE'), 12_300)).toBe('12 km')
})
