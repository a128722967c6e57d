import { expect, test } from 'vitest'
import { disputeFee } from '../src/payments/disputes.ts'
import { idOf, paymentParams, stripeErrorOf } from './conformance/target.ts'
import { onboard, startTestSimulator, type TestSimulator } from './support.ts'

const pay = ({ stripe }: TestSimulator, method = 'pm_card_visa', more = {}) =>
  stripe.paymentIntents.create({ ...paymentParams, payment_method: method, ...more })

const usd = async ({ stripe }: TestSimulator, stripeAccount?: string) => {
  const { available, pending } = await stripe.balance.retrieve({}, stripeAccount ? { stripeAccount } : {})
  return [available[0]?.amount, pending[0]?.amount]
}

test('a payment is available two days after it was made', async () => {
  await using simulator = await startTestSimulator()
  const destination = await onboard(simulator)
  await pay(simulator)
  expect(await usd(simulator)).toEqual([0, 2_000 - 88])
  const transfer = () => simulator.stripe.transfers.create({ amount: 1_000, currency: 'usd', destination })
  expect(await stripeErrorOf(transfer())).toMatchObject({ code: 'balance_insufficient' })
  await simulator.control('clock', { advance: 'P2D' })
  expect(await usd(simulator)).toEqual([2_000 - 88, 0])
  await transfer()
  expect(await usd(simulator)).toEqual([912, 0])
  expect(await usd(simulator, destination)).toEqual([1_000, 0])
})

test('a transfer from a charge becomes available with it, and what is paid out cannot be reversed', async () => {
  await using simulator = await startTestSimulator()
  const stripeAccount = await onboard(simulator)
  const { latest_charge } = await pay(simulator)
  const { id } = await simulator.stripe.transfers.create({
    amount: 1_500,
    currency: 'usd',
    destination: stripeAccount,
    source_transaction: idOf(latest_charge),
  })
  expect(await usd(simulator, stripeAccount)).toEqual([0, 1_500])
  const payOut = () => simulator.stripe.payouts.create({ amount: 1_500, currency: 'usd' }, { stripeAccount })
  expect(await stripeErrorOf(payOut())).toMatchObject({ code: 'balance_insufficient' })
  await simulator.control('clock', { advance: 'P2D' })
  const payout = await payOut()
  expect(payout).toMatchObject({ status: 'pending', amount: 1_500 })
  expect(await stripeErrorOf(simulator.stripe.transfers.createReversal(id))).toMatchObject({
    code: 'balance_insufficient',
  })
  await simulator.control('clock', { advance: 'P2D' })
  await expect
    .poll(async () => (await simulator.stripe.payouts.retrieve(payout.id, {}, { stripeAccount })).status)
    .toBe('paid')
})

test('an authorization that is not captured is canceled after a week', async () => {
  await using simulator = await startTestSimulator()
  const { id } = await pay(simulator, 'pm_card_visa', { capture_method: 'manual' })
  await simulator.control('clock', { advance: 'P7D' })
  await expect
    .poll(async () => simulator.stripe.paymentIntents.retrieve(id))
    .toMatchObject({ status: 'canceled', cancellation_reason: 'automatic' })
  expect(await usd(simulator)).toEqual([0, 0])
})

test('a pending refund succeeds later, and a failed one returns the money', async () => {
  await using simulator = await startTestSimulator()
  const slow = await simulator.stripe.refunds.create({
    payment_intent: (await pay(simulator, 'pm_card_pendingRefund')).id,
  })
  const lost = await simulator.stripe.refunds.create({
    payment_intent: (await pay(simulator, 'pm_card_refundFail')).id,
  })
  expect([slow.status, lost.status]).toEqual(['pending', 'succeeded'])
  await simulator.control('clock', { advance: 'P6D' })
  await expect.poll(async () => (await simulator.stripe.refunds.retrieve(slow.id)).status).toBe('succeeded')
  await expect.poll(async () => (await simulator.stripe.refunds.retrieve(lost.id)).status).toBe('failed')
  expect(await simulator.stripe.charges.retrieve(idOf(lost.charge))).toMatchObject({
    refunded: false,
    amount_refunded: 0,
  })
  expect(await usd(simulator)).toEqual([2_000 - 88 - 88, 0])
})

test('a dispute withdraws the amount and a fee; when won, it returns the amount only', async () => {
  await using simulator = await startTestSimulator()
  const { latest_charge, id } = await pay(simulator, 'pm_card_createDispute')
  await simulator.control('clock', { advance: 'P2D' })
  expect(await usd(simulator)).toEqual([-88 - disputeFee, 0])
  expect(await stripeErrorOf(simulator.stripe.refunds.create({ payment_intent: id }))).toMatchObject({
    code: 'charge_disputed',
  })
  const { data } = await simulator.stripe.disputes.list({ charge: idOf(latest_charge) })
  expect(data[0]).toMatchObject({ status: 'needs_response', amount: 2_000 })
  await simulator.control(`disputes/${String(data[0]?.id)}`, { outcome: 'won' })
  expect(await usd(simulator)).toEqual([2_000 - 88 - disputeFee, 0])
})

test('a restricted account receives nothing until it is onboarded again', async () => {
  await using simulator = await startTestSimulator()
  const destination = await onboard(simulator)
  await simulator.control(`accounts/${destination}/restriction`, {})
  expect(await simulator.stripe.accounts.retrieve(destination)).toMatchObject({
    charges_enabled: false,
    payouts_enabled: false,
    requirements: { disabled_reason: 'requirements.past_due' },
  })
  const { latest_charge } = await pay(simulator)
  const error = await stripeErrorOf(
    simulator.stripe.transfers.create({
      amount: 500,
      currency: 'usd',
      destination,
      source_transaction: idOf(latest_charge),
    }),
  )
  expect(error).toMatchObject({ code: 'insufficient_capabilities_for_transfer' })
})

test('an onboarding link works for five minutes', async () => {
  await using simulator = await startTestSimulator()
  const { id } = await simulator.stripe.accounts.create({ type: 'express' })
  const link = await simulator.stripe.accountLinks.create({
    account: id,
    type: 'account_onboarding',
    return_url: 'http://127.0.0.1:9/back',
    refresh_url: 'http://127.0.0.1:9/again',
  })
  expect(await (await fetch(link.url)).text()).toContain('Stripe simulator')
  await simulator.control('clock', { advance: 'PT6M' })
  const late = await fetch(link.url, { redirect: 'manual' })
  expect(late.headers.get('location')).toBe('http://127.0.0.1:9/again')
})

test('the state lists every payment, transfer and balance in one response', async () => {
  await using simulator = await startTestSimulator()
  const destination = await onboard(simulator)
  const { id, latest_charge } = await pay(simulator, 'pm_card_visa', { metadata: { booking: 'bkg_1' } })
  const { id: transfer } = await simulator.stripe.transfers.create({
    amount: 1_500,
    currency: 'usd',
    destination,
    source_transaction: idOf(latest_charge),
  })
  await simulator.stripe.refunds.create({ payment_intent: id, amount: 400 })
  await simulator.stripe.transfers.createReversal(transfer, { amount: 300 })
  expect(await simulator.control('state')).toMatchObject({
    paymentIntents: [{ id, status: 'succeeded', amountReceived: 2_000, metadata: { booking: 'bkg_1' } }],
    charges: [{ id: latest_charge, captured: true, amountCaptured: 2_000, amountRefunded: 400, fee: 88 }],
    refunds: [{ amount: 400, paymentIntent: id, status: 'succeeded' }],
    transfers: [{ id: transfer, amount: 1_500, amountReversed: 300, destination, sourceTransaction: latest_charge }],
    reversals: [{ amount: 300, transfer }],
    balances: [
      { funds: [{ currency: 'usd', available: -400, pending: 2_000 - 88 - 1_500 + 300 }] },
      { account: destination, funds: [{ currency: 'usd', available: 0, pending: 1_200 }] },
    ],
  })
})

test('the test clock stays ahead over a restart', async () => {
  await using first = await startTestSimulator()
  const { now } = await first.control<{ now: string }>('clock', { advance: 'P30D' })
  await using second = await startTestSimulator({ dataDir: first.dataDir })
  expect((await second.control<{ now: string }>('clock')).now >= now).toBe(true)
})
