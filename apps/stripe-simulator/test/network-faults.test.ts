import { expect, test } from 'vitest'
import { paymentParams, stripeErrorOf } from './conformance/target.ts'
import { clientOf, startTestSimulator } from './support.ts'

const params = { ...paymentParams, payment_method: 'pm_card_visa' }

test('a response that is lost is requested again by the SDK, and the card is charged once', async () => {
  await using simulator = await startTestSimulator()
  const patient = clientOf(simulator.url, simulator.secretKey, { maxNetworkRetries: 2 })
  await simulator.control('network', { dropResponses: 1 })
  const { id } = await patient.paymentIntents.create(params)
  expect((await simulator.stripe.charges.list()).data.map(({ payment_intent }) => payment_intent)).toEqual([id])
})

test('of two requests at once under one key, the second is refused while the first is running', async () => {
  await using simulator = await startTestSimulator()
  await simulator.control('network', { delayMs: 1_000 })
  const first = simulator.stripe.paymentIntents.create(params, { idempotencyKey: 'k' })
  await new Promise((resolve) => setTimeout(resolve, 300))
  const second = await stripeErrorOf(simulator.stripe.paymentIntents.create(params, { idempotencyKey: 'k' }))
  expect(second).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' })
  expect((await first).status).toBe('succeeded')
})
