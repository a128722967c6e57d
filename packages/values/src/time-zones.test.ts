import { expect, test } from 'vitest'
import { timeZoneChoices } from './time-zones.ts'

const at = '2026-11-24T17:00:00Z'
const namesFor = (locale: string, current = 'America/Boise') =>
  new Map(timeZoneChoices({ locale }, at, current).map(({ zone, name }) => [zone, name]))

test('a time zone has the name that people call it by, and a city to know it from others', () => {
  expect(namesFor('en-US').get('America/Boise')).toBe('Mountain Time (Boise)')
  expect(namesFor('es-US').get('America/New_York')).toBe('hora oriental (New York)')
})

test('a zone that is set stays, also under a name that is not usual any more', () => {
  expect(namesFor('en-US', 'Asia/Calcutta').get('Asia/Calcutta')).toBe('India Standard Time (Calcutta)')
  expect(namesFor('en-US', 'Etc/GMT+7').get('Etc/GMT+7')).toBe('GMT-07:00')
  expect(
    timeZoneChoices({ locale: 'en-US' }, at, 'America/Boise').filter(({ zone }) => zone === 'America/Boise'),
  ).toHaveLength(1)
})
