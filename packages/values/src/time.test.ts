import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  daysBetween,
  fromSecond,
  instant,
  instantOf,
  localDateOf,
  localTimeOf,
  startOfDay,
  timeZone,
  toSecond,
} from './time.ts'

test('the day starts at its first instant where midnight does not exist', () => {
  expect(toSecond(startOfDay('2024-09-08', 'America/Santiago'))).toBe('2024-09-08T04:00:00Z')
  expect(toSecond(startOfDay('2026-06-01', 'America/Boise'))).toBe('2026-06-01T06:00:00Z')
})

test('the date is the one on the wall of the business', () => {
  const instant = Temporal.Instant.from('2026-03-01T02:00:00Z')
  expect(localDateOf(instant, 'America/New_York')).toBe('2026-02-28')
  expect(localDateOf(instant, 'Asia/Tokyo')).toBe('2026-03-01')
})

test('only zones of a place are zones, which the calendar and the database know too', () => {
  for (const zone of ['America/Boise', 'UTC', 'Europe/Berlin', 'America/Argentina/La_Rioja', 'Etc/GMT+5'])
    expect(timeZone.safeParse(zone).success).toBe(true)
  for (const zone of ['+02:00', 'Mars/Olympus', '', 'x'.repeat(99), 'AET', 'EST', 'US/Pacific-New'])
    expect(timeZone.safeParse(zone).success).toBe(false)
})

test('days are counted on the calendar', () => {
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
  expect(daysBetween('2026-03-09', '2026-03-07')).toBe(-2)
})

test('what passes for an instant can be read as one', () => {
  for (const text of ['2026-03-20T15:00:00Z', '2026-03-20T15:00:00.123456789+05:30'])
    expect(Temporal.Instant.from(instant.parse(text))).toBeDefined()
  for (const text of ['2026-03-20T15:00:00.1234567890Z', '2026-02-30T15:00:00Z', '2026-03-20'])
    expect(instant.safeParse(text).success).toBe(false)
})

test('noon is noon, also on the day on which the clocks change', () => {
  expect(toSecond(instantOf('2026-03-07', '12:00', 'America/Boise'))).toBe('2026-03-07T19:00:00Z')
  expect(toSecond(instantOf('2026-03-08', '12:00', 'America/Boise'))).toBe('2026-03-08T18:00:00Z')
})

test('what is written and read fast is what Temporal writes and reads, also at the ends of its calendar', () => {
  const zones = ['UTC', 'America/Boise', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/St_Johns']
  const ends = [
    '-000001-01-01T00:00:00.5Z',
    '1969-12-31T23:59:59.999Z',
    '9999-12-31T23:59:59Z',
    '+012345-01-01T00:00:00Z',
  ]
  const spread = Array.from({ length: 200 }, (_, n) => new Date(n * 13_579_246_801).toISOString())
  for (const text of [...ends, ...spread])
    for (const zone of zones) {
      const at = Temporal.Instant.from(text)
      const wall = at.toZonedDateTimeISO(zone).toPlainDateTime()
      expect(toSecond(at)).toBe(at.toString({ smallestUnit: 'second' }))
      expect(localDateOf(at, zone)).toBe(wall.toPlainDate().toString())
      expect(localTimeOf(at, zone)).toBe(wall.toString({ smallestUnit: 'minute' }))
    }
  const whole = Temporal.Instant.from('2026-03-08T09:59:59Z')
  expect(fromSecond(toSecond(whole)).equals(whole)).toBe(true)
})
