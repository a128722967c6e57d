import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { paymentParams } from './conformance/target.ts'
import { webhookReceiver, onboard, startTestSimulator, until, type TestSimulator } from './support.ts'

const pay = ({ stripe }: TestSimulator) =>
  stripe.paymentIntents.create({ ...paymentParams, payment_method: 'pm_card_visa' })
const paymentEvents = ['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded']

test('every delivery is signed so that the official SDK accepts it with that secret only', async () => {
  await using receiver = await webhookReceiver()
  await using simulator = await startTestSimulator({ webhookUrl: receiver.url })
  const { id } = await pay(simulator)
  await until(() => receiver.received.length === 3)
  const { body, headers } = receiver.received[2]!
  const signature = String(headers['stripe-signature'])
  const event = simulator.stripe.webhooks.constructEvent(body, signature, simulator.webhookSecret)
  expect(event).toMatchObject({
    type: 'payment_intent.succeeded',
    api_version: Stripe.API_VERSION,
    data: { object: { id } },
  })
  expect(() => simulator.stripe.webhooks.constructEvent(body, signature, 'whsec_other')).toThrow(/signature/i)
  expect(() => simulator.stripe.webhooks.constructEvent(`${body} `, signature, simulator.webhookSecret)).toThrow(
    /signature/i,
  )
})

test('in ordered mode, the first event arrives first', async () => {
  await using receiver = await webhookReceiver()
  await using simulator = await startTestSimulator({ webhookUrl: receiver.url })
  await pay(simulator)
  await until(() => receiver.received.length === 3)
  expect(receiver.types()).toEqual(paymentEvents)
})

test('in reverse mode, the last event arrives first', async () => {
  await using receiver = await webhookReceiver()
  await using simulator = await startTestSimulator({ webhookUrl: receiver.url })
  await simulator.control('webhooks', { mode: 'hold' })
  await pay(simulator)
  await simulator.control('webhooks', { mode: 'reverse' })
  await simulator.control('webhooks/release', {})
  await until(() => receiver.received.length === 3)
  expect(receiver.types()).toEqual(paymentEvents.toReversed())
})

test('in shuffle mode, every event arrives, in another order', async () => {
  await using receiver = await webhookReceiver()
  await using simulator = await startTestSimulator({ webhookUrl: receiver.url })
  await simulator.control('webhooks', { mode: 'hold' })
  for (let n = 0; n < 8; n += 1) await pay(simulator)
  await simulator.control('webhooks', { mode: 'shuffle' })
  await simulator.control('webhooks/release', {})
  await until(() => receiver.received.length === 24)
  const { data } = await simulator.stripe.events.list({ limit: 24 })
  const created = data.map(({ id }) => id).toReversed()
  const arrived = receiver.received.map(({ event }) => event.id)
  expect(arrived).not.toEqual(created)
  expect(arrived.toSorted()).toEqual(created.toSorted())
})

test('held deliveries wait until they are released', async () => {
  await using receiver = await webhookReceiver()
  await using simulator = await startTestSimulator({ webhookUrl: receiver.url })
  await simulator.control('webhooks', { mode: 'hold' })
  await pay(simulator)
  await simulator.control('clock', { advance: 'PT1H' })
  expect(await simulator.control('webhooks')).toMatchObject({ mode: 'hold', held: 3, delivered: 0 })
  expect(receiver.received).toHaveLength(0)
  await simulator.control('webhooks/release', {})
  await until(() => receiver.received.length === 3)
})

test('deliveries come late and twice when set to', async () => {
  await using receiver = await webhookReceiver()
  await using simulator = await startTestSimulator({ webhookUrl: receiver.url })
  await simulator.control('webhooks', { delayMs: 60_000, twice: true })
  await pay(simulator)
  expect(receiver.received).toHaveLength(0)
  await simulator.control('clock', { advance: 'PT1M' })
  await until(() => receiver.received.length === 6)
  expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBe(3)
})

test('a failed delivery is repeated with the same event until the endpoint accepts it', async () => {
  await using receiver = await webhookReceiver()
  await using simulator = await startTestSimulator({ webhookUrl: receiver.url })
  receiver.status = 500
  await simulator.stripe.customers.create({ email: 'a@buy-locals.example' })
  await until(() => receiver.received.length >= 2)
  receiver.status = 200
  await until(async () => (await simulator.control<{ delivered: number }>('webhooks')).delivered === 1)
  expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBe(1)
})

test('every event is delivered again, in reverse', async () => {
  await using receiver = await webhookReceiver()
  await using simulator = await startTestSimulator({ webhookUrl: receiver.url })
  await pay(simulator)
  await until(() => receiver.received.length === 3)
  expect(await simulator.control('webhooks/redeliver', { order: 'reverse' })).toEqual({ queued: 3 })
  await until(() => receiver.received.length === 6)
  expect(receiver.types().slice(3)).toEqual(paymentEvents.toReversed())
})

test('events of a connected account go to the endpoint for connected accounts, signed with its own secret', async () => {
  await using receiver = await webhookReceiver()
  await using simulator = await startTestSimulator({ webhookUrl: receiver.url })
  const account = await onboard(simulator)
  await until(() => receiver.types().filter((type) => type === 'account.updated').length === 2)
  const { event, body, headers } = receiver.received.at(-1)!
  expect(event).toMatchObject({
    type: 'account.updated',
    account,
    data: { object: { id: account, payouts_enabled: true } },
  })
  expect(
    simulator.stripe.webhooks.constructEvent(body, String(headers['stripe-signature']), simulator.connectWebhookSecret)
      .id,
  ).toBe(event.id)
})

test('an endpoint gets only the events it enabled', async () => {
  await using receiver = await webhookReceiver()
  await using simulator = await startTestSimulator()
  const endpoint = await simulator.stripe.webhookEndpoints.create({
    url: receiver.url,
    enabled_events: ['payment_intent.succeeded'],
  })
  await pay(simulator)
  await until(() => receiver.received.length === 1)
  const { body, headers } = receiver.received[0]!
  expect(
    simulator.stripe.webhooks.constructEvent(body, String(headers['stripe-signature']), String(endpoint.secret)).type,
  ).toBe('payment_intent.succeeded')
  expect(await simulator.control('webhooks')).toMatchObject({ pending: 0, delivered: 1 })
})
