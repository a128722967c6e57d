import { expect, test } from 'vitest'
import { paymentDisputed, paymentReleased } from '@buy-locals/contracts/payment/events'
import * as api from '@buy-locals/contracts/payment/operations'
import { startOnboarded, refundAtStripe, dispute, decideDispute, failingJobs, released } from './at-stripe.ts'
import { usd } from './support.ts'
import { startStripe } from './stripe.ts'

test('a dispute before the release freezes the money; a lost one never reaches the business', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await payment.paidBooking()
  const id = await dispute(payment, intent)
  await payment.drain()
  expect(await payment.readReceipt(bookingId)).toMatchObject({ funds: 'disputed', total: usd(0) })
  await payment.completeBooking(bookingId)
  await payment.advance('P10D')
  expect(await payment.readTransfers()).toEqual([])
  const { body: balance } = await payment.call(api.readBalance, { params: { businessId: payment.businessId } }, { as: payment.owner }) // prettier-ignore
  expect(balance).toMatchObject({ held: usd(0), disputed: usd(4500), released: usd(0), owed: usd(0) })
  expect(await payment.ledgerFaults()).toEqual([])
  await decideDispute(payment, id, 'lost')
  await payment.drain()
  await payment.advance('P10D')
  expect(await payment.readTransfers()).toEqual([])
  const receipt = await payment.readReceipt(bookingId)
  expect(receipt).toMatchObject({ funds: 'lost', total: usd(0) })
  expect(receipt.lines.map(({ kind, amount }) => [kind, amount.amount])).toEqual([['paid', 4500], ['disputed', -4500]]) // prettier-ignore
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a dispute that is won before the release puts the money where it belongs', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await payment.paidBooking()
  const id = await dispute(payment, intent)
  await payment.drain()
  await payment.completeBooking(bookingId)
  await payment.advance('PT72H')
  expect(await payment.readTransfers()).toEqual([])
  await decideDispute(payment, id, 'won')
  await payment.drain()
  expect(await payment.readTransfers()).toEqual([4275])
  expect(await payment.readReceipt(bookingId)).toMatchObject({ funds: 'released', total: usd(4500) })
  const events = await payment.published(paymentDisputed)
  expect(events[0]?.data).toMatchObject({ dispute: { status: 'open', amount: usd(4500), fee: usd(1500) } })
  expect(events.at(-1)?.data).toMatchObject({ dispute: { status: 'won', withdrawn: usd(0) } })
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a dispute after the release claws back what the business had; won, it has it again', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await released(payment)
  const id = await dispute(payment, intent)
  await payment.drain()
  expect(await payment.readTransfers()).toEqual([0])
  expect(await payment.readBalance()).toEqual({ held: 0, frozen: 0, released: 0, owed: 0 })
  expect(await payment.ledgerFaults()).toEqual([])
  await decideDispute(payment, id, 'won')
  await payment.drain()
  expect((await payment.readTransfers()).toSorted((a, b) => a - b)).toEqual([0, 4275])
  expect(await payment.published(paymentReleased)).toHaveLength(2)
  expect(await payment.readReceipt(bookingId)).toMatchObject({ funds: 'released', total: usd(4500) })
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a dispute about money that the business has paid out is owed; won, the debt is gone', async () => {
  await using payment = await startOnboarded({ market: { complaintHours: 0 } })
  const { bookingId, intent } = await payment.paidBooking({ card: 'pm_card_bypassPending' })
  await payment.completeBooking(bookingId)
  await payment.drain()
  const account = await payment.readAccount()
  await payment.stripe.sdk.payouts.create({ amount: 4275, currency: 'usd' }, { stripeAccount: account })
  const id = await dispute(payment, intent)
  await payment.drain()
  expect(await payment.readBalance()).toMatchObject({ released: 4275, owed: 4275 })
  expect(await payment.ledgerFaults()).toEqual([])
  await decideDispute(payment, id, 'won')
  await payment.drain()
  expect(await payment.readBalance()).toMatchObject({ held: 0, released: 4275, owed: 0 })
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a booking that is cancelled while its payment is disputed is refunded once the bank has decided', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await payment.paidBooking()
  const id = await dispute(payment, intent)
  await payment.stripe.delivered()
  await payment.cancelBooking(bookingId, 10_000) // before the dispute's webhooks were worked on
  await payment.drain()
  expect(await failingJobs(payment)).toEqual([])
  expect((await payment.stripe.sdk.refunds.list({ payment_intent: intent })).data).toEqual([])
  await decideDispute(payment, id, 'won')
  await payment.drain()
  expect(await payment.readReceipt(bookingId)).toMatchObject({ funds: 'refunded', total: usd(0) })
  expect(await payment.ledgerFaults()).toEqual([])
})

test(
  'a refund that is refused because of a dispute we have not heard of ends its job',
  { timeout: 60_000 },
  async () => {
    await using stripe = await startStripe()
    await using payment = await startOnboarded({ stripe })
    const { bookingId, intent } = await payment.paidBooking()
    await stripe.control('webhooks', { mode: 'hold' })
    await dispute(payment, intent)
    await payment.cancelBooking(bookingId, 10_000)
    await payment.runJobs()
    expect(await failingJobs(payment)).toEqual([])
    expect(await payment.readReceipt(bookingId)).toMatchObject({ funds: 'disputed' })
    expect(await payment.ledgerFaults()).toEqual([])
  },
)

test('of a payment that is disputed in part, the rest goes to the business when the bank has decided', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await payment.paidBooking()
  const id = await dispute(payment, intent, { amount: 2_000 })
  await payment.drain()
  await payment.completeBooking(bookingId)
  await payment.advance('PT72H')
  expect(await payment.readTransfers()).toEqual([])
  await decideDispute(payment, id, 'lost')
  await payment.drain()
  expect(await payment.readTransfers()).toEqual([2375])
  expect(await payment.readReceipt(bookingId)).toMatchObject({ funds: 'released', total: usd(2500) })
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a dispute of what was refunded already is not taken from anybody else', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await payment.paidBooking()
  await payment.cancelBooking(bookingId, 10_000)
  await payment.drain()
  const id = await dispute(payment, intent, { amount: 4_500 })
  await payment.drain()
  expect(await payment.readBalance()).toEqual({ held: 0, frozen: 0, released: 0, owed: 0 })
  expect(await payment.ledgerFaults()).toEqual([])
  await decideDispute(payment, id, 'won')
  await payment.drain()
  expect(await payment.readBalance()).toEqual({ held: 0, frozen: 0, released: 0, owed: 0 })
  expect(await payment.ledgerFaults()).toEqual([])
})

test('an inquiry of a bank freezes the money until it is closed, and can be ended by a refund', async () => {
  await using payment = await startOnboarded()
  const [inquired, refunded] = [await payment.paidBooking(), await payment.paidBooking()]
  const id = await dispute(payment, inquired.intent, { kind: 'inquiry' })
  await dispute(payment, refunded.intent, { kind: 'inquiry' })
  await payment.drain()
  for (const { bookingId } of [inquired, refunded]) await payment.completeBooking(bookingId)
  await payment.advance('PT72H')
  expect(await payment.readTransfers()).toEqual([])
  expect(await payment.readBalance()).toMatchObject({ held: 0, frozen: 9000 })
  await decideDispute(payment, id, 'won')
  await refundAtStripe(payment, refunded.intent)
  await payment.drain()
  expect(await payment.readTransfers()).toEqual([4275])
  expect(await payment.readReceipt(refunded.bookingId)).toMatchObject({ funds: 'refunded' })
  expect(await payment.ledgerFaults()).toEqual([])
})
