import { defineConfig } from 'vitest/config'

const key = process.env['STRIPE_SECRET_KEY']
if (key && !/^(sk|rk)_test_/.test(key)) throw new Error('STRIPE_SECRET_KEY is not a test key; the suite moves money')
console.log(
  key
    ? 'Running against Stripe itself with the test key in STRIPE_SECRET_KEY.'
    : 'No STRIPE_SECRET_KEY in the environment: running against the simulator, which proves nothing about Stripe.',
)

export default defineConfig({
  test: {
    include: ['test/conformance/*.test.ts'],
    testTimeout: 60_000,
    maxWorkers: 1,
    env: key ? { STRIPE_CONFORMANCE_KEY: key } : {},
  },
})
