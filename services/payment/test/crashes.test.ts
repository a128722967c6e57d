import { expect, test } from 'vitest'
import { paymentReleased } from '@buy-locals/contracts/payment/events'
import type { Deps } from '../src/deps.ts'
import type { Provider } from '../src/provider.ts'
import { giveBackMoney } from '../src/use-cases/give-back.ts'
import { releaseFunds } from '../src/use-cases/release-funds.ts'
import { startPayment } from './support.ts'

/** The provider has done it; we died before we could note it. */
const dying = (deps: Deps, what: 'transfer' | 'refund' | 'reverse' | 'createIntent'): Deps => {
  const provider = deps.provider as Provider
  const call = async (of: never): Promise<never> => {
    await (provider[what] as (of: never) => Promise<unknown>)(of)
    throw new Error('killed')
  }
  return { ...deps, provider: { ...provider, [what]: call } }
}

const idOf = async (payment: Awaited<ReturnType<typeof startPayment>>) =>
  (await payment.db.selectFrom('payments').select('id').executeTakeFirstOrThrow()).id as `pay_${string}`

test('a crash between the transfer and its note does not transfer twice', async () => {
  await using payment = await startPayment({ market: { complaintHours: 0 } })
  await payment.onboard()
  const { bookingId } = await payment.paid()
  await payment.complete(bookingId)
  const paymentId = await idOf(payment)
  for (let i = 0; i < 3; i++)
    await expect(releaseFunds(dying(payment.deps, 'transfer'), paymentId)).rejects.toThrow('killed')
  expect(await payment.sent()).toEqual([4275])
  expect(await payment.published(paymentReleased)).toEqual([])
  await payment.run()
  expect(await payment.sent()).toEqual([4275])
  expect(await payment.published(paymentReleased)).toHaveLength(1)
  expect(await payment.faults()).toEqual([])
})

test('workers that release the same payment at once transfer once', async () => {
  await using payment = await startPayment({ market: { complaintHours: 0 } })
  await payment.onboard()
  const { bookingId } = await payment.paid()
  await payment.complete(bookingId)
  const paymentId = await idOf(payment)
  await Promise.allSettled(Array.from({ length: 6 }, () => releaseFunds(payment.deps, paymentId)))
  await payment.run()
  expect(await payment.sent()).toEqual([4275])
  expect(await payment.published(paymentReleased)).toHaveLength(1)
  expect(await payment.faults()).toEqual([])
})

test('a crash between the refund and its note does not give back twice', async () => {
  await using payment = await startPayment()
  await payment.onboard()
  const { bookingId, intent } = await payment.paid()
  await payment.cancel(bookingId, 5_000)
  const { id } = await payment.db.selectFrom('refunds').select('id').executeTakeFirstOrThrow()
  for (let i = 0; i < 3; i++) {
    await expect(giveBackMoney(dying(payment.deps, 'refund'), id as `rfd_${string}`)).rejects.toThrow('killed')
  }
  await payment.quiet()
  const { data } = await payment.stripe.sdk.refunds.list({ payment_intent: intent })
  expect(data.map(({ amount }) => amount)).toEqual([2250])
  expect(await payment.faults()).toEqual([])
})

test('a crash before the PaymentIntent is noted makes no second one', async () => {
  await using payment = await startPayment()
  await payment.onboard()
  const bookingId = await payment.hold()
  const { body } = await payment.begin(bookingId)
  await payment.db.updateTable('payments').set({ intent: null }).execute()
  expect((await payment.begin(bookingId)).body).toEqual(body)
})

test('answers that the network loses change nothing', async () => {
  await using payment = await startPayment({ market: { complaintHours: 0 } })
  await payment.onboard()
  const { bookingId, intent } = await payment.paid()
  const other = await payment.paid()
  await payment.stripe.control('network', { dropResponses: 2 })
  await payment.complete(bookingId)
  await payment.advance('PT1M')
  await payment.stripe.control('network', { dropResponses: 2 })
  await payment.cancel(other.bookingId, 10_000)
  await payment.advance('PT1M')
  await payment.quiet()
  expect(await payment.sent()).toEqual([4275])
  expect((await payment.stripe.sdk.refunds.list({ payment_intent: other.intent })).data).toHaveLength(1)
  expect((await payment.stripe.sdk.refunds.list({ payment_intent: intent })).data).toHaveLength(0)
  expect(await payment.faults()).toEqual([])
})

test('a provider that says no is asked again later, and the money waits', async () => {
  await using payment = await startPayment({ market: { complaintHours: 0 } })
  await payment.onboard()
  const { bookingId } = await payment.paid()
  const { account } = await payment.db.selectFrom('payees').select('account').executeTakeFirstOrThrow()
  await payment.stripe.control(`accounts/${account}/restriction`, {})
  await payment.complete(bookingId)
  await payment.quiet()
  expect(await payment.sent()).toEqual([])
  await payment.onboard()
  await payment.advance('PT1H')
  expect(await payment.sent()).toEqual([4275])
  expect(await payment.faults()).toEqual([])
})
