import { expect, test } from 'vitest'
import { cardPaymentsFromConfig } from '../src/from-config.ts'

const keys = {
  STRIPE_SECRET_KEY: 'sk_live_of_a_platform',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_of_a_platform',
  STRIPE_WEBHOOK_SECRET: 'whsec_of_a_platform',
  STRIPE_CONNECT_WEBHOOK_SECRET: 'whsec_of_its_businesses',
}

test('without keys of Stripe every missing one is named', () => {
  for (const name of Object.keys(keys)) expect(() => cardPaymentsFromConfig({})).toThrow(name)
  const { STRIPE_WEBHOOK_SECRET: _, ...others } = keys
  expect(() => cardPaymentsFromConfig(others)).toThrow('STRIPE_WEBHOOK_SECRET')
})

test('payments go to Stripe, to the simulator that the host runs, or are off', () => {
  expect(cardPaymentsFromConfig(keys)?.publishableKey).toBe('pk_live_of_a_platform')
  const simulator = {
    secretKey: 'sk_test',
    publishableKey: 'pk_test',
    webhookSecrets: [],
    apiBase: 'http://127.0.0.1:1',
  }
  expect(cardPaymentsFromConfig({}, simulator)?.publishableKey).toBe('pk_test')
  expect(cardPaymentsFromConfig({ PAYMENTS: 'off' })).toBeUndefined()
})
