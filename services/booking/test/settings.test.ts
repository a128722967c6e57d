import { expect, test } from 'vitest'
import { documents } from '@buy-locals/contracts/documents'
import { readSettings } from '../src/from-config.ts'

const host = { publicUrl: 'http://127.0.0.1:4000', documents, limitFactor: 1 }

test('the environment sets how long and how many times are held, and limits are multiplied by their factor', () => {
  const environment = { BOOKING_HOLD_MINUTES: '3', BOOKING_HOLDS_PER_ADDRESS: '7', PAYMENTS: 'off' }
  expect(readSettings({ ...host, limitFactor: 10 }, environment)).toMatchObject({
    holdMinutes: 3,
    takesPayments: false,
    holdsPer: { address: 70, person: 30 },
  })
  expect(() => readSettings(host, { BOOKING_HOLD_MINUTES: 'ten' })).toThrow('BOOKING_HOLD_MINUTES')
})
