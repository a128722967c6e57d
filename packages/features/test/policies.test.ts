import { expect, test } from 'vitest'
import { Refusal } from '@buy-locals/api-client/refusal'
import { problems } from '@buy-locals/contracts/problem'
import { cancellationText, lateCancellationTexts } from '../src/booking/policy-text'
import { createI18n } from '../src/i18n'
import { fieldErrors, errorText } from '../src/messages/error-text'

const english = createI18n('en-US', { en: {} })
const policy = { freeUntilHours: 24, lateRefundShare: 5_000, noShowRefundShare: 0 }
const booking = { start: '2026-11-25T16:00:00Z', timeZone: 'America/Boise', policy }

test('until when cancelling is free is an exact local time of the place', () => {
  expect(cancellationText(english, booking, '2026-11-24T15:00:00Z')).toBe('Cancel free until Tue 24 Nov, 09:00 MST')
  expect(cancellationText(english, booking, '2026-11-24T16:00:00Z')).toContain('09:00')
  expect(cancellationText(english, booking, '2026-11-24T16:00:01Z')).toBe('The time to cancel free has passed')
})

test('what late cancelling and staying away cost is said before booking', () => {
  expect(lateCancellationTexts(english, policy)).toEqual([
    'After that you get 50% back.',
    'If you do not come, nothing is given back.',
  ])
  expect(lateCancellationTexts(english, { ...policy, lateRefundShare: 0, noShowRefundShare: 2_500 })).toEqual([
    'After that nothing is given back.',
    'If you do not come, you get 25% back.',
  ])
})

test('every refusal of the API has a text of its own, and a new one has some', () => {
  const unknown = errorText(english, new Refusal(418, { code: 'kettle/boiling' }))
  const wordless = Object.entries(problems)
    .filter(([code, { status }]) => errorText(english, new Refusal(status, { code })) === unknown)
    .map(([code]) => code)
  expect(wordless).toEqual([])
  expect(unknown).toBe('That did not work. Try again in a moment.')
})

test('a rule of the business that speaks against a time is named', () => {
  const tooSoon = new Refusal(422, { code: 'booking/outside-policy', rule: 'notice' })
  expect(errorText(english, tooSoon)).toBe('That is too soon for the business. Pick a later time.')
  const other = new Refusal(422, { code: 'booking/outside-policy', rule: 'full-moon' })
  expect(errorText(english, other)).toBe('The rules of the business do not allow this.')
})

test('a lost connection is not blamed on us or on the reader', () => {
  expect(errorText(english, new TypeError('fetch failed'))).toContain('Check your connection')
})

test('what the contract says against a form is found by its line', () => {
  const refusal = new Refusal(422, {
    code: 'invalid-request',
    errors: [{ pointer: '/guest/email', detail: 'not an address' }],
  })
  expect(fieldErrors(refusal)).toEqual({ 'guest.email': 'not an address' })
})
