import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { pays } from './conformance/target.ts'
import { letterBox, onboard, startStripe, until, type Simulated } from './support.ts'

const pay = ({ stripe }: Simulated) => stripe.paymentIntents.create({ ...pays, payment_method: 'pm_card_visa' })
const ofPaying = ['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded']

test('every letter is signed so that the official SDK accepts it, and no other secret does', async () => {
  await using box = await letterBox()
  await using at = await startStripe({ webhookUrl: box.url })
  const { id } = await pay(at)
  await until(() => box.letters.length === 3)
  const { body, headers } = box.letters[2]!
  const signature = String(headers['stripe-signature'])
  const event = at.stripe.webhooks.constructEvent(body, signature, at.webhookSecret)
  expect(event).toMatchObject({
    type: 'payment_intent.succeeded',
    api_version: Stripe.API_VERSION,
    data: { object: { id } },
  })
  expect(() => at.stripe.webhooks.constructEvent(body, signature, 'whsec_other')).toThrow(/signature/i)
  expect(() => at.stripe.webhooks.constructEvent(`${body} `, signature, at.webhookSecret)).toThrow(/signature/i)
})

test('in order, what happened first arrives first', async () => {
  await using box = await letterBox()
  await using at = await startStripe({ webhookUrl: box.url })
  await pay(at)
  await until(() => box.letters.length === 3)
  expect(box.types()).toEqual(ofPaying)
})

test('in reverse, what happened last arrives first', async () => {
  await using box = await letterBox()
  await using at = await startStripe({ webhookUrl: box.url })
  await at.control('webhooks', { mode: 'hold' })
  await pay(at)
  await at.control('webhooks', { mode: 'reverse' })
  await at.control('webhooks/release', {})
  await until(() => box.letters.length === 3)
  expect(box.types()).toEqual(ofPaying.toReversed())
})

test('shuffled, everything arrives, and not in the order it happened', async () => {
  await using box = await letterBox()
  await using at = await startStripe({ webhookUrl: box.url })
  await at.control('webhooks', { mode: 'hold' })
  for (let n = 0; n < 8; n += 1) await pay(at)
  await at.control('webhooks', { mode: 'shuffle' })
  await at.control('webhooks/release', {})
  await until(() => box.letters.length === 24)
  const { data } = await at.stripe.events.list({ limit: 24 })
  const happened = data.map(({ id }) => id).toReversed()
  const arrived = box.letters.map(({ event }) => event.id)
  expect(arrived).not.toEqual(happened)
  expect(arrived.toSorted()).toEqual(happened.toSorted())
})

test('held letters wait until they are released', async () => {
  await using box = await letterBox()
  await using at = await startStripe({ webhookUrl: box.url })
  await at.control('webhooks', { mode: 'hold' })
  await pay(at)
  await at.control('clock', { advance: 'PT1H' })
  expect(await at.control('webhooks')).toMatchObject({ mode: 'hold', held: 3, delivered: 0 })
  expect(box.letters).toHaveLength(0)
  await at.control('webhooks/release', {})
  await until(() => box.letters.length === 3)
})

test('letters come late and twice when asked to', async () => {
  await using box = await letterBox()
  await using at = await startStripe({ webhookUrl: box.url })
  await at.control('webhooks', { delayMs: 60_000, twice: true })
  await pay(at)
  expect(box.letters).toHaveLength(0)
  await at.control('clock', { advance: 'PT1M' })
  await until(() => box.letters.length === 6)
  expect(new Set(box.letters.map(({ event }) => event.id)).size).toBe(3)
})

test('a letter refused at the door is brought again, the same and signed anew, until it is taken', async () => {
  await using box = await letterBox()
  await using at = await startStripe({ webhookUrl: box.url })
  box.status = 500
  await at.stripe.customers.create({ email: 'a@buy-locals.example' })
  await until(() => box.letters.length >= 2)
  box.status = 200
  await until(async () => (await at.control<{ delivered: number }>('webhooks')).delivered === 1)
  expect(new Set(box.letters.map(({ event }) => event.id)).size).toBe(1)
})

test('everything that ever happened is told again, in reverse', async () => {
  await using box = await letterBox()
  await using at = await startStripe({ webhookUrl: box.url })
  await pay(at)
  await until(() => box.letters.length === 3)
  expect(await at.control('webhooks/redeliver', { order: 'reverse' })).toEqual({ queued: 3 })
  await until(() => box.letters.length === 6)
  expect(box.types().slice(3)).toEqual(ofPaying.toReversed())
})

test('what happens on a connected account goes to the listener for connected accounts, under its own secret', async () => {
  await using box = await letterBox()
  await using at = await startStripe({ webhookUrl: box.url })
  const account = await onboard(at)
  await until(() => box.types().filter((type) => type === 'account.updated').length === 2)
  const { event, body, headers } = box.letters.at(-1)!
  expect(event).toMatchObject({
    type: 'account.updated',
    account,
    data: { object: { id: account, payouts_enabled: true } },
  })
  expect(at.stripe.webhooks.constructEvent(body, String(headers['stripe-signature']), at.connectWebhookSecret).id).toBe(
    event.id,
  )
})

test('an endpoint hears only what it asked for', async () => {
  await using box = await letterBox()
  await using at = await startStripe()
  const endpoint = await at.stripe.webhookEndpoints.create({
    url: box.url,
    enabled_events: ['payment_intent.succeeded'],
  })
  await pay(at)
  await until(() => box.letters.length === 1)
  const { body, headers } = box.letters[0]!
  expect(
    at.stripe.webhooks.constructEvent(body, String(headers['stripe-signature']), String(endpoint.secret)).type,
  ).toBe('payment_intent.succeeded')
  expect(await at.control('webhooks')).toMatchObject({ pending: 0, delivered: 1 })
})
