import { expect, test } from 'vitest'
import { formatRecoveryCode, isOfPhone, readCode, recoveryCodeBytes } from './recovery-code.ts'

test('a recovery code is read as people copy it: in capitals, with gaps, with letters that look like digits', () => {
  const code = formatRecoveryCode(new Uint8Array(recoveryCodeBytes).map((_, at) => at * 37))
  expect(code).toMatch(/^([\da-hjkmnp-tv-z]{4}-){3}[\da-hjkmnp-tv-z]{4}$/)
  const plain = code.replaceAll('-', '')
  expect(readCode(code)).toBe(plain)
  expect(readCode(` ${code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'L')} `)).toBe(plain)
})

test('a code from a phone is six digits, however they are grouped', () => {
  expect(isOfPhone(readCode('123 456'))).toBe(true)
  for (const typed of ['12345', '1234567', 'abcdef', formatRecoveryCode(new Uint8Array(recoveryCodeBytes))])
    expect(isOfPhone(readCode(typed))).toBe(false)
})
