import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { judge } from './refresh.ts'

const now = Temporal.Instant.from('2026-03-20T09:00:00Z')
const good = { expiresAt: now.add({ hours: 1 }), replacedAt: undefined, sessionEndedAt: undefined }

test('a fresh token is good until it runs out', () => {
  expect(judge(good, now)).toBe('good')
  expect(judge({ ...good, expiresAt: now }, now)).toBe('ended')
})

test('two tabs may use the same token within half a minute', () => {
  expect(judge({ ...good, replacedAt: now.subtract({ seconds: 30 }) }, now)).toBe('good')
  expect(judge({ ...good, replacedAt: now.subtract({ seconds: 31 }) }, now)).toBe('reused')
})

test('nothing brings an ended session back', () => {
  expect(judge({ ...good, sessionEndedAt: now.subtract({ seconds: 31 }) }, now)).toBe('ended')
  expect(judge({ ...good, sessionEndedAt: now.subtract({ seconds: 30 }) }, now)).toBe('replaced')
})
