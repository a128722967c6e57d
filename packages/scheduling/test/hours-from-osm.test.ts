import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { hoursFromOsm } from '../src/scheduling.ts'
import { daily } from './shop.ts'

const weekdays = ([1, 2, 3, 4, 5] as const).map((day) => ({ day, opens: '09:00', closes: '17:00' }))

test('an ordinary week is read', () => {
  expect(hoursFromOsm('Mo-Fr 09:00-17:00', 2026)).toEqual({ weekly: weekdays })
  expect(hoursFromOsm('Mo 09:00-12:00,13:00-17:00; We 10:00-14:00', 2026)).toEqual({
    weekly: [
      { day: 1, opens: '09:00', closes: '12:00' },
      { day: 1, opens: '13:00', closes: '17:00' },
      { day: 3, opens: '10:00', closes: '14:00' },
    ],
  })
})

test('always open is every day to 24:00, and closed is no shift at all', () => {
  expect(hoursFromOsm('24/7', 2026)).toEqual(daily(['00:00', '24:00']))
  expect(hoursFromOsm('off', 2026)).toEqual({ weekly: [] })
})

test('a night stays one shift', () => {
  expect(hoursFromOsm('Fr 22:00-03:00', 2026)).toEqual({ weekly: [{ day: 5, opens: '22:00', closes: '03:00' }] })
})

test('a night that OSM cuts at midnight for the next day’s own rule is cut here too', () => {
  expect(hoursFromOsm('Fr 22:00-03:00; Sa 10:00-12:00', 2026)).toEqual({
    weekly: [
      { day: 5, opens: '22:00', closes: '24:00' },
      { day: 6, opens: '10:00', closes: '12:00' },
    ],
  })
})

test('days that differ become special entries of the year', () => {
  expect(hoursFromOsm('Mo-Fr 09:00-17:00; Dec 24 09:00-12:00; Dec 25 off', 2026)).toEqual({
    weekly: weekdays,
    special: [
      { date: '2026-12-24', opens: '09:00', closes: '12:00' },
      { date: '2026-12-25', closed: true },
    ],
  })
})

test.each([
  'Mo-Fr 09:00-17:00; PH off',
  'Mo-Fr,PH 09:00-17:00',
  'PH,Mo-Fr 09:00-17:00; SH Mo-Fr 10:00-12:00',
  'PH Sa off; Mo-Fr 09:00-17:00, PH -1 day 12:00-13:00',
])('holiday parts are left out of %s', (text) => expect(hoursFromOsm(text, 2026)).toEqual({ weekly: weekdays }))

test('where only the comment changes, opening hours go on', () => {
  expect(hoursFromOsm('Sa 10:00-12:00 open "women", Sa 12:00-14:00 open "men"', 2026)).toEqual({
    weekly: [{ day: 6, opens: '10:00', closes: '14:00' }],
  })
})

test.each([
  ['nothing', ''],
  ['no hours', 'PH off'],
  ['one closed day and nothing of the others', 'Su off'],
  ['an open end', 'Mo 10:00+'],
  ['by appointment', 'Mo-Fr 09:00-17:00; Sa "by appointment"'],
  ['the sun', 'sunrise-sunset'],
  ['points in time', 'Mo 12:00,15:00'],
  ['rules run together', 'Mo-Fr 08:00-20:00 Sa-Su off'],
  ['free text', 'ask inside'],
])('what hours cannot express is unknown, never closed: %s', (_, text) => {
  expect(hoursFromOsm(text, 2026)).toBeUndefined()
})

test('an impossible year gives no hours', () => {
  expect(hoursFromOsm('24/7', NaN)).toBeUndefined()
  expect(hoursFromOsm('24/7', 2026.5)).toBeUndefined()
})

test('the time zone of the machine changes nothing', async () => {
  const module = JSON.stringify(import.meta.resolve('../src/hours-from-osm.ts'))
  const texts = JSON.stringify(['Fr-Sa 18:00-02:00; Dec 25 off', 'Mo-Su 02:00-03:00; Dec 25 off', '24/7; Dec 25 off'])
  const script = `import(${module}).then(({ hoursFromOsm }) => console.log(JSON.stringify(${texts}.map((text) => hoursFromOsm(text, 2026)))))`
  const readIn = async (TZ: string) =>
    (await promisify(execFile)(process.execPath, ['-e', script], { env: { ...process.env, TZ } })).stdout
  const [utc, ...others] = await Promise.all(
    ['UTC', 'America/New_York', 'America/Santiago', 'Australia/Lord_Howe'].map(readIn),
  )
  for (const other of others) expect(other).toBe(utc)
})
