import { expect, test } from 'vitest'
import { disputeFee } from '../src/payments/disputes.ts'
import { named, pays, refusal } from './conformance/target.ts'
import { onboard, startStripe, type Simulated } from './support.ts'

const pay = ({ stripe }: Simulated, method = 'pm_card_visa', more = {}) =>
  stripe.paymentIntents.create({ ...pays, payment_method: method, ...more })

const usd = async ({ stripe }: Simulated, stripeAccount?: string) => {
  const { available, pending } = await stripe.balance.retrieve({}, stripeAccount ? { stripeAccount } : {})
  return [available[0]?.amount, pending[0]?.amount]
}

test('money can be spent two days after it was paid', async () => {
  await using at = await startStripe()
  const destination = await onboard(at)
  await pay(at)
  expect(await usd(at)).toEqual([0, 2_000 - 88])
  const transfer = () => at.stripe.transfers.create({ amount: 1_000, currency: 'usd', destination })
  expect(await refusal(transfer())).toMatchObject({ code: 'balance_insufficient' })
  await at.control('clock', { advance: 'P2D' })
  expect(await usd(at)).toEqual([2_000 - 88, 0])
  await transfer()
  expect(await usd(at)).toEqual([912, 0])
  expect(await usd(at, destination)).toEqual([1_000, 0])
})

test('a transfer out of a charge waits for the charge, and what is paid out cannot be called back', async () => {
  await using at = await startStripe()
  const stripeAccount = await onboard(at)
  const { latest_charge } = await pay(at)
  const { id } = await at.stripe.transfers.create({
    amount: 1_500,
    currency: 'usd',
    destination: stripeAccount,
    source_transaction: named(latest_charge),
  })
  expect(await usd(at, stripeAccount)).toEqual([0, 1_500])
  const payOut = () => at.stripe.payouts.create({ amount: 1_500, currency: 'usd' }, { stripeAccount })
  expect(await refusal(payOut())).toMatchObject({ code: 'balance_insufficient' })
  await at.control('clock', { advance: 'P2D' })
  const payout = await payOut()
  expect(payout).toMatchObject({ status: 'pending', amount: 1_500 })
  expect(await refusal(at.stripe.transfers.createReversal(id))).toMatchObject({ code: 'balance_insufficient' })
  await at.control('clock', { advance: 'P2D' })
  await expect
    .poll(async () => (await at.stripe.payouts.retrieve(payout.id, {}, { stripeAccount })).status)
    .toBe('paid')
})

test('an authorisation nobody captured is given back after a week', async () => {
  await using at = await startStripe()
  const { id } = await pay(at, 'pm_card_visa', { capture_method: 'manual' })
  await at.control('clock', { advance: 'P7D' })
  await expect
    .poll(async () => at.stripe.paymentIntents.retrieve(id))
    .toMatchObject({ status: 'canceled', cancellation_reason: 'automatic' })
  expect(await usd(at)).toEqual([0, 0])
})

test('a slow refund succeeds in the end, a returned one fails and gives the money back', async () => {
  await using at = await startStripe()
  const slow = await at.stripe.refunds.create({ payment_intent: (await pay(at, 'pm_card_pendingRefund')).id })
  const lost = await at.stripe.refunds.create({ payment_intent: (await pay(at, 'pm_card_refundFail')).id })
  expect([slow.status, lost.status]).toEqual(['pending', 'succeeded'])
  await at.control('clock', { advance: 'P6D' })
  await expect.poll(async () => (await at.stripe.refunds.retrieve(slow.id)).status).toBe('succeeded')
  await expect.poll(async () => (await at.stripe.refunds.retrieve(lost.id)).status).toBe('failed')
  expect(await at.stripe.charges.retrieve(named(lost.charge))).toMatchObject({ refunded: false, amount_refunded: 0 })
  expect(await usd(at)).toEqual([2_000 - 88 - 88, 0])
})

test('a dispute takes the money and a fee; won, it brings back the money alone', async () => {
  await using at = await startStripe()
  const { latest_charge, id } = await pay(at, 'pm_card_createDispute')
  await at.control('clock', { advance: 'P2D' })
  expect(await usd(at)).toEqual([-88 - disputeFee, 0])
  expect(await refusal(at.stripe.refunds.create({ payment_intent: id }))).toMatchObject({ code: 'charge_disputed' })
  const { data } = await at.stripe.disputes.list({ charge: named(latest_charge) })
  expect(data[0]).toMatchObject({ status: 'needs_response', amount: 2_000 })
  await at.control(`disputes/${String(data[0]?.id)}`, { outcome: 'won' })
  expect(await usd(at)).toEqual([2_000 - 88 - disputeFee, 0])
})

test('a restricted account receives nothing until it is onboarded again', async () => {
  await using at = await startStripe()
  const destination = await onboard(at)
  await at.control(`accounts/${destination}/restriction`, {})
  expect(await at.stripe.accounts.retrieve(destination)).toMatchObject({
    charges_enabled: false,
    payouts_enabled: false,
    requirements: { disabled_reason: 'requirements.past_due' },
  })
  const { latest_charge } = await pay(at)
  const error = await refusal(
    at.stripe.transfers.create({
      amount: 500,
      currency: 'usd',
      destination,
      source_transaction: named(latest_charge),
    }),
  )
  expect(error).toMatchObject({ code: 'insufficient_capabilities_for_transfer' })
})

test('an onboarding link works for five minutes', async () => {
  await using at = await startStripe()
  const { id } = await at.stripe.accounts.create({ type: 'express' })
  const link = await at.stripe.accountLinks.create({
    account: id,
    type: 'account_onboarding',
    return_url: 'http://127.0.0.1:9/back',
    refresh_url: 'http://127.0.0.1:9/again',
  })
  expect(await (await fetch(link.url)).text()).toContain('Stripe simulator')
  await at.control('clock', { advance: 'PT6M' })
  const late = await fetch(link.url, { redirect: 'manual' })
  expect(late.headers.get('location')).toBe('http://127.0.0.1:9/again')
})

test('the books say in one answer what every payment, transfer and balance came to', async () => {
  await using at = await startStripe()
  const destination = await onboard(at)
  const { id, latest_charge } = await pay(at, 'pm_card_visa', { metadata: { booking: 'bkg_1' } })
  const { id: transfer } = await at.stripe.transfers.create({
    amount: 1_500,
    currency: 'usd',
    destination,
    source_transaction: named(latest_charge),
  })
  await at.stripe.refunds.create({ payment_intent: id, amount: 400 })
  await at.stripe.transfers.createReversal(transfer, { amount: 300 })
  expect(await at.control('books')).toMatchObject({
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
  await using first = await startStripe()
  const { now } = await first.control<{ now: string }>('clock', { advance: 'P30D' })
  await using second = await startStripe({ dataDir: first.dataDir })
  expect((await second.control<{ now: string }>('clock')).now >= now).toBe(true)
})
