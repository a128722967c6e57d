import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { findBlockTimes } from './block-times.ts'

const now = Temporal.Instant.from('2027-03-01T12:00:00Z')

test('of a block that is repeated, the day whose clock skips it has none', () => {
  // 2:30 to 3:00 in Boise, over the night in which 2:00 becomes 3:00.
  const terms = { start: '2027-03-13T09:30:00Z', end: '2027-03-13T10:00:00Z', repeatUntil: '2027-03-15' }
  const times = findBlockTimes(terms, 'America/Boise', now)
  expect(times.map(({ start, end }) => `${start.toString()} ${end.toString()}`)).toEqual([
    '2027-03-13T09:30:00Z 2027-03-13T10:00:00Z',
    '2027-03-15T08:30:00Z 2027-03-15T09:00:00Z',
  ])
})
