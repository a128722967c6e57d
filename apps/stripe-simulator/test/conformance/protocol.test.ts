import { randomUUID } from 'node:crypto'
import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paymentParams, stripeErrorOf, type Target, conformanceTarget } from './target.ts'

let target: Target
beforeAll(async () => {
  target = await conformanceTarget()
})
afterAll(() => target[Symbol.asyncDispose]())

test('the same key with the same parameters runs once and returns the same response', async () => {
  const idempotencyKey = randomUUID()
  const params = { ...paymentParams, payment_method: 'pm_card_visa' }
  const first = await target.stripe.paymentIntents.create(params, { idempotencyKey })
  const again = await target.stripe.paymentIntents.create(params, { idempotencyKey })
  expect(again.id).toBe(first.id)
  expect(again.lastResponse.headers['idempotent-replayed']).toBe('true')
  expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined()
  const other = await stripeErrorOf(
    target.stripe.paymentIntents.create({ ...params, amount: 2_100 }, { idempotencyKey }),
  )
  expect(other).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 })
})

test('a declined card is declined again under the same key, without a second charge', async () => {
  const idempotencyKey = randomUUID()
  const attempt = () =>
    target.stripe.paymentIntents.create(
      { ...paymentParams, payment_method: 'pm_card_visa_chargeDeclined' },
      { idempotencyKey },
    )
  const first = await stripeErrorOf(attempt())
  expect((await stripeErrorOf(attempt())).charge).toBe(first.charge)
})

test('a misspelt parameter is refused by name', async () => {
  expect(
    await stripeErrorOf(target.stripe.customers.create({ emial: 'x' } as Stripe.CustomerCreateParams)),
  ).toMatchObject({
    type: 'StripeInvalidRequestError',
    statusCode: 400,
    code: 'parameter_unknown',
    param: 'emial',
  })
  const missing = await stripeErrorOf(
    target.stripe.paymentIntents.create({ amount: 2_000 } as Stripe.PaymentIntentCreateParams),
  )
  expect(missing).toMatchObject({ code: 'parameter_missing', param: 'currency' })
})

test('an unknown object is missing, an unknown address is not recognised', async () => {
  expect(await stripeErrorOf(target.stripe.customers.retrieve('cus_unknown'))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  })
  expect(await stripeErrorOf(target.stripe.rawRequest('GET', '/v1/no_such_thing'))).toMatchObject({ statusCode: 404 })
})

test('lists are paged forwards and backwards', async () => {
  const email = `${randomUUID()}@buy-locals.example`
  const made: string[] = []
  for (let n = 0; n < 5; n += 1) made.unshift((await target.stripe.customers.create({ email })).id)
  const paged: string[] = []
  for await (const { id } of target.stripe.customers.list({ email, limit: 2 })) paged.push(id)
  expect(paged).toEqual(made)
  const before = await target.stripe.customers.list({ email, limit: 2, ending_before: String(made[3]) })
  expect(before.data.map(({ id }) => id)).toEqual(made.slice(1, 3))
  const { data, has_more } = await target.stripe.customers.list({ email, limit: 3, starting_after: String(made[1]) })
  expect([data.length, has_more]).toEqual([3, false])
  expect(await stripeErrorOf(target.stripe.customers.list({ limit: 101 }))).toMatchObject({ statusCode: 400 })
})

test('metadata is merged key by key, and an empty value takes a key away', async () => {
  const { id } = await target.stripe.customers.create({ metadata: { table: 4, window: 'yes' } })
  const changed = await target.stripe.customers.update(id, { metadata: { window: '', note: 'late' } })
  expect(changed.metadata).toEqual({ table: '4', note: 'late' })
  expect((await target.stripe.customers.update(id, { metadata: '' })).metadata).toEqual({})
})

test('only what can be expanded is expanded', async () => {
  const { id } = await target.stripe.paymentIntents.create({ ...paymentParams, payment_method: 'pm_card_visa' })
  const whole = await target.stripe.paymentIntents.retrieve(id, {
    expand: ['payment_method', 'latest_charge.balance_transaction'],
  })
  expect(whole.payment_method).toMatchObject({ object: 'payment_method' })
  const listed = await target.stripe.charges.list({ payment_intent: id, expand: ['data.payment_intent'] })
  expect(listed.data[0]?.payment_intent).toMatchObject({ id })
  expect(await stripeErrorOf(target.stripe.paymentIntents.retrieve(id, { expand: ['status'] }))).toMatchObject({
    statusCode: 400,
  })
})

test('every change creates an event that can be retrieved', async () => {
  const { id } = await target.stripe.paymentIntents.create({ ...paymentParams, payment_method: 'pm_card_visa' })
  const { data } = await target.stripe.events.list({ type: 'payment_intent.succeeded', limit: 20 })
  const event = data.find((candidate) => (candidate.data.object as Stripe.PaymentIntent).id === id)
  expect(event).toMatchObject({ object: 'event', livemode: false, data: { object: { status: 'succeeded' } } })
  expect(await target.stripe.events.retrieve(String(event?.id))).toMatchObject({
    id: event?.id,
    type: 'payment_intent.succeeded',
  })
})

test('a wrong key is refused', async () => {
  const error = await stripeErrorOf(target.stripe.customers.list({}, { apiKey: 'sk_nonsense' }))
  expect(error).toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 })
})

test('the secret of a webhook endpoint is returned once', async () => {
  const made = await target.stripe.webhookEndpoints.create({
    url: 'https://buy-locals.example/hook',
    enabled_events: ['charge.refunded'],
  })
  expect(made.secret).toMatch(/^whsec_/)
  const read = await target.stripe.webhookEndpoints.retrieve(made.id)
  expect(read).toMatchObject({ status: 'enabled', enabled_events: ['charge.refunded'] })
  expect(read.secret).toBeUndefined()
  expect(await target.stripe.webhookEndpoints.del(made.id)).toMatchObject({ deleted: true })
})
