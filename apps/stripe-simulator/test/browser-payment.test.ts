import { afterAll, beforeAll, expect, test } from 'vitest'
import { submitPage, startTestSimulator, type TestSimulator } from './support.ts'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.stop())

const open = () =>
  simulator.stripe.paymentIntents.create({ amount: 2_000, currency: 'usd', metadata: { booking: 'bkg_1' } })

type Browser = {
  status: number
  body: Record<string, unknown> & { error?: { code: string; payment_intent?: Record<string, unknown> } }
}

/** As Stripe.js does: from a page of this machine, with the publishable key and the payment's own secret. */
async function confirm(id: string, fields: Record<string, string>, origin = 'http://localhost:4000'): Promise<Browser> {
  const response = await fetch(`${simulator.url}/v1/payment_intents/${id}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${simulator.publishableKey}`, origin },
    body: new URLSearchParams(fields),
  })
  expect(response.headers.get('access-control-allow-origin')).toBe(origin)
  return { status: response.status, body: (await response.json()) as Browser['body'] }
}

const card = (number: string) => ({
  'payment_method_data[type]': 'card',
  'payment_method_data[card][number]': number,
  'payment_method_data[card][exp_month]': '12',
  'payment_method_data[card][exp_year]': '34',
  'payment_method_data[card][cvc]': '123',
  return_url: 'http://localhost:4000/booking',
})

test('a card typed into the test form pays, and the page sees none of the merchant’s data', async () => {
  const { id, client_secret } = await open()
  const { status, body } = await confirm(id, { ...card('4242 4242 4242 4242'), client_secret: String(client_secret) })
  expect(status).toBe(200)
  expect(body).toMatchObject({ id, status: 'succeeded' })
  expect(body).not.toHaveProperty('metadata')
  expect(await simulator.stripe.paymentIntents.retrieve(id)).toMatchObject({
    status: 'succeeded',
    metadata: { booking: 'bkg_1' },
  })
})

test('a declined card returns the payment, still open', async () => {
  const { id, client_secret } = await open()
  const { status, body } = await confirm(id, { ...card('4000000000009995'), client_secret: String(client_secret) })
  expect(status).toBe(402)
  expect(body.error).toMatchObject({
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    payment_intent: { id, status: 'requires_payment_method' },
  })
  expect(body.error?.payment_intent).not.toHaveProperty('metadata')
})

test('without the payment’s secret nobody confirms or reads it', async () => {
  const { id } = await open()
  expect((await confirm(id, { ...card('4242424242424242'), client_secret: `${id}_secret_guess` })).status).toBe(400)
  expect((await confirm(id, card('4242424242424242'))).status).toBe(400)
  const read = await fetch(`${simulator.url}/v1/payment_intents/${id}`, {
    headers: { authorization: `Bearer ${simulator.publishableKey}` },
  })
  expect(read.status).toBe(400)
  expect(await simulator.stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'requires_payment_method' })
})

test('only pages of this machine may send requests', async () => {
  const preflight = (origin: string) =>
    fetch(`${simulator.url}/v1/payment_intents/pi_1/confirm`, { method: 'OPTIONS', headers: { origin } })
  expect((await preflight('http://127.0.0.1:4000')).status).toBe(204)
  const stranger = await preflight('https://shop.example')
  expect(stranger.headers.get('access-control-allow-origin')).toBeNull()
})

test.each([
  ['complete', 'succeeded', 'succeeded'],
  ['fail', 'requires_payment_method', 'failed'],
])(
  '3-D Secure with the outcome "%s" leaves the payment %s and redirects back',
  async (outcome, status, redirectStatus) => {
    const { id, client_secret } = await open()
    const { body } = await confirm(id, { ...card('4000002500003155'), client_secret: String(client_secret) })
    const { redirect_to_url: to } = body['next_action'] as { redirect_to_url: { url: string } }
    expect(await (await fetch(to.url)).text()).toContain('Stripe simulator')
    const back = new URL(String((await submitPage(to.url, outcome)).headers.get('location')))
    expect(`${back.origin}${back.pathname}`).toBe('http://localhost:4000/booking')
    expect(back.searchParams.get('redirect_status')).toBe(redirectStatus)
    expect(await simulator.stripe.paymentIntents.retrieve(id)).toMatchObject({ status })
    expect((await submitPage(to.url, 'complete')).status).toBe(200)
    expect(await simulator.stripe.paymentIntents.retrieve(id)).toMatchObject({ status })
  },
)

test('a payment confirmed by the server alone is confirmed again after 3-D Secure', async () => {
  const intent = await simulator.stripe.paymentIntents.create({
    amount: 2_000,
    currency: 'usd',
    confirm: true,
    confirmation_method: 'manual',
    payment_method: 'pm_card_threeDSecure2Required',
    return_url: 'http://localhost:4000/booking',
  })
  await submitPage(String(intent.next_action?.redirect_to_url?.url), 'complete')
  expect(await simulator.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'requires_confirmation' })
  const paid = await simulator.stripe.paymentIntents.confirm(intent.id, { return_url: 'http://localhost:4000/booking' })
  expect(paid.status).toBe('succeeded')
})

test('another page cannot answer for a bank', async () => {
  const { id, client_secret } = await open()
  await confirm(id, { ...card('4000002500003155'), client_secret: String(client_secret) })
  expect((await submitPage(`${simulator.url}/authenticate/${id}?client_secret=guess`, 'complete')).status).toBe(404)
  expect(await simulator.stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'requires_action' })
})
