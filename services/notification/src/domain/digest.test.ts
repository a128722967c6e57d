import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { nextDigest } from './digest.ts'

const next = (now: string, zone?: string) => nextDigest(Temporal.Instant.from(now), zone).toString()

test('the digest leaves at six in the evening where the reader is, over a change of the clocks too', () => {
  expect(next('2026-03-06T20:00:00Z', 'America/Boise')).toBe('2026-03-07T01:00:00Z')
  expect(next('2026-03-08T01:00:00Z', 'America/Boise')).toBe('2026-03-09T00:00:00Z')
  expect(next('2026-03-20T17:59:59Z')).toBe('2026-03-20T18:00:00Z')
  expect(next('2026-03-20T18:00:00Z')).toBe('2026-03-21T18:00:00Z')
})
