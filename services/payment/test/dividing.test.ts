import { expect, test } from 'vitest'
import * as events from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/payment/operations'
import {
  paymentChanged,
  paymentRefunded,
  paymentReleased,
  paymentSucceeded,
} from '@buy-locals/contracts/payment/events'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import { startPayment, usd, type RunningPayment } from './support.ts'

async function startOnboarded(options: Parameters<typeof startPayment>[0] = {}) {
  const payment = await startPayment(options)
  await payment.onboardBusiness()
  return payment
}
const fileComplaint = (payment: RunningPayment, bookingId: Id<'booking'>) =>
  payment.deliverBooking(events.bookingComplaintFiled, bookingId, { complainedAt: toSecond(payment.clock()) })

test('48 hours after completion the business has the money, less the fee of the market', async () => {
  await using payment = await startOnboarded()
  const { bookingId } = await payment.paidBooking()
  await payment.completeBooking(bookingId)
  await payment.advance('PT47H')
  expect(await payment.readTransfers()).toEqual([])
  expect(await payment.readReceipt(bookingId)).toMatchObject({ funds: 'held', releaseAt: '2026-03-22T08:00:00Z' })
  await payment.advance('PT1H')
  expect(await payment.readTransfers()).toEqual([4275])
  expect(await payment.published(paymentReleased)).toMatchObject([
    { data: { net: usd(4275), fee: usd(225), funds: 'released' } },
  ])
  expect(await payment.readBalance()).toEqual({ held: 0, frozen: 0, released: 4275, owed: 0 })
  const [transfer] = (await payment.stripe.sdk.transfers.list({ transfer_group: bookingId })).data
  expect(transfer?.source_transaction).toMatch(/^ch_/)
  expect(await payment.ledgerFaults()).toEqual([])
})

test('that money is held until another time, or frozen, is published once, before any of it moves', async () => {
  await using payment = await startOnboarded()
  const { bookingId } = await payment.paidBooking()
  expect(await payment.published(paymentChanged)).toEqual([])
  await payment.completeBooking(bookingId)
  const heldUntil = { funds: 'held', releaseAt: '2026-03-22T08:00:00Z' }
  expect((await payment.published(paymentChanged)).map(({ data }) => data)).toMatchObject([heldUntil])
  await payment.deliverBooking(events.bookingCompleted, bookingId)
  expect(await payment.published(paymentChanged)).toHaveLength(1)
  await fileComplaint(payment, bookingId)
  const [held, frozen] = (await payment.published(paymentChanged)).map(({ data }) => data)
  expect(frozen).toMatchObject({ funds: 'frozen', version: (held?.version ?? 0) + 1 })
  expect(frozen).not.toHaveProperty('releaseAt')
})

test('where nobody can complain the money goes at completion', async () => {
  await using payment = await startOnboarded({ market: { complaintHours: 0 } })
  const { bookingId } = await payment.paidBooking()
  await payment.completeBooking(bookingId)
  await payment.runJobs()
  expect(await payment.readTransfers()).toEqual([4275])
})

test('money waits until the booking is final, however late that is published', async () => {
  await using payment = await startOnboarded()
  const { bookingId } = await payment.paidBooking()
  const complaintsEndAt = toSecond(payment.clock().add({ hours: 1 }))
  const completedAt = toSecond(payment.clock())
  await payment.deliverBooking(events.bookingCompleted, bookingId, {
    status: 'completed',
    completedAt,
    complaintsEndAt,
  })
  await payment.runJobs()
  await payment.advanceClockAlone('PT2H')
  expect(await payment.readTransfers()).toEqual([])
  await fileComplaint(payment, bookingId)
  await payment.advance('PT1H')
  expect([await payment.readTransfers(), (await payment.readBalance()).frozen]).toEqual([[], 4500])
})

test('money that waits is not lost when its market makes the wait longer', async () => {
  await using payment = await startOnboarded({ market: { complaintHours: 1 } })
  const { bookingId } = await payment.paidBooking()
  await payment.cancelBooking(bookingId, 5_000)
  await payment.drain()
  await payment.setMarket({ complaintHours: 48 })
  await payment.advance('PT1H')
  expect(await payment.readTransfers()).toEqual([])
  await payment.advance('PT47H')
  expect(await payment.readTransfers()).toEqual([2137])
})

test('frozen money is released when the operator decides so, and not before', async () => {
  await using payment = await startOnboarded()
  const { bookingId } = await payment.paidBooking()
  await payment.completeBooking(bookingId)
  await fileComplaint(payment, bookingId)
  await payment.advance('P10D')
  expect(await payment.readTransfers()).toEqual([])
  expect(await payment.readBalance()).toEqual({ held: 0, frozen: 4500, released: 0, owed: 0 })
  await payment.deliverBooking(events.bookingComplaintDecided, bookingId, {
    complaintDecision: 'released',
    refundShare: 0,
  })
  await payment.runJobs()
  expect(await payment.readTransfers()).toEqual([4275])
  expect(await payment.ledgerFaults()).toEqual([])
})

test('the operator refunds a part, and the rest goes to the business at once', async () => {
  await using payment = await startOnboarded()
  const { bookingId } = await payment.paidBooking()
  await payment.completeBooking(bookingId)
  await fileComplaint(payment, bookingId)
  await payment.deliverBooking(events.bookingComplaintDecided, bookingId, {
    complaintDecision: 'refunded',
    refundShare: 4_000,
  })
  await payment.drain()
  expect(await payment.published(paymentRefunded)).toMatchObject([{ data: { refund: usd(1800), refunded: usd(1800) } }])
  expect(await payment.readTransfers()).toEqual([2565])
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a cancellation in time refunds everything, and nobody keeps anything', async () => {
  await using payment = await startOnboarded()
  const { bookingId } = await payment.paidBooking()
  await payment.cancelBooking(bookingId, 10_000)
  await payment.drain()
  const receipt = await payment.readReceipt(bookingId)
  expect(receipt).toMatchObject({ funds: 'refunded', total: usd(0) })
  expect(receipt.lines.map(({ kind, amount }) => [kind, amount.amount])).toEqual([['paid', 4500], ['refunded', -4500]]) // prettier-ignore
  await payment.advance('P10D')
  expect(await payment.readTransfers()).toEqual([])
  expect(await payment.readBalance()).toEqual({ held: 0, frozen: 0, released: 0, owed: 0 })
  expect(await payment.ledgerFaults()).toEqual([])
})

test('of a late cancellation the rest goes to the business as after completion', async () => {
  await using payment = await startOnboarded()
  const { bookingId } = await payment.paidBooking()
  await payment.cancelBooking(bookingId, 3_333)
  await payment.drain()
  expect((await payment.published(paymentRefunded)).at(-1)?.data).toMatchObject({ refund: usd(1500), fee: usd(150) })
  expect(await payment.readTransfers()).toEqual([])
  await payment.advance('PT48H')
  expect(await payment.readTransfers()).toEqual([2850])
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a refund of nothing is not sent to the provider', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await payment.paidBooking()
  await payment.deliverBooking(events.bookingNoShow, bookingId, { status: 'no-show', refundShare: 0 })
  await payment.drain()
  expect((await payment.stripe.sdk.refunds.list({ payment_intent: intent })).data).toEqual([])
  expect(await payment.published(paymentRefunded)).toEqual([])
  await payment.advance('PT48H')
  expect(await payment.readTransfers()).toEqual([4275])
})

test('money that comes too late is refunded whole, once, whichever event comes first', async () => {
  await using payment = await startOnboarded()
  const bookingId = await payment.holdBooking()
  const { body } = await payment.pay(bookingId)
  await payment.cancelBooking(bookingId, 10_000)
  await payment.confirmCard(body.paymentIntentId)
  await payment.drain()
  const [{ data } = { data: undefined }] = await payment.published(paymentSucceeded)
  const paymentId = data?.id ?? 'pay_'
  const unusable = await payment.deliverUnusable(bookingId, paymentId)
  await payment.redeliver(unusable)
  await payment.drain()
  const { data: refunds } = await payment.stripe.sdk.refunds.list({ payment_intent: body.paymentIntentId })
  expect(refunds.map(({ amount }) => amount)).toEqual([4500])
  expect(await payment.readReceipt(bookingId)).toMatchObject({ funds: 'refunded', total: usd(0) })
  expect(await payment.ledgerFaults()).toEqual([])
})

test('late money of an expired booking whose time was taken is refunded', async () => {
  await using payment = await startOnboarded()
  const bookingId = await payment.holdBooking()
  const { body } = await payment.pay(bookingId)
  await payment.advance('PT11M')
  await payment.deliverBooking(events.bookingExpired, bookingId, { status: 'expired' })
  await payment.confirmCard(body.paymentIntentId)
  await payment.drain()
  expect(await payment.readBalance()).toMatchObject({ held: 4500 })
  const [succeeded] = await payment.published(paymentSucceeded)
  const paymentId = succeeded?.data.id ?? 'pay_'
  await payment.deliverUnusable(bookingId, paymentId)
  await payment.drain()
  expect(await payment.readReceipt(bookingId)).toMatchObject({ funds: 'refunded' })
  expect(await payment.readBalance()).toMatchObject({ held: 0 })
})

test('a change of the fee does not touch bookings that were made before', async () => {
  await using payment = await startOnboarded({ market: { complaintHours: 0 } })
  const before = await payment.holdBooking()
  await payment.setMarket({ feeBasisPoints: 2_000, complaintHours: 0 })
  await payment.deliverBooking(events.bookingHeld, before)
  const { body } = await payment.pay(before)
  await payment.confirmCard(body.paymentIntentId)
  await payment.drain()
  const after = await payment.paidBooking()
  for (const id of [before, after.bookingId]) await payment.completeBooking(id)
  await payment.runJobs()
  expect((await payment.readTransfers()).toSorted((a, b) => a - b)).toEqual([3600, 4275])
})

test('a refund after the release comes out of the transfer, and the consumer is refunded first', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await payment.paidBooking()
  await payment.completeBooking(bookingId)
  await payment.advance('PT48H')
  expect(await payment.readTransfers()).toEqual([4275])
  await payment.deliverBooking(events.bookingComplaintFiled, bookingId, { complainedAt: '2026-03-22T07:59:59Z' })
  await payment.deliverBooking(events.bookingComplaintDecided, bookingId, {
    complaintDecision: 'refunded',
    refundShare: 5_000,
  })
  await payment.drain()
  expect((await payment.stripe.sdk.refunds.list({ payment_intent: intent })).data.map(({ amount }) => amount)).toEqual([
    2250,
  ])
  expect(await payment.readTransfers()).toEqual([2137])
  expect(await payment.readBalance()).toEqual({ held: 0, frozen: 0, released: 2137, owed: 0 })
  expect(await payment.ledgerFaults()).toEqual([])
})

test('the business refunds any part after the visit, before and after it has the money, and the fee goes back with it', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await payment.paidBooking()
  await payment.completeBooking(bookingId)
  const refund = async (amount: number) => {
    await payment.deliverBooking(events.bookingRefunded, bookingId, { businessRefund: usd(amount) })
    await payment.drain()
  }
  const refunded = async () =>
    (await payment.stripe.sdk.refunds.list({ payment_intent: intent })).data.map(({ amount }) => amount).toReversed()
  await refund(1000)
  expect(await refunded()).toEqual([1000])
  expect(await payment.readBalance()).toMatchObject({ held: 3500, released: 0 })
  await payment.advance('PT48H')
  expect(await payment.readTransfers()).toEqual([3325])
  await refund(2500)
  await refund(2500)
  expect(await refunded()).toEqual([1000, 1500])
  expect(await payment.readBalance()).toMatchObject({ held: 0, released: 1900, owed: 0 })
  expect((await payment.published(paymentRefunded)).map(({ data }) => data.reason)).toEqual([
    'by-business',
    'by-business',
  ])
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a business reads when what is held for it is released, and what every month came to', async () => {
  await using payment = await startOnboarded()
  const read = async () =>
    (await payment.call(api.readEarnings, { params: { businessId: payment.businessId } }, { as: payment.owner })).body
  expect(await read()).toEqual({ releases: [], months: [] })
  const { bookingId } = await payment.paidBooking()
  const other = await payment.paidBooking()
  await payment.completeBooking(bookingId)
  await payment.drain()
  const month = { month: '2026-03', paid: usd(9000), returned: usd(0), fee: usd(450), net: usd(8550) }
  expect(await read()).toEqual({ releases: [{ date: '2026-03-22', amount: usd(4275) }], months: [month] })
  await payment.cancelBooking(other.bookingId, 5_000)
  expect((await read()).releases, 'before its refund has left').toEqual([{ date: '2026-03-22', amount: usd(6412) }])
  await payment.drain()
  const less = { ...month, returned: usd(-2250), fee: usd(338), net: usd(6412) }
  expect(await read()).toEqual({ releases: [{ date: '2026-03-22', amount: usd(6412) }], months: [less] })
  await payment.advance('P20D')
  await payment.paidBooking()
  expect((await read()).months.map(({ month }) => month)).toEqual(['2026-04', '2026-03'])
  expect((await read()).releases).toEqual([])
})

test('what a no-show gives back at the end is not among what is released', async () => {
  await using payment = await startOnboarded()
  const { bookingId } = await payment.paidBooking()
  const end = {
    status: 'no-show' as const,
    refundShare: 1_000,
    complaintsEndAt: toSecond(payment.clock().add({ hours: 48 })),
  }
  await payment.deliverBooking(events.bookingNoShow, bookingId, end)
  await payment.drain()
  const { body } = await payment.call(
    api.readEarnings,
    { params: { businessId: payment.businessId } },
    { as: payment.owner },
  )
  expect(body.releases.map(({ amount }) => amount.amount)).toEqual([3847])
  await payment.deliverBooking(events.bookingFinalized, bookingId, { ...end, isFinal: true })
  await payment.advance('PT48H')
  expect(await payment.readTransfers()).toEqual([3847])
})

test('what the account no longer has is owed, and taken off the next releases', async () => {
  await using payment = await startOnboarded({ market: { complaintHours: 0 } })
  const first = await payment.paidBooking({ card: 'pm_card_bypassPending' })
  await payment.completeBooking(first.bookingId)
  await payment.drain()
  expect(await payment.readTransfers()).toEqual([4275])
  const account = await payment.readAccount()
  await payment.stripe.sdk.payouts.create({ amount: 4275, currency: 'usd' }, { stripeAccount: account })
  await payment.deliverBooking(events.bookingComplaintFiled, first.bookingId, {
    complainedAt: toSecond(payment.clock()),
  })
  await payment.deliverBooking(events.bookingComplaintDecided, first.bookingId, {
    complaintDecision: 'refunded',
    refundShare: 10_000,
  })
  await payment.drain()
  expect(await payment.readBalance()).toMatchObject({ released: 4275, owed: 4275 })
  expect(await payment.ledgerFaults()).toEqual([])

  const small = await payment.paidBooking({ deposit: usd(1000), price: usd(1000) })
  await payment.completeBooking(small.bookingId)
  await payment.runJobs()
  expect(await payment.readBalance()).toMatchObject({ released: 4275, owed: 3325 })
  const large = await payment.paidBooking({ deposit: usd(10_000), price: usd(10_000) })
  await payment.completeBooking(large.bookingId)
  await payment.runJobs()
  expect(await payment.readBalance()).toMatchObject({ released: 4275 + 9500 - 3325, owed: 0 })
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a refund counts when it has arrived; one that the bank sends back freezes the money', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await payment.paidBooking({ card: 'pm_card_refundFail' })
  await payment.cancelBooking(bookingId, 5_000)
  await payment.drain()
  expect(await payment.readReceipt(bookingId)).toMatchObject({ total: usd(2250) })
  await payment.stripe.control('clock', { advance: 'P2D' })
  await expect
    .poll(async () => (await payment.stripe.sdk.refunds.list({ payment_intent: intent })).data[0]?.status)
    .toBe('failed')
  await payment.drain()
  expect(await payment.readReceipt(bookingId)).toMatchObject({ total: usd(4500), funds: 'frozen' })
  await payment.advance('P10D')
  expect(await payment.readTransfers()).toEqual([])
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a refund that is still on its way is not shown as refunded', async () => {
  await using payment = await startOnboarded()
  const { bookingId, intent } = await payment.paidBooking({ card: 'pm_card_pendingRefund' })
  await payment.cancelBooking(bookingId, 10_000)
  await payment.drain()
  expect(await payment.readReceipt(bookingId)).toMatchObject({ total: usd(4500) })
  expect(await payment.ledgerFaults()).toEqual([])
  await payment.stripe.control('clock', { advance: 'P6D' })
  await expect
    .poll(async () => (await payment.stripe.sdk.refunds.list({ payment_intent: intent })).data[0]?.status)
    .toBe('succeeded')
  await payment.drain()
  expect(await payment.readReceipt(bookingId)).toMatchObject({ total: usd(0), funds: 'refunded' })
})

test('a receipt is shown although nobody knows the zone of its booking any more', async () => {
  await using payment = await startOnboarded()
  const { bookingId } = await payment.paidBooking()
  await payment.db.updateTable('bookings').set({ time_zone: 'Mars/Olympus' }).execute()
  expect(await payment.readReceipt(bookingId)).toMatchObject({ timeZone: 'UTC', total: usd(4500) })
  const zones = () => payment.db.selectFrom('bookings').select('time_zone').orderBy('id').execute()
  await payment.runMigration('011_known-zones.sql')
  expect(await zones()).toEqual([{ time_zone: 'UTC' }])
  await payment.db.updateTable('bookings').set({ time_zone: 'Mars/Olympus' }).execute()
  await payment.holdBooking()
  await payment.runMigration('011_known-zones.sql')
  expect(await zones(), 'as all others of its market').toEqual(Array(2).fill({ time_zone: 'America/Boise' }))
})
