import { expect, test } from 'vitest'
import { bookingRefunded } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import type { Currency } from '@buy-locals/values/money'
import { nine, startBooking } from './support.ts'

/** Paid $45.00, and the visit is over. */
async function startVisited() {
  const booking = await startBooking()
  await booking.setChargesEnabled(true)
  const service = await booking.addService({
    payment: 'online',
    policy: { freeUntilHours: 24, lateRefundShare: 5_000, noShowRefundShare: 1_000 },
  })
  const { body: held } = await booking.book({ serviceId: service.id, start: nine })
  await booking.pay(held)
  await booking.advance('P3DT8H')
  const refund = (amount: number, as: Id<'person'> = booking.owner, currency: Currency = 'USD') =>
    booking.call(api.refundBooking, { params: { bookingId: held.id }, body: { amount: { amount, currency } } }, { as })
  const act = (operation: typeof api.completeBooking | typeof api.markNoShow | typeof api.reopenBooking) =>
    booking.call(operation, { params: { bookingId: held.id } }, { as: booking.owner })
  return Object.assign(booking, { id: held.id, refund, act })
}

test('after the visit the business refunds any part, and more of it later; said twice it is refunded once', async () => {
  await using booking = await startVisited()
  await booking.act(api.completeBooking)
  expect((await booking.refund(1001)).body.businessRefund).toEqual({ amount: 1001, currency: 'USD' })
  expect((await booking.refund(1001)).status).toBe(200)
  expect((await booking.refund(4500)).body.businessRefund?.amount).toBe(4500)
  const published = await booking.published(bookingRefunded)
  expect(published.map(({ data }) => data.businessRefund?.amount)).toEqual([1001, 4500])
})

test('never more than was paid, never less than before, never in another currency', async () => {
  await using booking = await startVisited()
  await booking.act(api.completeBooking)
  await booking.refund(2000)
  for (const refused of [
    await booking.refund(4501),
    await booking.refund(1999),
    await booking.refund(3000, booking.owner, 'EUR'),
  ])
    expect([refused.status, refused.problem?.errors?.[0]?.pointer]).toEqual([422, '/body/amount'])
})

test('a visit to come, one that nobody has paid and one from half a year ago are not refunded', async () => {
  await using booking = await startVisited()
  expect((await booking.refund(1000)).problem?.code).toBe('booking/wrong-state')
  await booking.act(api.completeBooking)
  await booking.advance('P180D')
  expect((await booking.refund(1000)).problem).toMatchObject({ code: 'booking/outside-policy', rule: 'refund-window' })
})

test('after a no-show the policy counts in the sum', async () => {
  await using booking = await startVisited()
  await booking.act(api.markNoShow)
  expect((await booking.refund(449)).problem?.errors?.[0]?.detail).toBe('4.50 is refunded already')
  expect((await booking.refund(1000)).status).toBe(200)
})

test('while a complaint is open the refund is offered in the reply; after its decision the business can refund more', async () => {
  await using booking = await startVisited()
  const { id } = booking
  await booking.act(api.completeBooking)
  await booking.complain(id, booking.consumer)
  expect((await booking.refund(1000)).problem?.code).toBe('booking/wrong-state')
  const decision = { outcome: 'released' as const, refundShare: 0, reason: 'It took place' }
  await booking.call(api.decideComplaint, { params: { bookingId: id }, body: decision }, { as: booking.operator })
  expect((await booking.refund(1000)).status).toBe(200)
})

test('what is refunded is not taken back as if nothing had happened', async () => {
  await using booking = await startVisited()
  await booking.act(api.completeBooking)
  await booking.refund(1000)
  expect((await booking.act(api.reopenBooking)).problem?.code).toBe('booking/wrong-state')
})

test('staff do not refund the money of the business, nor does the customer, and a stranger learns nothing', async () => {
  await using booking = await startVisited()
  await booking.act(api.completeBooking)
  expect((await booking.refund(1000, booking.staff)).status).toBe(403)
  expect((await booking.refund(1000, booking.consumer)).status).toBe(403)
  expect((await booking.refund(1000, booking.stranger)).status).toBe(404)
})
