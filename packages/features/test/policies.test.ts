import { expect, test } from 'vitest'
import { Refusal } from '@buy-locals/api-client/refusal'
import { problems } from '@buy-locals/contracts/problem'
import { cancellationText, laterTexts } from '../src/booking/policy-text'
import { english } from '../src/testing/english'
import { errorText } from '../src/messages/error-text'

const policy = { freeUntilHours: 24, lateRefundShare: 5_000, noShowRefundShare: 0 }
const booking = { start: '2026-11-25T16:00:00Z', timeZone: 'America/Boise', policy }

test('the end of free cancellation is an exact local time of the place', () => {
  expect(cancellationText(english, booking, '2026-11-24T15:00:00Z')).toBe(
    'Free cancellation until Tue, Nov 24, 9:00 AM MST',
  )
  expect(cancellationText(english, booking, '2026-11-24T16:00:00Z')).toContain('9:00 AM')
  expect(cancellationText(english, booking, '2026-11-24T16:00:01Z')).toBe('Free cancellation has ended')
})

test('the cost of a late cancellation and a no-show is shown before booking, in money', () => {
  const [early, late] = ['2026-11-24T15:00:00Z', '2026-11-24T16:00:01Z']
  const paid = { ...booking, deposit: { amount: 4_500, currency: 'USD' } as const }
  expect(laterTexts(english, paid, early)).toEqual([
    'Cancel later and you’ll get $22.50 back.',
    'No-shows aren’t refunded.',
  ])
  expect(cancellationText(english, paid, late)).toBe('Cancel before it starts and you’ll get $22.50 back')
  expect(laterTexts(english, paid, late)).toEqual(['No-shows aren’t refunded.'])
  const strict = { ...paid, policy: { ...policy, lateRefundShare: 0, noShowRefundShare: 2_500 } }
  expect(cancellationText(english, strict, late)).toBe('Cancellations are no longer refunded')
  expect(laterTexts(english, strict, early)).toEqual([
    'After that, cancellations aren’t refunded.',
    'For a no-show, you’ll get $11.25 back.',
  ])
})

test('every refusal of the API has its own text, and an unknown one has a general one', () => {
  const unknown = errorText(english, new Refusal(418, { code: 'kettle/boiling' }))
  const withoutText = Object.entries(problems)
    .filter(([code, { status }]) => errorText(english, new Refusal(status, { code })) === unknown)
    .map(([code]) => code)
  expect(withoutText).toEqual([])
  expect(unknown).toBe('That didn’t work. Try again in a moment.')
})

test('the rule of the business that refuses a time is named', () => {
  const tooSoon = new Refusal(422, { code: 'booking/outside-policy', rule: 'notice' })
  expect(errorText(english, tooSoon)).toBe('That’s too soon for this business. Choose a later time.')
  const other = new Refusal(422, { code: 'booking/outside-policy', rule: 'full-moon' })
  expect(errorText(english, other)).toBe('The booking rules of the business don’t allow this.')
})

test('a lost connection is not blamed on us or on the reader', () => {
  expect(errorText(english, new TypeError('fetch failed'))).toContain('Check your connection')
})
