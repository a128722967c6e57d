import { expect, test } from 'vitest'
import { pays, refusal } from './conformance/target.ts'
import { clientOf, startStripe } from './support.ts'

const params = { ...pays, payment_method: 'pm_card_visa' }

test('an answer that gets lost is fetched again by the SDK, and the card is charged once', async () => {
  await using at = await startStripe()
  const patient = clientOf(at.url, at.secretKey, { maxNetworkRetries: 2 })
  await at.control('network', { loseAnswers: 1 })
  const { id } = await patient.paymentIntents.create(params)
  expect((await at.stripe.charges.list()).data.map(({ payment_intent }) => payment_intent)).toEqual([id])
})

test('of two requests at once under one key, the second is told that the first is still running', async () => {
  await using at = await startStripe()
  await at.control('network', { delayMs: 1_000 })
  const first = at.stripe.paymentIntents.create(params, { idempotencyKey: 'k' })
  await new Promise((resolve) => setTimeout(resolve, 300))
  const second = await refusal(at.stripe.paymentIntents.create(params, { idempotencyKey: 'k' }))
  expect(second).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' })
  expect((await first).status).toBe('succeeded')
})
