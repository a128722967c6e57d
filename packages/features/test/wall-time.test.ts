import { expect, test } from 'vitest'
import { readWallTime, toInstant } from '../src/time/wall-time'

test('a time of day is read as people type it', () => {
  const typed = ['9:30', '0930', '930', '9.30', '14', '2:30 PM', '2 p.m.', '12 am', '12:15pm', '23:59', ' 7 ']
  const read = ['09:30', '09:30', '09:30', '09:30', '14:00', '14:30', '14:00', '00:00', '12:15', '23:59', '07:00']
  expect(typed.map(readWallTime)).toEqual(read)
})

test('what is no time of day is none', () => {
  for (const typed of ['', 'noon', '24:00', '9:60', '13 pm', '0 am', '1:2:3', '-1'])
    expect(readWallTime(typed)).toBeUndefined()
})

test('a wall time that a clock change skips moves forward', () => {
  expect(toInstant('2026-03-08', '02:30', 'America/Boise')).toBe('2026-03-08T09:30:00Z')
})
