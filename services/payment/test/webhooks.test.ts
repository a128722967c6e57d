import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { bookingConfirmed } from '@buy-locals/contracts/booking/events'
import { paymentSucceeded } from '@buy-locals/contracts/payment/events'
import * as api from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { startPayment, type RunningPayment } from './support.ts'
import { startStripe } from './stripe.ts'

const declined = 'pm_card_chargeDeclined'

/** A day of a barber: one completed, one declined and then paid, one declined for good, one cancelled late, one in time, one never paid. */
async function liveADay(payment: RunningPayment): Promise<void> {
  await payment.onboardBusiness()
  const cards = [['pm_card_visa'], [declined, 'pm_card_visa'], [declined], ['pm_card_amex'], ['pm_card_mastercard'], []]
  const bookings: Id<'booking'>[] = []
  for (const tries of cards) {
    const bookingId = await payment.holdBooking()
    bookings.push(bookingId)
    const { body } = await payment.pay(bookingId)
    for (const card of tries) await payment.confirmCard(body.paymentIntentId, card).catch(() => {})
  }
  await payment.drain()
  const [done, second, , late, inTime, never] = bookings as [Id<'booking'>, ...Id<'booking'>[]]
  for (const bookingId of [done, second, late, inTime]) {
    if (bookingId)
      await payment.deliverBooking(bookingConfirmed, bookingId, { status: 'confirmed', holdExpiresAt: undefined })
  }
  await payment.completeBooking(done)
  for (const [bookingId, share] of [[late, 5_000], [inTime, 10_000], [never, 10_000]] as const) if (bookingId) await payment.cancelBooking(bookingId, share) // prettier-ignore
  await payment.drain()
  await payment.advance('PT48H')
  await payment.drain()
}

test('redelivering every webhook in reverse changes no table but the inbox', async () => {
  await using stripe = await startStripe()
  await using payment = await startPayment({ stripe })
  await liveADay(payment)
  const publishedBefore = (await payment.published()).length
  const before = await payment.readTables()
  const received = await payment.db.selectFrom('stripe_events').selectAll().orderBy('id').execute()
  expect(received.length).toBeGreaterThan(20)
  const { queued } = (await stripe.control('webhooks/redeliver', { order: 'reverse' })) as { queued: number }
  expect(queued).toBeGreaterThanOrEqual(received.length)
  await stripe.delivered()
  const fetches = payment.db.selectFrom('jobs').select('key').where('kind', '=', 'payment.fetch')
  expect(await fetches.execute()).toEqual([])
  await payment.fetchAll(received.map(({ object_id }) => object_id))
  expect(await payment.readTables()).toEqual(before)
  expect(await payment.published()).toHaveLength(publishedBefore)
})

/** States and sums, without ids and times. */
async function outcomeOf(payment: RunningPayment) {
  const payments = await payment.db
    .selectFrom('payments')
    .select(['status', 'funds', 'amount', 'captured', 'refunded', 'unusable', 'card_brand'])
    .orderBy('id')
    .execute()
  const entries = await payment.db
    .selectFrom('ledger_entries')
    .innerJoin('ledger_transactions', 'ledger_transactions.id', 'transaction_id')
    .innerJoin('ledger_accounts', 'ledger_accounts.id', 'account_id')
    .select(['ledger_transactions.kind as movement', 'ledger_accounts.kind as account', 'ledger_entries.amount'])
    .execute()
  const sums = entries.map(({ movement, account, amount }) => `${movement} ${account} ${amount}`).toSorted()
  return { payments, sums, balance: await payment.readBalance(), faults: await payment.ledgerFaults() }
}

test('webhooks that come late, shuffled and twice end in the same states and sums', async () => {
  await using stripe = await startStripe()
  await using ordered = await startPayment({ stripe })
  await liveADay(ordered)
  const expected = await outcomeOf(ordered)
  expect(expected.faults).toEqual([])
  for (const mode of ['shuffle', 'reverse']) {
    await stripe.control('webhooks', { mode, twice: true })
    await using payment = await startPayment({ stripe })
    await liveADay(payment)
    expect(await outcomeOf(payment)).toEqual(expected)
  }
})

test('a webhook with a wrong signature is refused, and nothing is stored', async () => {
  await using payment = await startPayment()
  const body = JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type: 'payment_intent.succeeded',
    data: { object: { id: 'pi_1' } },
  })
  const signed = (secret: string) => payment.stripe.sdk.webhooks.generateTestHeaderString({ payload: body, secret })
  for (const signature of [undefined, 't=1,v1=00', 't=1,v1=', 't=,v1=é', signed('whsec_of_somebody_else')]) {
    const headers: Record<string, string> = signature ? { 'stripe-signature': signature } : {}
    const response = await fetch(`${payment.url}/v1/stripe/webhook`, { method: 'POST', headers, body })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'payment/signature' })
  }
  expect(await payment.db.selectFrom('stripe_events').selectAll().execute()).toEqual([])
})

test('the state in a webhook is not believed: it is fetched from the provider', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const bookingId = await payment.holdBooking()
  const { body } = await payment.pay(bookingId)
  const { url, secret } = await endpointOf(payment)
  const event = { id: 'evt_forged', object: 'event', type: 'payment_intent.succeeded', data: { object: { id: body.paymentIntentId, object: 'payment_intent', status: 'succeeded', amount_received: 4500 } } } // prettier-ignore
  const payload = JSON.stringify(event)
  const header = payment.stripe.sdk.webhooks.generateTestHeaderString({ payload, secret })
  const response = await fetch(url, { method: 'POST', headers: { 'stripe-signature': header }, body: payload })
  expect(response.status).toBe(200)
  await payment.runJobs()
  expect(await payment.published(paymentSucceeded)).toEqual([])
})

test('a webhook that never comes loses no money', async () => {
  await using stripe = await startStripe()
  await using payment = await startPayment({ stripe })
  await payment.onboardBusiness()
  await stripe.control('webhooks', { mode: 'hold' })
  const paid = await payment.holdBooking()
  const { body } = await payment.pay(paid)
  await payment.confirmCard(body.paymentIntentId)
  await payment.runJobs()
  expect(await payment.published(paymentSucceeded)).toEqual([])
  await payment.advance('PT9M')
  expect(await payment.published(paymentSucceeded)).toHaveLength(1)
  await payment.cancelBooking(paid, 10_000)
  await payment.runJobs()
  expect(await payment.readReceipt(paid)).toMatchObject({ funds: 'held' })
  await payment.advance('PT9M')
  expect(await payment.readReceipt(paid)).toMatchObject({ funds: 'refunded' })
  await stripe.control('webhooks/release', {})
  await setTimeout(300)
  await payment.drain()
  expect(await payment.published(paymentSucceeded)).toHaveLength(1)
})

test('without webhooks a business that becomes ready is paid, and one that is restricted is not', async () => {
  await using stripe = await startStripe()
  await using payment = await startPayment({ stripe })
  const params = { businessId: payment.businessId }
  const status = async () => (await payment.call(api.readPayee, { params }, { as: payment.owner })).body.status
  const { body } = await payment.call(api.onboardPayee, { params }, { as: payment.owner })
  await payment.drain()
  await stripe.control('webhooks', { mode: 'hold' })
  await stripe.onboard(body.onboardingUrl)
  await payment.runJobs()
  expect(await status()).toBe('onboarding')
  await payment.advance('PT5M')
  expect(await status()).toBe('ready')
  await payment.advance('PT1M') // of two fetches at the same time the second has come again
  const account = await payment.readAccount()
  await stripe.control(`accounts/${account}/restriction`, {})
  await payment.advance('PT5M')
  expect(await status()).toBe('ready')
  await payment.advance('PT24H')
  expect(await status()).toBe('restricted')
})

async function endpointOf(payment: RunningPayment) {
  const url = `${payment.url}/v1/stripe/webhook`
  const { secret } = await payment.stripe.sdk.webhookEndpoints.create({ url, enabled_events: ['payout.paid'] })
  payment.webhookSecrets.push(secret ?? '')
  return { url, secret: secret ?? '' }
}

test('the webhook takes the raw bytes, whatever they claim to be', async () => {
  await using payment = await startPayment()
  const response = await payment.call(api.stripeWebhook, {}, { headers: { 'content-type': 'text/plain' } })
  expect(response.problem?.code).toBe('payment/signature')
})
