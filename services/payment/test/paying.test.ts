import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import * as events from '@buy-locals/contracts/booking/events'
import { paymentFailed, paymentRefunded, paymentSucceeded } from '@buy-locals/contracts/payment/events'
import * as api from '@buy-locals/contracts/payment/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import { startPayment, usd, type RunningPayment } from './support.ts'

test('a booking is paid: the money is held, and one event is published', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const bookingId = await payment.holdBooking()
  const { status, body } = await payment.pay(bookingId)
  expect(status).toBe(201)
  expect(body).toMatchObject({ amount: usd(4500), publishableKey: payment.stripe.publishableKey })
  expect(body.clientSecret).toMatch(`${body.paymentIntentId}_secret_`)
  await payment.confirmCard(body.paymentIntentId)
  await payment.drain()
  expect((await payment.published(paymentSucceeded)).map(({ data }) => data)).toMatchObject([
    {
      subject: { kind: 'booking', id: bookingId },
      status: 'succeeded',
      captured: usd(4500),
      fee: usd(225),
      funds: 'held',
    },
  ])
  expect(await payment.readBalance()).toEqual({ held: 4500, frozen: 0, released: 0, owed: 0 })
  expect((await payment.pay(bookingId)).problem?.code).toBe('payment/not-payable')
  expect(await payment.ledgerFaults()).toEqual([])
})

test('two clicks on pay make one PaymentIntent', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const bookingId = await payment.holdBooking()
  const responses = await Promise.all(Array.from({ length: 6 }, () => payment.pay(bookingId)))
  expect(responses.map(({ status }) => status)).toEqual(Array(6).fill(201))
  expect(new Set(responses.map(({ body }) => body.paymentIntentId)).size).toBe(1)
  const later = await payment.pay(bookingId)
  expect(later.body).toEqual(responses[0]?.body)
  const intents = await payment.stripe.sdk.paymentIntents.list({ limit: 100 })
  expect(intents.data.filter(({ metadata }) => metadata['bookingId'] === bookingId)).toHaveLength(1)
})

test('after a declined card the same payment takes another card', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const bookingId = await payment.holdBooking()
  const { body } = await payment.pay(bookingId)
  await expect(payment.confirmCard(body.paymentIntentId, 'pm_card_chargeDeclined')).rejects.toThrow('declined')
  await payment.drain()
  expect(await payment.published(paymentFailed)).toHaveLength(1)
  expect((await payment.pay(bookingId)).body).toEqual(body)
  await payment.confirmCard(body.paymentIntentId)
  await payment.drain()
  expect(await payment.published(paymentSucceeded)).toHaveLength(1)
  expect(await payment.published(paymentFailed)).toHaveLength(1)
})

test('yen are not multiplied by a hundred', async () => {
  await using payment = await startPayment({ currency: 'JPY' })
  await payment.onboardBusiness()
  const { bookingId, intent } = await payment.paidBooking()
  expect(await payment.stripe.sdk.paymentIntents.retrieve(intent)).toMatchObject({ amount: 4500, currency: 'jpy' })
  expect((await payment.readReceipt(bookingId)).total).toEqual({ amount: 4500, currency: 'JPY' })
  expect(await payment.ledgerFaults()).toEqual([])
})

test('an amount that no card can pay is not charged', async () => {
  await using payment = await startPayment({ currency: 'KWD' })
  await payment.onboardBusiness()
  const odd = { amount: 4505, currency: 'KWD' } as const
  expect((await payment.pay(await payment.holdBooking({ deposit: odd, price: odd }))).problem?.code).toBe(
    'payment/not-payable',
  )
  const small = { amount: 10, currency: 'KWD' } as const
  expect((await payment.pay(await payment.holdBooking({ deposit: small, price: small }))).problem?.code).toBe(
    'payment/not-payable',
  )
})

test('what cannot be paid is refused with its reason', async () => {
  await using payment = await startPayment()
  const unready = await payment.holdBooking()
  expect((await payment.pay(unready)).problem?.code).toBe('booking/payments-not-ready')
  await payment.onboardBusiness()
  const late = await payment.holdBooking()
  const free = await payment.holdBooking({ payment: 'none', deposit: usd(0) })
  const atVenue = await payment.holdBooking({ payment: 'at-venue', status: 'confirmed' })
  for (const id of [free, atVenue]) expect((await payment.pay(id)).problem?.code).toBe('payment/not-payable')
  await payment.advance('PT11M')
  expect((await payment.pay(late)).problem).toMatchObject({ code: 'booking/hold-expired', status: 410 })
})

test('a booking made a moment ago is waited for; an older one without events does not exist', async () => {
  await using payment = await startPayment()
  expect((await payment.pay(newId('booking'))).problem).toMatchObject({ code: 'not-yet', status: 503 })
  expect((await payment.pay('bkg_01hzzzzzzzzzzzzzzzzzzzzzzz')).status).toBe(404)
})

test('a stranger cannot tell that the booking exists; the business may not pay for its customer', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const bookingId = await payment.holdBooking()
  expect((await payment.pay(bookingId, payment.stranger)).status).toBe(404)
  expect((await payment.call(api.payBooking, { params: { bookingId } })).status).toBe(401)
  for (const member of [payment.owner, payment.staff]) expect((await payment.pay(bookingId, member)).status).toBe(403)
})

test('a guest pays with the manage link, from a header or a cookie', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const manageTokenHash = createHash('sha256').update('the token').digest('hex')
  const bookingId = await payment.holdBooking({ isGuest: true, manageTokenHash })
  const pay = (headers: Record<string, string>) => payment.call(api.payBooking, { params: { bookingId } }, { headers })
  expect((await pay({ 'x-manage-token': 'the token' })).status).toBe(201)
  expect((await pay({ cookie: `bl_manage=${bookingId}.the%20token` })).status).toBe(201)
  expect((await pay({ 'x-manage-token': 'another' })).status).toBe(404)
  expect((await pay({ cookie: `bl_manage=${newId('booking')}.the%20token` })).status).toBe(404)
})

test('a guest pays the difference of a move with the manage link, and nobody pays it with another', async () => {
  const manageTokenHash = createHash('sha256').update('the token').digest('hex')
  await using payment = await startHeldMove({ isGuest: true, manageTokenHash })
  await payment.hold(1500, 3)
  const pay = (token: string) =>
    payment.call(api.payBooking, { params: { bookingId: payment.bookingId } }, { headers: { 'x-manage-token': token } })
  expect((await pay('another')).status).toBe(404)
  const { body } = await pay('the token')
  expect(body.amount).toEqual(usd(1500))
  await payment.confirmCard(body.paymentIntentId)
  await payment.drain()
  expect((await payment.published(paymentSucceeded)).at(-1)?.data).toMatchObject({
    captured: usd(1500),
    moveVersion: 3,
  })
})

test('where payments are off nothing can be paid, and the response says why', async () => {
  await using payment = await startPayment({ deps: { cardPayments: undefined } })
  expect((await payment.pay(await payment.holdBooking())).problem?.code).toBe('payment/off')
  const onboarding = await payment.call(
    api.onboardPayee,
    { params: { businessId: payment.businessId } },
    { as: payment.owner },
  )
  expect(onboarding.problem?.code).toBe('payment/off')
  expect((await payment.call(api.stripeWebhook, {})).problem?.code).toBe('payment/off')
})

test('nobody pays for a booking that is cancelled, and an expired one is closed a little later', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const [cancelled, expired] = [await payment.holdBooking(), await payment.holdBooking()]
  const [first, second] = [await payment.pay(cancelled), await payment.pay(expired)]
  const statusOf = async (id: string) => (await payment.stripe.sdk.paymentIntents.retrieve(id)).status
  await payment.cancelBooking(cancelled, 10_000)
  await payment.runJobs()
  expect(await statusOf(first.body.paymentIntentId)).toBe('canceled')
  await payment.advance('PT10M')
  await payment.deliverBooking(events.bookingExpired, expired, { status: 'expired' })
  await payment.advance('PT10M')
  expect(await statusOf(second.body.paymentIntentId)).toBe('requires_payment_method')
  await payment.advance('PT6M')
  expect(await statusOf(second.body.paymentIntentId)).toBe('canceled')
  await payment.drain()
  expect((await payment.pay(cancelled)).problem?.code).toBe('payment/not-payable')
})

test('a booking that is moved is not charged anew, and its money waits for the new time', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const { bookingId, intent } = await payment.paidBooking()
  const moved = { start: '2026-03-28T16:00:00Z', end: '2026-03-28T16:30:00Z', localStart: '2026-03-28T10:00' }
  await payment.deliverBooking(events.bookingConfirmed, bookingId, moved)
  await payment.drain()
  expect((await payment.pay(bookingId)).problem?.code).toBe('payment/not-payable')
  const receipt = await payment.readReceipt(bookingId)
  expect(receipt).toMatchObject({ start: moved.start, total: usd(4500), funds: 'held' })
  expect((await payment.stripe.sdk.paymentIntents.retrieve(intent)).amount_received).toBe(4500)
  expect(await payment.db.selectFrom('payments').select('id').execute()).toHaveLength(1)
  await payment.completeBooking(bookingId)
  await payment.advance('PT48H')
  expect(await payment.readTransfers()).toEqual([4275])
  expect(await payment.ledgerFaults()).toEqual([])
})

const moved = { start: '2026-03-28T16:00:00Z', end: '2026-03-28T16:30:00Z', localStart: '2026-03-28T10:00' }

/** Paid at 45.00 and about to be moved to a time that costs 60.00. */
async function startHeldMove(changes: Parameters<RunningPayment['paidBooking']>[0] = {}) {
  const payment = await startPayment()
  await payment.onboardBusiness()
  const { bookingId } = await payment.paidBooking(changes)
  const hold = async (due: number, version: number) => {
    const holdExpiresAt = toSecond(payment.clock().add({ minutes: 10 }))
    const prices = { price: usd(4500 + due), deposit: usd(4500 + due), due: usd(due) }
    const heldMove = { version, ...moved, ...prices, holdExpiresAt }
    await payment.deliverBooking(events.bookingRescheduleHeld, bookingId, { heldMove })
  }
  const move = (amount: number) =>
    payment.deliverBooking(events.bookingRescheduled, bookingId, {
      ...moved,
      ...{ price: usd(amount), deposit: usd(amount), heldMove: undefined },
    })
  const payHeld = async () => {
    const { body } = await payment.pay(bookingId)
    await payment.confirmCard(body.paymentIntentId)
    await payment.drain()
    return body
  }
  return Object.assign(payment, { bookingId, hold, move, payHeld })
}

test('what a move costs more is charged by itself: one movement for the difference, told by receipt, balance and transactions', async () => {
  await using payment = await startHeldMove()
  const { bookingId } = payment
  await payment.hold(1500, 3)
  const clicks = await Promise.all([payment.pay(bookingId), payment.pay(bookingId)])
  expect(clicks.map(({ body }) => body.amount)).toEqual([usd(1500), usd(1500)])
  const paid = await payment.payHeld()
  expect(clicks.map(({ body }) => body.paymentIntentId)).toEqual(Array(2).fill(paid.paymentIntentId))
  expect((await payment.published(paymentSucceeded)).at(-1)?.data).toMatchObject({
    captured: usd(1500),
    moveVersion: 3,
  })
  expect((await payment.pay(bookingId)).problem?.code).toBe('payment/not-payable')
  await payment.move(6000)
  await payment.drain()
  expect((await payment.pay(bookingId)).problem?.code).toBe('payment/not-payable')
  const receipt = await payment.readReceipt(bookingId)
  expect(receipt).toMatchObject({ number: 'BOISE-000001', start: moved.start, total: usd(6000), funds: 'held' })
  expect(receipt.lines.map(({ kind, amount }) => [kind, amount.amount])).toEqual([['paid', 4500], ['paid', 1500]]) // prettier-ignore
  expect(await payment.readBalance()).toEqual({ held: 6000, frozen: 0, released: 0, owed: 0 })
  const { body } = await payment.call(api.listTransactions, { params: { businessId: payment.businessId }, query: {} }, { as: payment.owner }) // prettier-ignore
  expect(body.items.map(({ kind, gross }) => [kind, gross.amount])).toEqual([['payment', 1500], ['payment', 4500]]) // prettier-ignore
  await payment.completeBooking(bookingId)
  await payment.advance('PT48H')
  expect(await payment.readTransfers()).toEqual(expect.arrayContaining([1425, 4275]))
  expect(await payment.ledgerFaults()).toEqual([])
})

test('what a move costs less is refunded by itself, once, and the fee is that of what is left', async () => {
  await using payment = await startHeldMove()
  const { bookingId } = payment
  await payment.move(3000)
  await payment.drain()
  await payment.deliverBooking(events.bookingClaimed, bookingId)
  await payment.drain()
  expect((await payment.published(paymentRefunded)).map(({ data }) => data)).toMatchObject([
    { refund: usd(1500), reason: 'rescheduled', fee: usd(150), funds: 'held' },
  ])
  expect((await payment.readReceipt(bookingId)).total).toEqual(usd(3000))
  expect((await payment.readBalance()).held).toBe(3000)
  await payment.completeBooking(bookingId)
  await payment.advance('PT48H')
  expect(await payment.readTransfers()).toEqual([2850])
  expect(await payment.ledgerFaults()).toEqual([])
})

test('moved up and down again, each movement is one difference, and a later cancellation refunds its share of what was paid in all', async () => {
  await using payment = await startHeldMove()
  const { bookingId } = payment
  await payment.hold(1500, 3)
  await payment.payHeld()
  await payment.move(6000)
  await payment.drain()
  await payment.move(5001)
  await payment.drain()
  const refunds = await payment.db.selectFrom('refunds').select(['amount', 'reason']).execute()
  expect(refunds).toEqual([{ amount: 999, reason: 'rescheduled' }])
  expect((await payment.readReceipt(bookingId)).total).toEqual(usd(5001))
  expect(await payment.ledgerFaults()).toEqual([])
  await payment.cancelBooking(bookingId, 5_000)
  await payment.drain()
  const { total } = await payment.readReceipt(bookingId)
  expect(total).toEqual(usd(5001 - 2501))
  await payment.advance('PT48H')
  expect((await payment.readTransfers()).reduce((sum, amount) => sum + amount, 0)).toBe(2500 - 126) // the fee of each payment is rounded by itself
  expect(await payment.ledgerFaults()).toEqual([])
})

test('money for a time that is held no more is refunded whole, and a payment that is still open is closed', async () => {
  await using payment = await startHeldMove()
  const { bookingId } = payment
  await payment.hold(1500, 3)
  const { body: first } = await payment.pay(bookingId)
  await payment.hold(2000, 4) // another time
  await payment.drain()
  expect((await payment.stripe.sdk.paymentIntents.retrieve(first.paymentIntentId)).status).toBe('canceled')
  expect((await payment.payHeld()).amount).toEqual(usd(2000))
  await payment.deliverBooking(events.bookingRescheduleExpired, bookingId, { heldMove: undefined })
  await payment.drain()
  const [late] = await payment.db.selectFrom('payments').select('id').where('move_version', '=', 4).execute()
  await payment.deliverUnusable(bookingId, late?.id as Id<'payment'>)
  await payment.drain()
  expect((await payment.readReceipt(bookingId)).total).toEqual(usd(4500))
  expect((await payment.published(paymentRefunded)).map(({ data }) => data.refund)).toEqual([usd(2000)])
  await payment.completeBooking(bookingId)
  await payment.advance('PT48H')
  expect(await payment.readTransfers()).toEqual([4275])
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a difference is payable as long as its time is held, by its booker alone', async () => {
  await using payment = await startHeldMove()
  await payment.hold(1500, 3)
  expect((await payment.pay(payment.bookingId, payment.stranger)).status).toBe(404)
  await payment.advanceClockAlone('PT10M')
  expect((await payment.pay(payment.bookingId)).problem?.code).toBe('booking/hold-expired')
})

test('the check names a booking for which more or less is kept than it costs', async () => {
  await using payment = await startHeldMove()
  await payment.db.updateTable('bookings').set({ deposit_amount: 6000 }).where('id', '=', payment.bookingId).execute()
  expect(await payment.ledgerFaults()).toMatchObject([expect.stringContaining('costs 6000, and 4500 is used for it')])
})
