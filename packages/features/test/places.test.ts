import { expect, test } from 'vitest'
import { addressIn } from '../src/place/address-in'
import { formatDistance } from '../src/place/distance'
import { describeOpening } from '../src/place/opening'
import { describeWeekAhead } from '../src/place/week'
import { createI18n } from '../src/i18n'

const english = createI18n('en-US', { en: {} })
const boise = 'America/Boise'
const now = '2026-11-24T16:00:00Z'
const text = (open: Parameters<typeof describeOpening>[1]) => describeOpening(english, open, boise, now)

test('unknown hours do not mean closed', () => {
  expect(text(null)).toEqual({ tone: 'plain', text: 'Hours unknown' })
})

test('an open place shows until when, with a warning when that is soon', () => {
  expect(text({ isOpen: true, nextChange: '2026-11-25T00:00:00Z' }).text).toBe('Open until 17:00')
  expect(text({ isOpen: true, nextChange: '2026-11-24T16:45:00Z' })).toEqual({
    tone: 'pending',
    text: 'Closes soon, 09:45',
  })
  expect(text({ isOpen: true, nextChange: '2026-11-24T16:46:00Z' }).tone).toBe('success')
  expect(text({ isOpen: true }).text).toBe('Open day and night')
})

test('a closed place shows when it opens, with the day unless it is today', () => {
  expect(text({ isOpen: false, nextChange: '2026-11-24T17:00:00Z' }).text).toBe('Closed, opens 10:00')
  expect(text({ isOpen: false, nextChange: '2026-11-25T16:00:00Z' }).text).toBe('Closed, opens Tomorrow, 09:00')
  expect(text({ isOpen: false, nextChange: '2026-11-27T16:00:00Z' }).text).toBe('Closed, opens Fri 27 Nov, 09:00')
})

test('the week begins today, and a special day replaces the usual hours', () => {
  const weekly = [
    { day: 2 as const, opens: '13:00', closes: '18:00' },
    { day: 2 as const, opens: '09:00', closes: '12:00' },
    { day: 4 as const, opens: '09:00', closes: '17:00' },
  ]
  const special = [{ date: '2026-11-26', closed: true, note: 'Thanksgiving' }]
  const days = describeWeekAhead(english, { weekly, special }, boise, now)
  expect(days.map(({ label }) => label).slice(0, 3)).toEqual(['Today', 'Wed 25 Nov', 'Thu 26 Nov'])
  expect(days[0]?.hours).toBe('09:00–12:00, 13:00–18:00')
  expect(days[1]?.hours).toBe('Closed')
  expect(days[2]).toMatchObject({ hours: 'Closed', note: 'Thanksgiving', isSpecial: true })
})

test('a distance is in the unit of the reader', () => {
  expect(formatDistance(english, 644)).toBe('0.4 mi')
  expect(formatDistance(english, 20)).toBe('0.1 mi')
  expect(formatDistance(createI18n('en-IE', { en: {} }), 644)).toBe('650 m')
  expect(formatDistance(createI18n('en-IE', { en: {} }), 12_300)).toBe('12 km')
})

test('an address is read from what the gazetteer calls a place', () => {
  expect(addressIn('Boise, Idaho')).toEqual({ city: 'Boise', region: 'Idaho' })
  expect(addressIn('83702 Boise, ID')).toEqual({ city: 'Boise', region: 'ID', postcode: '83702' })
  expect(addressIn('Garden City, ID')).toEqual({ city: 'Garden City', region: 'ID' })
  expect(addressIn('Boise')).toEqual({ city: 'Boise' })
})
