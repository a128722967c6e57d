import { expect, test } from 'vitest'
import { trackAttempts } from './attempt.ts'
import { Refusal } from './refusal.ts'

test('the same press keeps its key while nobody knows whether it was done', () => {
  const attempts = trackAttempts()
  const key = attempts.keyFor({ start: '09:00' })
  attempts.failed(new TypeError('Failed to fetch'))
  attempts.failed(new Refusal(503, { code: 'not-yet' }))
  attempts.failed(new Refusal(409, { code: 'idempotency/in-progress' }))
  expect(attempts.keyFor({ start: '09:00' })).toBe(key)
})

test('other input, a final refusal and success begin another attempt', () => {
  const attempts = trackAttempts()
  const keys = [attempts.keyFor('a'), attempts.keyFor('b')]
  attempts.failed(new Refusal(409, { code: 'booking/slot-taken' }))
  keys.push(attempts.keyFor('b'))
  attempts.succeeded()
  keys.push(attempts.keyFor('b'))
  expect(new Set(keys).size).toBe(4)
})
