import { expect, test } from 'vitest'
import { bookingSettings } from '../src/compose.ts'
import { configOf } from '../src/config.ts'

test('what the environment says about holds reaches the booking service, and limits are raised by their factor', () => {
  const given = { BOOKING_HOLD_MINUTES: '3', BOOKING_HOLDS_PER_ADDRESS: '7', LIMIT_FACTOR: '10', PAYMENTS: 'off' }
  expect(bookingSettings(configOf(given), 'http://127.0.0.1:4000')).toMatchObject({
    holdMinutes: 3,
    takesPayments: false,
    holdsPer: { address: 70, person: 30 },
  })
  expect(() => bookingSettings(configOf({ BOOKING_HOLD_MINUTES: 'ten' }), 'http://127.0.0.1:4000')).toThrow(
    'BOOKING_HOLD_MINUTES',
  )
})
