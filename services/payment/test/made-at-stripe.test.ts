import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { paymentRefunded } from '@buy-locals/contracts/payment/events'
import * as api from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { startOnboarded, refundAtStripe, dispute, decideDispute, failingJobs, released } from './at-stripe.ts'
import { type RunningPayment } from './support.ts'
import { startStripe } from './stripe.ts'

/** Every way in which Stripe can change the money of a payment, before and after the release. */
async function liveThroughDisputes(payment: RunningPayment) {
  const before = [await payment.paidBooking(), await payment.paidBooking(), await payment.paidBooking(), await payment.paidBooking()] // prettier-ignore
  const after = [await released(payment), await released(payment), await released(payment)]
  const [refunded, part, won, lost] = before
  if (refunded) await refundAtStripe(payment, refunded.intent)
  if (part) await refundAtStripe(payment, part.intent, 700)
  if (part) await refundAtStripe(payment, part.intent, 300)
  for (const [at, outcome] of [
    [won, 'won'],
    [lost, 'lost'],
    [after[0], 'won'],
    [after[1], 'lost'],
  ] as const) {
    if (at) await decideDispute(payment, await dispute(payment, at.intent), outcome)
  }
  if (after[2]) await refundAtStripe(payment, after[2].intent, 1_234)
  for (const { bookingId } of before) await payment.completeBooking(bookingId)
}

async function outcomeOf(payment: RunningPayment) {
  await payment.advance('PT72H')
  await payment.drain()
  const payments = await payment.db.selectFrom('payments').select(['status', 'funds', 'captured', 'refunded']).orderBy('id').execute() // prettier-ignore
  const transfers = (await payment.readTransfers()).filter((amount) => amount > 0).toSorted((a, b) => a - b)
  return { payments, transfers, balance: await payment.readBalance(), faults: await payment.ledgerFaults(), jobs: await failingJobs(payment) } // prettier-ignore
}

test('refunds and disputes end the same, however late, shuffled, twice or not at all their webhooks come', async () => {
  await using stripe = await startStripe()
  const run = async (settings: object, isLost = false) => {
    await using payment = await startOnboarded({ stripe })
    await stripe.control('webhooks', { mode: 'ordered' })
    if (!isLost) await stripe.control('webhooks', settings)
    const disturb = isLost ? () => stripe.control('webhooks', { mode: 'hold' }) : () => Promise.resolve()
    await payment.drain()
    const paid = payment.drain
    await disturb()
    if (isLost) {
      // Nothing ever comes: all that happens is found by comparison.
      payment.drain = async () => {
        await payment.advance('PT6M')
        await payment.runJobs()
      }
    }
    await liveThroughDisputes(payment)
    await payment.drain()
    const outcome = await outcomeOf(payment)
    payment.drain = paid
    return outcome
  }
  const expected = await run({ mode: 'ordered' })
  expect(expected).toMatchObject({ faults: [], jobs: [] })
  expect(await run({ mode: 'shuffle', twice: true })).toEqual(expected)
  expect(await run({ mode: 'reverse' })).toEqual(expected)
  expect(await run({}, true)).toEqual(expected)
})

test('a refund and a dispute that no webhook brought are found by comparison', async () => {
  await using stripe = await startStripe()
  await using payment = await startOnboarded({ stripe })
  const [refunded, disputed] = [await payment.paidBooking(), await payment.paidBooking()]
  await payment.advance('PT5M')
  await stripe.control('webhooks', { mode: 'hold' })
  await refundAtStripe(payment, refunded.intent)
  await dispute(payment, disputed.intent)
  await payment.advance('PT5M')
  expect(await payment.readReceipt(refunded.bookingId)).toMatchObject({ funds: 'refunded' })
  expect(await payment.readReceipt(disputed.bookingId)).toMatchObject({ funds: 'disputed' })
  await stripe.control('webhooks/release', {})
  await setTimeout(300)
  await payment.drain()
  expect(await payment.published(paymentRefunded)).toHaveLength(1)
  expect(await payment.ledgerFaults()).toEqual([])
})

test('money waits for a business that can no longer be paid, and goes when it can again', async () => {
  await using payment = await startOnboarded({ market: { complaintHours: 0 } })
  const { bookingId } = await payment.paidBooking()
  const account = await payment.readAccount()
  await payment.stripe.control(`accounts/${account}/restriction`, {})
  await payment.drain()
  await payment.completeBooking(bookingId)
  await payment.drain()
  expect(await failingJobs(payment)).toEqual([])
  expect(await payment.readBalance()).toMatchObject({ held: 4500, released: 0 })
  await payment.onboardBusiness()
  await payment.drain()
  expect(await payment.readTransfers()).toEqual([4275])
})

test('a transfer that is refused because the account was just stopped waits for the account, not for a retry', async () => {
  await using stripe = await startStripe()
  await using payment = await startOnboarded({ stripe, market: { complaintHours: 0 } })
  const { bookingId } = await payment.paidBooking()
  await stripe.control('webhooks', { mode: 'hold' })
  await stripe.control(`accounts/${await payment.readAccount()}/restriction`, {})
  await payment.completeBooking(bookingId)
  await payment.runJobs()
  expect(await failingJobs(payment)).toEqual([])
  await stripe.control('webhooks', { mode: 'ordered' })
  await payment.onboardBusiness()
  await payment.drain()
  expect(await payment.readTransfers()).toEqual([4275])
  expect(await payment.ledgerFaults()).toEqual([])
})

test('a business that takes its account away is paid nothing and takes no new payments until it has another', async () => {
  await using payment = await startOnboarded({ market: { complaintHours: 0 } })
  const { bookingId } = await payment.paidBooking()
  const before = await payment.readAccount()
  await payment.stripe.control(`accounts/${before}/deauthorization`, {})
  await payment.drain()
  const params = { businessId: payment.businessId }
  const { body: payee } = await payment.call(api.readPayee, { params }, { as: payment.owner })
  expect(payee).toMatchObject({ status: 'none', chargesEnabled: false, payoutsEnabled: false })
  expect((await payment.pay(await payment.holdBooking())).problem?.code).toBe('booking/payments-not-ready')
  await payment.completeBooking(bookingId)
  await payment.drain()
  expect(await failingJobs(payment)).toEqual([])
  expect(await payment.readBalance()).toMatchObject({ held: 4500 })
  await payment.onboardBusiness()
  expect(await payment.readAccount()).not.toBe(before)
  await payment.drain()
  expect(await payment.readTransfers()).toEqual([4275])
  expect(await payment.ledgerFaults()).toEqual([])
})

test('payees that are not ready are fetched with an age limit and a rate, and no refund waits for them', async () => {
  await using payment = await startOnboarded()
  const { bookingId } = await payment.paidBooking()
  const row = await payment.db.selectFrom('payees').selectAll().executeTakeFirstOrThrow()
  const unready = Array.from({ length: 500 }, (_, index) => ({
    ...row,
    business_id: `biz_${index}`,
    account: `acct_${index}`,
    charges_enabled: false,
    details_submitted: index < 250,
    onboarding_since: payment.clock().subtract({ hours: index < 250 ? 0 : 24 * 200 }),
  }))
  await payment.db.insertInto('payees').values(unready).execute()
  const fetched: string[] = []
  const { cardPayments } = payment.deps
  if (cardPayments) {
    cardPayments.fetchAccount = async (account) => {
      fetched.push(account)
      return {
        detailsSubmitted: true,
        chargesEnabled: false,
        payoutsEnabled: true,
        requirements: [],
        deauthorized: false,
      }
    }
  }
  await payment.advance('PT5M')
  expect(fetched.length).toBeLessThanOrEqual(50)
  await payment.advance('PT24H')
  expect(fetched.filter((account) => Number(account.slice(5)) >= 250)).toEqual([])
  await payment.cancelBooking(bookingId as Id<'booking'>, 10_000)
  await payment.service.runDueJobs()
  await payment.drain()
  expect(await payment.readReceipt(bookingId)).toMatchObject({ funds: 'refunded' })
})

test('a release, a cancellation, a refund at Stripe and a dispute at the same moment lose no cent', async () => {
  await using stripe = await startStripe()
  await using payment = await startOnboarded({ stripe })
  const worker = async () => {
    for (let idle = 0; idle < 3; idle += 1) if ((await payment.service.runDueJobs()) > 0) idle = 0
  }
  const ignore = () => {} // Stripe refuses what another move has made impossible
  for (let round = 0; round < 6; round += 1) {
    const { bookingId, intent } = await payment.paidBooking()
    if (round % 2 === 0) await payment.completeBooking(bookingId)
    const moves = [
      () => payment.advance('PT48H'),
      () => (round % 2 === 1 ? payment.cancelBooking(bookingId, 5_000) : Promise.resolve()),
      () => refundAtStripe(payment, intent, round < 3 ? 1_000 : undefined),
      async () => decideDispute(payment, await dispute(payment, intent), round % 3 === 0 ? 'won' : 'lost'),
    ]
    await Promise.all([...moves.map((move) => move().catch(ignore)), worker(), worker(), worker()])
    await payment.drain()
  }
  await payment.advance('PT72H')
  await payment.drain()
  await payment.advance('PT1H')
  await payment.drain()
  expect(await failingJobs(payment)).toEqual([])
  expect(await payment.ledgerFaults()).toEqual([])
  const held = await payment.db.selectFrom('payments').select('id').where('funds', 'in', ['held', 'frozen', 'disputed']).execute() // prettier-ignore
  expect(held).toEqual([])
})
