import { expect, test } from 'vitest'
import { bookingSettings } from '../src/compose.ts'
import { parseConfig } from '../src/config.ts'

test('what the environment says about holds reaches the booking service, and limits are raised by their factor', () => {
  const given = { BOOKING_HOLD_MINUTES: '3', BOOKING_HOLDS_PER_ADDRESS: '7', LIMIT_FACTOR: '10', PAYMENTS: 'off' }
  expect(bookingSettings(parseConfig(given), 'http://127.0.0.1:4000')).toMatchObject({
    holdMinutes: 3,
    takesPayments: false,
    holdsPer: { address: 70, person: 30 },
  })
  expect(() => bookingSettings(parseConfig({ BOOKING_HOLD_MINUTES: 'ten' }), 'http://127.0.0.1:4000')).toThrow(
    'BOOKING_HOLD_MINUTES',
  )
})

test('origins that may use the API are whole origins, and anything else is named at the start', () => {
  const origins = 'https://shop.example, http://127.0.0.1:5173'
  expect(parseConfig({ CORS_ORIGINS: origins }).CORS_ORIGINS).toEqual(['https://shop.example', 'http://127.0.0.1:5173'])
  for (const wrong of ['*', 'shop.example', 'https://shop.example/', 'https://shop.example,,', 'null'])
    expect(() => parseConfig({ CORS_ORIGINS: wrong })).toThrow('CORS_ORIGINS')
})
