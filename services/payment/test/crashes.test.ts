import { expect, test } from 'vitest'
import { paymentReleased } from '@buy-locals/contracts/payment/events'
import type { Deps } from '../src/deps.ts'
import type { CardPayments } from '../src/card-payments.ts'
import { refundPayment } from '../src/use-cases/refund-payment.ts'
import { releaseFunds } from '../src/use-cases/release-funds.ts'
import { startPayment, type RunningPayment } from './support.ts'

/** The provider has done it, and the process ends before the result is stored. */
const crashAfter = (deps: Deps, method: 'transfer' | 'refund'): Deps => {
  const cardPayments = deps.cardPayments as CardPayments
  const call = async (input: never): Promise<never> => {
    await (cardPayments[method] as (input: never) => Promise<unknown>)(input)
    throw new Error('killed')
  }
  return { ...deps, cardPayments: { ...cardPayments, [method]: call } }
}

const onlyPaymentId = async (payment: RunningPayment) =>
  (await payment.db.selectFrom('payments').select('id').executeTakeFirstOrThrow()).id as `pay_${string}`

test('a crash between the transfer and storing its result does not transfer twice', async () => {
  await using payment = await startPayment({ market: { complaintHours: 0 } })
  await payment.onboardBusiness()
  const { bookingId } = await payment.paidBooking()
  await payment.completeBooking(bookingId)
  const paymentId = await onlyPaymentId(payment)
  for (let i = 0; i < 3; i++)
    await expect(releaseFunds(crashAfter(payment.deps, 'transfer'), paymentId)).rejects.toThrow('killed')
  expect(await payment.readTransfers()).toEqual([4275])
  expect(await payment.published(paymentReleased)).toEqual([])
  await payment.runJobs()
  expect(await payment.readTransfers()).toEqual([4275])
  expect(await payment.published(paymentReleased)).toHaveLength(1)
  expect(await payment.ledgerFaults()).toEqual([])
})

test('workers that release the same payment at once transfer once', async () => {
  await using payment = await startPayment({ market: { complaintHours: 0 } })
  await payment.onboardBusiness()
  const { bookingId } = await payment.paidBooking()
  await payment.completeBooking(bookingId)
  const paymentId = await onlyPaymentId(payment)
  await Promise.allSettled(Array.from({ length: 6 }, () => releaseFunds(payment.deps, paymentId)))
  await payment.runJobs()
  expect(await payment.readTransfers()).toEqual([4275])
  expect(await payment.published(paymentReleased)).toHaveLength(1)
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a crash between the refund and storing its result does not refund twice', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const { bookingId, intent } = await payment.paidBooking()
  await payment.cancelBooking(bookingId, 5_000)
  const { id } = await payment.db.selectFrom('refunds').select('id').executeTakeFirstOrThrow()
  for (let i = 0; i < 3; i++) {
    await expect(refundPayment(crashAfter(payment.deps, 'refund'), id as `rfd_${string}`)).rejects.toThrow('killed')
  }
  await payment.drain()
  const { data } = await payment.stripe.sdk.refunds.list({ payment_intent: intent })
  expect(data.map(({ amount }) => amount)).toEqual([2250])
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a crash before the PaymentIntent is stored makes no second one', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const bookingId = await payment.holdBooking()
  const { body } = await payment.pay(bookingId)
  await payment.db.updateTable('payments').set({ payment_intent_id: null }).execute()
  expect((await payment.pay(bookingId)).body).toEqual(body)
})

test('responses that the network loses change nothing', async () => {
  await using payment = await startPayment({ market: { complaintHours: 0 } })
  await payment.onboardBusiness()
  const { bookingId, intent } = await payment.paidBooking()
  const other = await payment.paidBooking()
  await payment.stripe.control('network', { dropResponses: 2 })
  await payment.completeBooking(bookingId)
  await payment.advance('PT1M')
  await payment.stripe.control('network', { dropResponses: 2 })
  await payment.cancelBooking(other.bookingId, 10_000)
  await payment.advance('PT1M')
  await payment.drain()
  expect(await payment.readTransfers()).toEqual([4275])
  expect((await payment.stripe.sdk.refunds.list({ payment_intent: other.intent })).data).toHaveLength(1)
  expect((await payment.stripe.sdk.refunds.list({ payment_intent: intent })).data).toHaveLength(0)
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a transfer that the provider refuses is tried again later, and the money waits', async () => {
  await using payment = await startPayment({ market: { complaintHours: 0 } })
  await payment.onboardBusiness()
  const { bookingId } = await payment.paidBooking()
  const account = await payment.readAccount()
  await payment.stripe.control(`accounts/${account}/restriction`, {})
  await payment.completeBooking(bookingId)
  await payment.drain()
  expect(await payment.readTransfers()).toEqual([])
  await payment.onboardBusiness()
  await payment.advance('PT1H')
  expect(await payment.readTransfers()).toEqual([4275])
  expect(await payment.ledgerFaults()).toEqual([])
})
