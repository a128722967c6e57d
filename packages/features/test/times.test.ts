import { expect, test } from 'vitest'
import { createI18n } from '../src/i18n'
import { addDays, addMinutes, isSameLocalTime, toLocalDate, toWeekday } from '../src/time/dates'
import { formatDateTime, formatDateTimeWithZone, formatDuration, formatRelativeDay } from '../src/time/format-time'

const english = createI18n('en-US', { en: {} })
const boise = 'America/Boise'

test('a time shows its day, and its zone where it must be exact', () => {
  expect(formatDateTime(english, '2026-11-24T16:00:00Z', boise)).toBe('Tue 24 Nov, 09:00')
  expect(formatDateTimeWithZone(english, '2026-11-24T16:00:00Z', boise)).toBe('Tue 24 Nov, 09:00 MST')
  expect(formatDateTimeWithZone(english, '2026-07-24T15:00:00Z', boise)).toBe('Fri 24 Jul, 09:00 MDT')
})

test('the day is that of the place, not of the reader or of Greenwich', () => {
  expect(toLocalDate('2026-11-24T05:30:00Z', boise)).toBe('2026-11-23')
  expect(toLocalDate('2026-11-24T05:30:00Z', 'Asia/Tokyo')).toBe('2026-11-24')
})

test('today and tomorrow are named, also around midnight of the place', () => {
  const now = '2026-11-24T06:30:00Z'
  expect(formatRelativeDay(english, '2026-11-24T06:59:00Z', boise, now)).toBe('Today')
  expect(formatRelativeDay(english, '2026-11-24T07:00:00Z', boise, now)).toBe('Tomorrow')
  expect(formatRelativeDay(english, '2026-11-26T16:00:00Z', boise, now)).toBe('Thu 26 Nov')
})

test('hours before a start are elapsed hours, also over a change of clocks', () => {
  expect(addMinutes('2026-03-08T16:00:00Z', -24 * 60)).toBe('2026-03-07T16:00:00Z')
  expect(formatDateTimeWithZone(english, addMinutes('2026-03-08T15:00:00Z', -24 * 60), boise)).toBe(
    'Sat 7 Mar, 08:00 MST',
  )
})

test('dates are counted over months, leap days and years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  expect([toWeekday('2026-11-23'), toWeekday('2026-11-29'), toWeekday('2019-07-04')]).toEqual([1, 7, 4])
})

test('two zones that show the same time need not be told apart', () => {
  expect(isSameLocalTime('2026-11-24T16:00:00Z', boise, 'America/Denver')).toBe(true)
  expect(isSameLocalTime('2026-07-24T16:00:00Z', 'America/Phoenix', 'America/Denver')).toBe(false)
})

test('a duration is written in hours and minutes', () => {
  expect([45, 60, 150].map((minutes) => formatDuration(english, minutes))).toEqual(['45 min', '1 h', '2 h 30 min'])
})
