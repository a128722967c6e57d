import { expect, test } from 'vitest'
import { paymentChanged, paymentMovementRefused, paymentRefunded } from '@buy-locals/contracts/payment/events'
import * as api from '@buy-locals/contracts/payment/operations'
import { newId } from '@buy-locals/values/ids'
import { startOnboarded, refundAtStripe, failingJobs, released } from './at-stripe.ts'
import { usd } from './support.ts'
import { startStripe } from './stripe.ts'

test('what was refunded at Stripe is not transferred to the business as well', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await payment.paidBooking()
  await refundAtStripe(payment, intent)
  await payment.drain()
  const receipt = await payment.readReceipt(bookingId)
  expect(receipt).toMatchObject({ funds: 'refunded', total: usd(0) })
  expect(receipt.lines.map(({ kind, amount }) => [kind, amount.amount])).toEqual([['paid', 4500], ['refunded', -4500]]) // prettier-ignore
  await payment.completeBooking(bookingId)
  await payment.advance('P10D')
  expect(await payment.readTransfers()).toEqual([])
  expect(await payment.readBalance()).toEqual({ held: 0, frozen: 0, released: 0, owed: 0 })
  expect(await payment.published(paymentRefunded)).toMatchObject([{ data: { refund: usd(4500), reason: 'provider' } }])
  expect(await payment.ledgerFaults()).toEqual([])
})

test('several refunds at Stripe reduce what is released, fee included', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await payment.paidBooking()
  await refundAtStripe(payment, intent, 1_000)
  await refundAtStripe(payment, intent, 500)
  await payment.drain()
  expect(await payment.readReceipt(bookingId)).toMatchObject({ total: usd(3000) })
  await payment.completeBooking(bookingId)
  await payment.advance('PT48H')
  expect(await payment.readTransfers()).toEqual([2850])
  const { body } = await payment.call(api.listTransactions, { params: { businessId: payment.businessId }, query: {} }, { as: payment.owner }) // prettier-ignore
  const moved = body.items.map(({ kind, net }) => `${kind} ${net.amount}`)
  expect(moved.toSorted()).toEqual(['payment 4275', 'refund -475', 'refund -950', 'release 2850'])
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a refund at Stripe after the release is clawed back from the business', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await released(payment)
  expect(await payment.readTransfers()).toEqual([4275])
  await refundAtStripe(payment, intent, 2_000)
  await payment.drain()
  expect(await payment.readTransfers()).toEqual([2375])
  expect(await payment.readBalance()).toEqual({ held: 0, frozen: 0, released: 2375, owed: 0 })
  expect(await payment.readReceipt(bookingId)).toMatchObject({ funds: 'released', total: usd(2500) })
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a refund at Stripe that is on its way changes at once what is shown of the money', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await payment.paidBooking({ card: 'pm_card_pendingRefund' })
  await payment.completeBooking(bookingId)
  const [held] = (await payment.published(paymentChanged)).map(({ data }) => data)
  await refundAtStripe(payment, intent)
  await payment.drain()
  const [, onItsWay, ...others] = (await payment.published(paymentChanged)).map(({ data }) => data)
  expect(others).toEqual([])
  expect(onItsWay).toMatchObject({ funds: 'held', version: (held?.version ?? 0) + 1 })
  expect(onItsWay).not.toHaveProperty('releaseAt')
  expect(await payment.published(paymentRefunded)).toEqual([])
})

test('cancelling what Stripe has refunded already asks for no refund, and no job fails for ever', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await payment.paidBooking()
  await refundAtStripe(payment, intent)
  await payment.drain()
  await payment.cancelBooking(bookingId, 10_000)
  await payment.drain()
  expect((await payment.stripe.sdk.refunds.list({ payment_intent: intent })).data).toHaveLength(1)
  expect(await failingJobs(payment)).toEqual([])
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a refund that Stripe refuses because it was refunded there before ends its job, whole or in part', async () => {
  await using stripe = await startStripe()
  for (const [before, made] of [
    [undefined, [4500]],
    [3_000, [1500, 3000]],
  ] as const) {
    await using payment = await startOnboarded({ stripe })
    const { bookingId, intent } = await payment.paidBooking()
    await stripe.control('webhooks', { mode: 'hold' })
    await refundAtStripe(payment, intent, before)
    await payment.cancelBooking(bookingId, 10_000)
    await payment.runJobs()
    await stripe.control('webhooks', { mode: 'ordered' })
    await stripe.control('webhooks/release', {})
    await payment.drain()
    const { data } = await stripe.sdk.refunds.list({ payment_intent: intent })
    expect(data.map(({ amount }) => amount)).toEqual(made)
    expect(await payment.readReceipt(bookingId)).toMatchObject({ funds: 'refunded', total: usd(0) })
    expect(await failingJobs(payment)).toEqual([])
    expect(await payment.ledgerFaults()).toEqual([])
  }
})

test('a refund at Stripe that comes between our request and our refund is not paid twice', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await payment.paidBooking()
  await payment.cancelBooking(bookingId, 10_000)
  await refundAtStripe(payment, intent)
  await payment.stripe.delivered()
  await payment.drain()
  expect((await payment.stripe.sdk.refunds.list({ payment_intent: intent })).data).toHaveLength(1)
  expect(await payment.readReceipt(bookingId)).toMatchObject({ funds: 'refunded', total: usd(0) })
  expect(await failingJobs(payment)).toEqual([])
  expect(await payment.ledgerFaults()).toEqual([])
})

test('of a refund or a transfer that Stripe refuses for good the operator is notified once, and reads it until it is dealt with', async () => {
  await using payment = await startOnboarded()
  const operator = newId('person')
  await payment.member(operator, payment.marketId, 'operator')
  const listed = async () =>
    (await payment.call(api.listRefusedPayments, { params: payment, query: {} }, { as: operator })).body.items
  const { cardPayments } = payment.deps
  if (!cardPayments) throw new Error('There are payments in this test')
  const { refund, transfer } = cardPayments
  const readRefusals = async () => (await payment.published(paymentMovementRefused)).map(({ data }) => data.movement)

  const { bookingId, intent } = await payment.paidBooking()
  cardPayments.refund = async () => ({ kind: 'refused', reason: 'charge_expired_for_refund' })
  await payment.cancelBooking(bookingId, 5_000)
  await payment.drain()
  expect(await readRefusals()).toMatchObject([{ kind: 'refund', amount: usd(2250) }])
  expect(await listed()).toMatchObject([{ bookingId, businessName: 'Clip Joint', serviceName: 'Haircut', refund: usd(2250) }]) // prettier-ignore
  await refundAtStripe(payment, intent, 2_250)
  await payment.drain()
  expect(await listed()).toEqual([])
  cardPayments.refund = refund

  const returned = await payment.paidBooking({ card: 'pm_card_refundFail' })
  await payment.cancelBooking(returned.bookingId, 10_000)
  await payment.drain()
  await payment.stripe.control('clock', { advance: 'P2D' })
  await expect.poll(async () => (await payment.drain(), (await readRefusals()).length)).toBe(2)
  expect(await listed()).toMatchObject([{ bookingId: returned.bookingId, refund: usd(4500) }])

  const visit = await payment.paidBooking()
  cardPayments.transfer = async () => ({ kind: 'refused', reason: 'balance_insufficient' })
  await payment.completeBooking(visit.bookingId)
  await payment.advance('PT48H')
  expect(await readRefusals()).toHaveLength(2)
  for (let hour = 0; hour < 10; hour++) await payment.advance('PT1H')
  const refused = (await readRefusals()).slice(2).map(({ kind, amount }) => `${kind} ${amount.amount}`)
  expect(refused.toSorted()).toEqual(['transfer 2137', 'transfer 4275'])
  expect(await listed()).toMatchObject([
    { bookingId: visit.bookingId, transfer: usd(4275) },
    { bookingId: returned.bookingId, refund: usd(4500) },
    { bookingId, transfer: usd(2137) },
  ])
  cardPayments.transfer = transfer
  await payment.advance('PT1H')
  await payment.drain()
  expect(await listed()).toMatchObject([{ bookingId: returned.bookingId }])
})
