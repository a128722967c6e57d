import { expect, test } from 'vitest'
import * as events from '@buy-locals/contracts/booking/events'
import { paymentRefunded, paymentReleased, paymentSucceeded } from '@buy-locals/contracts/payment/events'
import { toSecond } from '@buy-locals/values/time'
import { startPayment, usd } from './support.ts'

type Running = Awaited<ReturnType<typeof startPayment>>

async function started(wanted: Parameters<typeof startPayment>[0] = {}) {
  const payment = await startPayment(wanted)
  await payment.onboard()
  return payment
}
const report = (payment: Running, bookingId: Parameters<Running['tell']>[1]) =>
  payment.tell(events.bookingComplaintFiled, bookingId, { complainedAt: toSecond(payment.clock()) })

test('48 hours after completion the business has the money, less the fee of the market', async () => {
  await using payment = await started()
  const { bookingId } = await payment.paid()
  await payment.complete(bookingId)
  await payment.advance('PT47H')
  expect(await payment.sent()).toEqual([])
  expect(await payment.receipt(bookingId)).toMatchObject({ funds: 'held', releaseAt: '2026-03-22T08:00:00Z' })
  await payment.advance('PT1H')
  expect(await payment.sent()).toEqual([4275])
  expect(await payment.published(paymentReleased)).toMatchObject([
    { data: { net: usd(4275), fee: usd(225), funds: 'released' } },
  ])
  expect(await payment.balance()).toEqual({ held: 0, frozen: 0, released: 4275, owed: 0 })
  const [transfer] = (await payment.stripe.sdk.transfers.list({ transfer_group: bookingId })).data
  expect(transfer?.source_transaction).toMatch(/^ch_/)
  expect(await payment.faults()).toEqual([])
})

test('where nobody can complain the money goes at completion', async () => {
  await using payment = await started({ market: { complaintHours: 0 } })
  const { bookingId } = await payment.paid()
  await payment.complete(bookingId)
  await payment.run()
  expect(await payment.sent()).toEqual([4275])
})

test('money waits for booking to say that nothing can be reported any more, however late it says so', async () => {
  await using payment = await started()
  const { bookingId } = await payment.paid()
  const complaintsEndAt = toSecond(payment.clock().add({ hours: 1 }))
  const completedAt = toSecond(payment.clock())
  await payment.tell(events.bookingCompleted, bookingId, { status: 'completed', completedAt, complaintsEndAt })
  await payment.run()
  await payment.clockOnly('PT2H')
  expect(await payment.sent()).toEqual([])
  await report(payment, bookingId)
  await payment.advance('PT1H')
  expect([await payment.sent(), (await payment.balance()).frozen]).toEqual([[], 4500])
})

test('a longer wait that a market orders later loses nobody the money', async () => {
  await using payment = await started({ market: { complaintHours: 1 } })
  const { bookingId } = await payment.paid()
  await payment.cancel(bookingId, 5_000)
  await payment.quiet()
  await payment.setMarket({ complaintHours: 48 })
  await payment.advance('PT1H')
  expect(await payment.sent()).toEqual([])
  await payment.advance('PT47H')
  expect(await payment.sent()).toEqual([2137])
})

test('frozen money is not released; the operator lets it go', async () => {
  await using payment = await started()
  const { bookingId } = await payment.paid()
  await payment.complete(bookingId)
  await report(payment, bookingId)
  await payment.advance('P10D')
  expect(await payment.sent()).toEqual([])
  expect(await payment.balance()).toEqual({ held: 0, frozen: 4500, released: 0, owed: 0 })
  await payment.tell(events.bookingComplaintDecided, bookingId, { complaintDecision: 'released', refundShare: 0 })
  await payment.run()
  expect(await payment.sent()).toEqual([4275])
  expect(await payment.faults()).toEqual([])
})

test('the operator gives a part back, and the rest goes to the business at once', async () => {
  await using payment = await started()
  const { bookingId } = await payment.paid()
  await payment.complete(bookingId)
  await report(payment, bookingId)
  await payment.tell(events.bookingComplaintDecided, bookingId, { complaintDecision: 'refunded', refundShare: 4_000 })
  await payment.quiet()
  expect(await payment.published(paymentRefunded)).toMatchObject([{ data: { refund: usd(1800), refunded: usd(1800) } }])
  expect(await payment.sent()).toEqual([2565])
  expect(await payment.faults()).toEqual([])
})

test('a cancellation in time gives everything back, and nothing stays with anybody', async () => {
  await using payment = await started()
  const { bookingId } = await payment.paid()
  await payment.cancel(bookingId, 10_000)
  await payment.quiet()
  const receipt = await payment.receipt(bookingId)
  expect(receipt).toMatchObject({ funds: 'refunded', total: usd(0) })
  expect(receipt.lines.map(({ kind, amount }) => [kind, amount.amount])).toEqual([['paid', 4500], ['refunded', -4500]]) // prettier-ignore
  await payment.advance('P10D')
  expect(await payment.sent()).toEqual([])
  expect(await payment.balance()).toEqual({ held: 0, frozen: 0, released: 0, owed: 0 })
  expect(await payment.faults()).toEqual([])
})

test('of a late cancellation the rest goes to the business as after completion', async () => {
  await using payment = await started()
  const { bookingId } = await payment.paid()
  await payment.cancel(bookingId, 3_333)
  await payment.quiet()
  expect((await payment.published(paymentRefunded)).at(-1)?.data).toMatchObject({ refund: usd(1500), fee: usd(150) })
  expect(await payment.sent()).toEqual([])
  await payment.advance('PT48H')
  expect(await payment.sent()).toEqual([2850])
  expect(await payment.faults()).toEqual([])
})

test('a refund of nothing asks the provider for nothing', async () => {
  await using payment = await started()
  const { bookingId, intent } = await payment.paid()
  await payment.tell(events.bookingNoShow, bookingId, { status: 'no-show', refundShare: 0 })
  await payment.quiet()
  expect((await payment.stripe.sdk.refunds.list({ payment_intent: intent })).data).toEqual([])
  expect(await payment.published(paymentRefunded)).toEqual([])
  await payment.advance('PT48H')
  expect(await payment.sent()).toEqual([4275])
})

test('money that comes too late goes back whole, once, whoever says so first', async () => {
  await using payment = await started()
  const bookingId = await payment.hold()
  const { body } = await payment.begin(bookingId)
  await payment.cancel(bookingId, 10_000)
  await payment.confirm(body.paymentIntentId)
  await payment.quiet()
  const [{ data } = { data: undefined }] = await payment.published(paymentSucceeded)
  const paymentId = data?.id ?? 'pay_'
  const unusable = await payment.unusable(bookingId, paymentId)
  await payment.redeliver(unusable)
  await payment.quiet()
  const { data: refunds } = await payment.stripe.sdk.refunds.list({ payment_intent: body.paymentIntentId })
  expect(refunds.map(({ amount }) => amount)).toEqual([4500])
  expect(await payment.receipt(bookingId)).toMatchObject({ funds: 'refunded', total: usd(0) })
  expect(await payment.faults()).toEqual([])
})

test('an expired booking that could not be kept gives its late money back', async () => {
  await using payment = await started()
  const bookingId = await payment.hold()
  const { body } = await payment.begin(bookingId)
  await payment.advance('PT11M')
  await payment.tell(events.bookingExpired, bookingId, { status: 'expired' })
  await payment.confirm(body.paymentIntentId)
  await payment.quiet()
  expect(await payment.balance()).toMatchObject({ held: 4500 })
  const [succeeded] = await payment.published(paymentSucceeded)
  const paymentId = succeeded?.data.id ?? 'pay_'
  await payment.unusable(bookingId, paymentId)
  await payment.quiet()
  expect(await payment.receipt(bookingId)).toMatchObject({ funds: 'refunded' })
  expect(await payment.balance()).toMatchObject({ held: 0 })
})

test('a change of the fee does not touch bookings that were made before', async () => {
  await using payment = await started({ market: { complaintHours: 0 } })
  const before = await payment.hold()
  await payment.setMarket({ feeBasisPoints: 2_000, complaintHours: 0 })
  await payment.tell(events.bookingHeld, before)
  const { body } = await payment.begin(before)
  await payment.confirm(body.paymentIntentId)
  await payment.quiet()
  const after = await payment.paid()
  for (const id of [before, after.bookingId]) await payment.complete(id)
  await payment.run()
  expect((await payment.sent()).toSorted((a, b) => a - b)).toEqual([3600, 4275])
})

test('what is given back after the release comes out of the transfer, the consumer first', async () => {
  await using payment = await started()
  const { bookingId, intent } = await payment.paid()
  await payment.complete(bookingId)
  await payment.advance('PT48H')
  expect(await payment.sent()).toEqual([4275])
  await payment.tell(events.bookingComplaintFiled, bookingId, { complainedAt: '2026-03-22T07:59:59Z' })
  await payment.tell(events.bookingComplaintDecided, bookingId, { complaintDecision: 'refunded', refundShare: 5_000 })
  await payment.quiet()
  expect((await payment.stripe.sdk.refunds.list({ payment_intent: intent })).data.map(({ amount }) => amount)).toEqual([
    2250,
  ])
  expect(await payment.sent()).toEqual([2137])
  expect(await payment.balance()).toEqual({ held: 0, frozen: 0, released: 2137, owed: 0 })
  expect(await payment.faults()).toEqual([])
})

test('what the account no longer has is owed, and taken off the next releases', async () => {
  await using payment = await started({ market: { complaintHours: 0 } })
  const first = await payment.paid({ card: 'pm_card_bypassPending' })
  await payment.complete(first.bookingId)
  await payment.quiet()
  expect(await payment.sent()).toEqual([4275])
  const { account } = await payment.db.selectFrom('payees').select('account').executeTakeFirstOrThrow()
  await payment.stripe.sdk.payouts.create({ amount: 4275, currency: 'usd' }, { stripeAccount: account })
  await payment.tell(events.bookingComplaintFiled, first.bookingId, { complainedAt: toSecond(payment.clock()) })
  await payment.tell(events.bookingComplaintDecided, first.bookingId, {
    complaintDecision: 'refunded',
    refundShare: 10_000,
  })
  await payment.quiet()
  expect(await payment.balance()).toMatchObject({ released: 4275, owed: 4275 })
  expect(await payment.faults()).toEqual([])

  const small = await payment.paid({ deposit: usd(1000), price: usd(1000) })
  await payment.complete(small.bookingId)
  await payment.run()
  expect(await payment.balance()).toMatchObject({ released: 4275, owed: 3325 })
  const large = await payment.paid({ deposit: usd(10_000), price: usd(10_000) })
  await payment.complete(large.bookingId)
  await payment.run()
  expect(await payment.balance()).toMatchObject({ released: 4275 + 9500 - 3325, owed: 0 })
  expect(await payment.faults()).toEqual([])
})

test('a refund counts when it has arrived; one that the bank sends back is kept for somebody to look at', async () => {
  await using payment = await started()
  const { bookingId, intent } = await payment.paid({ card: 'pm_card_refundFail' })
  await payment.cancel(bookingId, 5_000)
  await payment.quiet()
  expect(await payment.receipt(bookingId)).toMatchObject({ total: usd(2250) })
  await payment.stripe.control('clock', { advance: 'P2D' })
  await expect
    .poll(async () => (await payment.stripe.sdk.refunds.list({ payment_intent: intent })).data[0]?.status)
    .toBe('failed')
  await payment.quiet()
  expect(await payment.receipt(bookingId)).toMatchObject({ total: usd(4500), funds: 'frozen' })
  await payment.advance('P10D')
  expect(await payment.sent()).toEqual([])
  expect(await payment.faults()).toEqual([])
})

test('a refund that is still on its way is not shown as given back', async () => {
  await using payment = await started()
  const { bookingId, intent } = await payment.paid({ card: 'pm_card_pendingRefund' })
  await payment.cancel(bookingId, 10_000)
  await payment.quiet()
  expect(await payment.receipt(bookingId)).toMatchObject({ total: usd(4500) })
  expect(await payment.faults()).toEqual([])
  await payment.stripe.control('clock', { advance: 'P6D' })
  await expect
    .poll(async () => (await payment.stripe.sdk.refunds.list({ payment_intent: intent })).data[0]?.status)
    .toBe('succeeded')
  await payment.quiet()
  expect(await payment.receipt(bookingId)).toMatchObject({ total: usd(0), funds: 'refunded' })
})
