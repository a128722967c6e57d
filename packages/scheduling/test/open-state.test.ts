import { expect, test } from 'vitest'
import { openState } from '../src/scheduling.ts'
import { daily } from './shop.ts'

const newYork = 'America/New_York'

test('a shop is open at the opening instant and no longer at the closing one', () => {
  const hours = daily(['09:00', '17:00'])
  expect(openState(hours, newYork, '2026-03-03T13:59:59Z')).toEqual({
    isOpen: false,
    nextChange: '2026-03-03T14:00:00Z',
  })
  expect(openState(hours, newYork, '2026-03-03T14:00:00Z')).toEqual({
    isOpen: true,
    nextChange: '2026-03-03T22:00:00Z',
  })
  expect(openState(hours, newYork, '2026-03-03T22:00:00Z')).toEqual({
    isOpen: false,
    nextChange: '2026-03-04T14:00:00Z',
  })
})

test('the next change is one of open or closed only: touching shifts and midnights are none', () => {
  const hours = daily(['22:00', '24:00'], ['00:00', '02:00'])
  expect(openState(hours, 'UTC', '2026-03-03T22:30:00Z')).toEqual({ isOpen: true, nextChange: '2026-03-04T02:00:00Z' })
})

test('what is always open or never open does not change', () => {
  expect(openState(daily(['00:00', '24:00']), newYork, '2026-03-03T12:00:00Z')).toEqual({ isOpen: true })
  expect(openState(daily(['00:00', '00:00']), newYork, '2026-03-03T12:00:00Z')).toEqual({ isOpen: true })
  expect(openState({ weekly: [] }, newYork, '2026-03-03T12:00:00Z')).toEqual({ isOpen: false })
})

test('a change is looked for within 800 days and not beyond', () => {
  const opening = (date: string) => ({ weekly: [], special: [{ date, opens: '12:00', closes: '13:00' }] })
  const now = '2026-03-03T12:00:00Z'
  expect(openState(opening('2028-05-11'), 'UTC', now)).toEqual({ isOpen: false, nextChange: '2028-05-11T12:00:00Z' })
  expect(openState(opening('2028-05-12'), 'UTC', now)).toEqual({ isOpen: false })
  const closing = (date: string) => ({ ...daily(['00:00', '24:00']), special: [{ date, closed: true }] })
  expect(openState(closing('2028-05-11'), 'UTC', now)).toEqual({ isOpen: true, nextChange: '2028-05-11T00:00:00Z' })
  expect(openState(closing('2028-05-12'), 'UTC', now)).toEqual({ isOpen: true })
})

test('a night before a closed day is still open after midnight', () => {
  const hours = { ...daily(['20:00', '02:00']), special: [{ date: '2026-12-25', closed: true }] }
  expect(openState(hours, 'UTC', '2026-12-25T01:00:00Z')).toEqual({ isOpen: true, nextChange: '2026-12-25T02:00:00Z' })
  expect(openState(hours, 'UTC', '2026-12-25T21:00:00Z')).toEqual({ isOpen: false, nextChange: '2026-12-26T20:00:00Z' })
})
