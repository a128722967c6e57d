import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { pickNearest } from './start-rules.ts'

test('the nearest free starts come first, earlier ones as well as later ones', () => {
  const slots = ['14:00', '15:30', '16:00', '19:00'].map((time) => ({
    start: `2026-03-23T${time}:00Z`,
    end: '',
    staffIds: [],
    seatsLeft: 1,
  }))
  const found = pickNearest(slots, Temporal.Instant.from('2026-03-23T15:00:00Z'), 3)
  expect(found.map(({ start }) => start.slice(11, 16))).toEqual(['15:30', '14:00', '16:00'])
})
