import { describe, expect, test } from 'vitest'
import { findSlots } from '../src/scheduling.ts'
import { daily, startsFor, request } from './shop.ts'

const on = (date: string, ...times: string[]) => times.map((time) => `${date}T${time}:00Z`)

test('the grid is anchored to the zone of the business, not to that of whoever asks', () => {
  const india = { timeZone: 'Asia/Kolkata', business: daily(['09:30', '12:00']), from: '2026-03-03' }
  const slots = on('2026-03-03', '04:00', '05:00')
  expect(startsFor({ ...india, now: '2026-03-01T00:00:00-11:00' })).toEqual(slots)
  expect(startsFor({ ...india, now: '2026-03-01T00:00:00+05:30' })).toEqual(slots)
})

test('a slot says its start and end in UTC', () => {
  expect(findSlots(request({ business: daily(['09:00', '10:00']) }))).toEqual([
    { start: '2026-03-03T14:00:00Z', end: '2026-03-03T15:00:00Z', staffIds: [], seatsLeft: 1 },
  ])
})

test('overlapping and touching shifts are one, and each opening starts the grid anew', () => {
  const half = { durationMinutes: 60, stepMinutes: 60, timeZone: 'UTC' }
  expect(startsFor({ ...half, business: daily(['09:00', '10:30'], ['10:30', '12:00']) })).toEqual(
    on('2026-03-03', '09:00', '10:00', '10:30'),
  )
  expect(startsFor({ ...half, business: daily(['09:00', '12:00'], ['10:15', '12:00']) })).toEqual(
    on('2026-03-03', '09:00', '10:00', '10:15'),
  )
  expect(startsFor({ ...half, business: daily(['09:00', '13:00'], ['10:15', '11:00']) })).toEqual(
    on('2026-03-03', '09:00', '10:00', '10:15', '11:15'),
  )
})

test('availability goes on past midnight: 24:00 is the end of the day, 23:59 is not', () => {
  const night = { timeZone: 'UTC', stepMinutes: 30, from: '2026-03-03' }
  const monday = (closes: string) => ({
    weekly: [
      { day: 2 as const, opens: '23:00', closes },
      { day: 3 as const, opens: '00:00', closes: '01:00' },
    ],
  })
  expect(startsFor({ ...night, business: monday('24:00') })).toEqual(on('2026-03-03', '23:00', '23:30'))
  expect(startsFor({ ...night, business: monday('23:59') })).toEqual([])
})

test('closing at or before opening runs into the next day', () => {
  const late = { timeZone: 'UTC', business: { weekly: [{ day: 2 as const, opens: '22:00', closes: '01:00' }] } }
  expect(startsFor({ ...late, to: '2026-03-04' })).toEqual([
    '2026-03-03T22:00:00Z',
    '2026-03-03T23:00:00Z',
    '2026-03-04T00:00:00Z',
  ])
  expect(startsFor({ ...late, from: '2026-03-04' })).toEqual(['2026-03-04T00:00:00Z'])
  const allDay = {
    timeZone: 'UTC',
    business: { weekly: [{ day: 2 as const, opens: '06:00', closes: '06:00' }] },
    stepMinutes: 720,
  }
  expect(startsFor({ ...allDay, to: '2026-03-04' })).toEqual(on('2026-03-03', '06:00', '18:00'))
})

describe('an exception replaces the shifts that start that day', () => {
  const bar = daily(['20:00', '02:00'])
  const around = { timeZone: 'UTC', from: '2026-03-03', to: '2026-03-04', durationMinutes: 120, stepMinutes: 120 }

  test('the tail of the night before survives', () => {
    const special = [{ date: '2026-03-03', closed: true }]
    expect(startsFor({ ...around, business: { ...bar, special } })).toEqual([
      '2026-03-03T00:00:00Z',
      '2026-03-04T20:00:00Z',
      '2026-03-04T22:00:00Z',
    ])
  })

  test('several entries are several shifts, and one that is closed closes them all', () => {
    const shifts = [
      { date: '2026-03-03', opens: '08:00', closes: '10:00' },
      { date: '2026-03-03', opens: '13:00', closes: '15:00' },
    ]
    const day = { ...around, to: '2026-03-03', business: { weekly: [], special: shifts } }
    expect(startsFor(day)).toEqual(on('2026-03-03', '08:00', '13:00'))
    const closed = [...shifts, { date: '2026-03-03', closed: true }]
    expect(startsFor({ ...day, business: { weekly: [], special: closed } })).toEqual([])
  })
})

describe('only real local times are offered', () => {
  const night = { business: daily(['01:00', '04:00']) }

  test('a skipped hour is not offered', () => {
    expect(startsFor({ ...night, from: '2026-03-08' })).toEqual(on('2026-03-08', '06:00', '07:00'))
  })

  test('of a repeated hour both are offered', () => {
    expect(startsFor({ ...night, from: '2026-11-01' })).toEqual(on('2026-11-01', '05:00', '06:00', '07:00', '08:00'))
  })

  test('an opening that does not exist moves forward by the gap, one that exists twice is the first', () => {
    expect(startsFor({ business: daily(['02:30', '05:00']), from: '2026-03-08' })).toEqual(on('2026-03-08', '07:30'))
    expect(startsFor({ business: daily(['01:30', '02:30']), from: '2026-11-01' })).toEqual(
      on('2026-11-01', '05:30', '06:30'),
    )
  })

  test('a shift that the clock change leaves without time is none', () => {
    expect(startsFor({ business: daily(['02:30', '03:00']), from: '2026-03-08', durationMinutes: 15 })).toEqual([])
  })

  test('a clock can change by half an hour', () => {
    const island = { timeZone: 'Australia/Lord_Howe', business: daily(['01:00', '03:00']), stepMinutes: 30 }
    expect(startsFor({ ...island, from: '2026-10-04' })).toEqual(['2026-10-03T14:30:00Z', '2026-10-03T15:00:00Z'])
  })

  test('a day that the calendar skips has no slots', () => {
    const samoa = { timeZone: 'Pacific/Apia', business: daily(['09:00', '11:00']) }
    expect(startsFor({ ...samoa, from: '2011-12-29', to: '2011-12-31' })).toEqual([
      '2011-12-29T19:00:00Z',
      '2011-12-29T20:00:00Z',
      '2011-12-30T19:00:00Z',
      '2011-12-30T20:00:00Z',
    ])
    expect(startsFor({ ...samoa, from: '2011-12-30' })).toEqual([])
  })
})

test('a duration is elapsed time, on the day the clocks change too', () => {
  const spring = findSlots(request({ business: daily(['01:30', '04:30']), from: '2026-03-08', durationMinutes: 120 }))
  expect(spring.map(({ start, end }) => [start, end])).toEqual([['2026-03-08T06:30:00Z', '2026-03-08T08:30:00Z']])
})

test('where midnight does not exist the day starts with its first instant', () => {
  const day = { business: daily(['00:00', '03:00']), stepMinutes: 60 }
  expect(startsFor({ ...day, timeZone: 'Asia/Beirut', from: '2026-03-29' })).toEqual([
    '2026-03-28T22:00:00Z',
    '2026-03-28T23:00:00Z',
  ])
  expect(startsFor({ ...day, timeZone: 'America/Santiago', from: '2026-09-06' })).toEqual(
    on('2026-09-06', '04:00', '05:00'),
  )
  expect(startsFor({ ...day, timeZone: 'Africa/Cairo', from: '2026-04-24' })).toEqual([
    '2026-04-23T22:00:00Z',
    '2026-04-23T23:00:00Z',
  ])
})

describe('the window', () => {
  test('notice is elapsed time, and a start exactly then is offered', () => {
    const spring = { business: daily(['08:00', '12:00']), from: '2026-03-08', minNoticeMinutes: 1440 }
    expect(startsFor({ ...spring, now: '2026-03-07T14:00:00Z' })).toEqual(on('2026-03-08', '14:00', '15:00'))
    expect(startsFor({ ...spring, now: '2026-03-07T14:00:00.001Z' })).toEqual(on('2026-03-08', '15:00'))
  })

  test('the horizon counts dates of the business zone', () => {
    const auckland = {
      timeZone: 'Pacific/Auckland',
      business: daily(['09:00', '10:00']),
      to: '2026-03-10',
      maxHorizonDays: 1,
    }
    expect(startsFor({ ...auckland, now: '2026-03-03T10:59:00Z' })).toEqual(['2026-03-03T20:00:00Z'])
    expect(startsFor({ ...auckland, now: '2026-03-03T11:00:00Z' })).toEqual([
      '2026-03-03T20:00:00Z',
      '2026-03-04T20:00:00Z',
    ])
  })

  test('both days are included, and a window that ends before it begins has none', () => {
    const days = { business: daily(['09:00', '10:00']), timeZone: 'UTC' }
    expect(startsFor({ ...days, to: '2026-03-04' })).toEqual(['2026-03-03T09:00:00Z', '2026-03-04T09:00:00Z'])
    expect(startsFor({ ...days, to: '2026-03-02' })).toEqual([])
  })
})
