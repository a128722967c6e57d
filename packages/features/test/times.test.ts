import { expect, test } from 'vitest'
import { english } from '../src/testing/english'
import { addDays, addMinutes, isSameLocalTime, toLocalDate, toWeekday } from '../src/time/dates'
import {
  formatDateTime,
  formatDateTimeInFull,
  formatDateTimeRange,
  formatDateTimeWithZone,
  formatDay,
  formatDuration,
  formatHour,
  formatHourRange,
  formatMonths,
  formatTime,
  formatTimeRange,
  formatZoneInFull,
} from '@buy-locals/values/format-time'
import { createI18n } from '../src/i18n'
import { british } from '../src/messages/british'
import { en } from '../src/messages/en'
import { es } from '../src/messages/es'
import { dayTitle, weekdayTitle } from '../src/time/day-title'
import { relativeDay } from '../src/time/relative-day'

const boise = 'America/Boise'

test('a time shows its day, and its zone where it must be exact', () => {
  expect(formatDateTime(english, '2026-11-24T16:00:00Z', boise)).toBe('Tue, Nov 24, 9:00 AM')
  expect(formatDateTimeWithZone(english, '2026-11-24T16:00:00Z', boise)).toBe('Tue, Nov 24, 9:00 AM MST')
  expect(formatDateTimeWithZone(english, '2026-07-24T15:00:00Z', boise)).toBe('Fri, Jul 24, 9:00 AM MDT')
})

test('the day is that of the place, not of the reader or of Greenwich', () => {
  expect(toLocalDate('2026-11-24T05:30:00Z', boise)).toBe('2026-11-23')
  expect(toLocalDate('2026-11-24T05:30:00Z', 'Asia/Tokyo')).toBe('2026-11-24')
})

test('today and tomorrow are named, also around midnight of the place', () => {
  const now = '2026-11-24T06:30:00Z'
  expect(relativeDay('2026-11-24T06:59:00Z', boise, now)).toBe('today')
  expect(relativeDay('2026-11-24T07:00:00Z', boise, now)).toBe('tomorrow')
  expect(relativeDay('2026-11-26T16:00:00Z', boise, now)).toBe(undefined)
})

test('each reader sees times as they write them, and every space can be typed', () => {
  const [start, end, night] = ['2026-11-28T21:30:00Z', '2026-11-28T23:00:00Z', '2026-11-29T09:00:00Z'] as const
  const written = (locale: string) => [
    formatDay({ locale }, start, boise),
    formatDateTime({ locale }, start, boise),
    formatDateTime({ locale }, start, boise, 'long'),
    formatDateTimeInFull({ locale }, start, boise),
    formatTime({ locale }, end, boise),
    formatHour({ locale }, start, boise),
    formatHour({ locale }, end, boise),
    formatTimeRange({ locale }, start, end, boise),
    formatTimeRange({ locale }, end, night, boise),
    formatHourRange({ locale }, end, night, boise),
    formatDateTimeRange({ locale }, start, end, boise),
    formatMonths({ locale }, start, '2026-12-05T00:00:00Z', boise),
    formatZoneInFull({ locale }, start, boise),
    formatDuration({ locale }, 90),
  ]
  expect(written('en-US')).toEqual([
    'Sat, Nov 28',
    'Sat, Nov 28, 2:30 PM',
    'Saturday, November 28 at 2:30 PM',
    'Sat, Nov 28, 2026, 2:30 PM MST',
    '4:00 PM',
    '2:30 PM',
    '4 PM',
    '2:30 – 4:00 PM',
    '4:00 PM – 2:00 AM',
    '4 PM – 2 AM',
    'Sat, Nov 28, 2:30 – 4:00 PM',
    'November – December 2026',
    'Mountain Time',
    '1 hr 30 min',
  ])
  expect(written('en-GB')).toEqual([
    'Sat 28 Nov',
    'Sat 28 Nov, 14:30',
    'Saturday 28 November at 14:30',
    'Sat, 28 Nov 2026, 14:30 GMT-7',
    '16:00',
    '14:30',
    '16:00',
    '14:30–16:00',
    '16:00–02:00',
    '16:00–02:00',
    'Sat 28 Nov, 14:30–16:00',
    'November – December 2026',
    'Mountain Time',
    '1 hr 30 mins',
  ])
  expect(written('es-US').slice(0, 2)).toEqual(['sáb, 28 de nov', 'sáb, 28 de nov, 2:30 p.m.'])
})

test('hours before a start are elapsed hours, also over a change of clocks', () => {
  expect(addMinutes('2026-03-08T16:00:00Z', -24 * 60)).toBe('2026-03-07T16:00:00Z')
  expect(formatDateTimeWithZone(english, addMinutes('2026-03-08T15:00:00Z', -24 * 60), boise)).toBe(
    'Sat, Mar 7, 8:00 AM MST',
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
  expect([45, 60, 150].map((minutes) => formatDuration(english, minutes))).toEqual(['45 min', '1 hr', '2 hr 30 min'])
})

test('a line that begins with a day begins with a capital letter, also where a sentence writes the day small', () => {
  const readers = [
    english,
    createI18n('en-GB', { features: en }, { features: british }),
    createI18n('es-US', { features: es }),
  ]
  expect(readers.map((reader) => [dayTitle(reader, '2026-11-24'), weekdayTitle(reader, 7)])).toEqual([
    ['Tuesday, November 24', 'Sunday'],
    ['Tuesday 24 November', 'Sunday'],
    ['Martes, 24 de noviembre', 'Domingo'],
  ])
})
