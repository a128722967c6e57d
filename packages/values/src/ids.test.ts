import { expect, test } from 'vitest'
import { createdAt, id, newId } from './ids.ts'

test('an id says what it is, and nothing else passes for it', () => {
  const booking = newId('booking')
  expect(booking).toMatch(/^bkg_[0-9a-z]{26}$/)
  expect(id('booking').parse(booking)).toBe(booking)
  for (const wrong of [booking.replace('bkg', 'biz'), `${booking}0`, booking.toUpperCase(), 'bkg_', '', null, 7]) {
    expect(id('booking').safeParse(wrong).success).toBe(false)
  }
})

test('ids sort by creation', async () => {
  const first = newId('person')
  await new Promise((done) => setTimeout(done, 3))
  expect(first < newId('person')).toBe(true)
})

test('an id tells when it was made, to the millisecond', () => {
  const before = Date.now()
  const at = createdAt(newId('business'))
  expect(at).toBeGreaterThanOrEqual(before)
  expect(at).toBeLessThanOrEqual(Date.now())
})

test('ten thousand ids made at once are all different', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId('event'))).size).toBe(10_000)
})
