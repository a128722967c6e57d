import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { findStep, newTotpSecret, totpUri } from './totp.ts'

/** The secret of RFC 6238's test vectors, and the last six of their digits. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const vectors = { 59: '287082', 1_111_111_109: '081804', 1_234_567_890: '005924', 20_000_000_000: '353130' }
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1_000)

test('the codes are those of RFC 6238', () => {
  for (const [seconds, code] of Object.entries(vectors))
    expect(findStep(secret, code, at(Number(seconds)))).toBe(Math.floor(Number(seconds) / 30))
})

test('a code is good for its own half minute and the one on either side, and says which it is of', () => {
  const steps = [-61, -60, -30, 0, 30, 59, 60].map((shift) => findStep(secret, '081804', at(1_111_111_109 + shift)))
  expect(steps).toEqual([undefined, undefined, 37_037_036, 37_037_036, 37_037_036, undefined, undefined])
  expect(findStep(secret, '081805', at(1_111_111_109))).toBeUndefined()
})

test('secrets are 160 random bits, and the address for an app names the account', () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
  expect(newTotpSecret()).not.toBe(newTotpSecret())
  expect(totpUri(secret, 'ada@example.com')).toContain(`secret=${secret}`)
})
