import { expect, test } from 'vitest'
import { paymentRefunded } from '@buy-locals/contracts/payment/events'
import * as api from '@buy-locals/contracts/payment/operations'
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

test(
  'a refund that Stripe refuses because it was refunded there before ends its job, whole or in part',
  { timeout: 60_000 },
  async () => {
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
  },
)

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
