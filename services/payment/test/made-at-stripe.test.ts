import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { paymentDisputed, paymentRefunded, paymentReleased } from '@buy-locals/contracts/payment/events'
import * as api from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { startPayment, usd, type RunningPayment } from './support.ts'
import { startStripe } from './stripe.ts'

async function startOnboarded(options: Parameters<typeof startPayment>[0] = {}) {
  const payment = await startPayment(options)
  await payment.onboardBusiness()
  return payment
}

/** What somebody does in Stripe's dashboard. */
async function refundAtStripe({ stripe }: RunningPayment, intent: string, amount?: number): Promise<void> {
  await stripe.sdk.refunds.create({ payment_intent: intent, ...(amount && { amount }) })
}

/** What a cardholder's bank does. */
async function dispute({ stripe }: RunningPayment, intent: string, options: object = {}): Promise<string> {
  const { latest_charge: charge } = await stripe.sdk.paymentIntents.retrieve(intent)
  return ((await stripe.control('disputes', { charge, ...options })) as { id: string }).id
}
const decideDispute = ({ stripe }: RunningPayment, id: string, outcome: 'won' | 'lost') =>
  stripe.control(`disputes/${id}`, { outcome })

const failingJobs = (payment: RunningPayment) =>
  payment.db.selectFrom('jobs').select(['kind', 'last_error']).where('last_error', 'is not', null).execute()

async function released(payment: RunningPayment, options: Parameters<RunningPayment['paidBooking']>[0] = {}) {
  const paid = await payment.paidBooking(options)
  await payment.completeBooking(paid.bookingId)
  await payment.advance('PT48H')
  await payment.drain()
  return paid
}

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

test(
  'refunds and disputes end the same, however late, shuffled, twice or not at all their webhooks come',
  { timeout: 90_000 },
  async () => {
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
  },
)

test('a refund and a dispute that no webhook brought are found by comparison', { timeout: 60_000 }, async () => {
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

test(
  'a transfer that is refused because the account was just stopped waits for the account, not for a retry',
  { timeout: 60_000 },
  async () => {
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
  },
)

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

test(
  'a release, a cancellation, a refund at Stripe and a dispute at the same moment lose no cent',
  { timeout: 90_000 },
  async () => {
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
  },
)
