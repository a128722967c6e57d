import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { payeeChanged, paymentSucceeded } from '@buy-locals/contracts/payment/events'
import * as api from '@buy-locals/contracts/payment/operations'
import { schedule } from '@buy-locals/service-kit/jobs'
import type { CardPayments } from '../src/card-payments.ts'
import { fetchJob, refreshJob } from '../src/jobs.ts'
import { refreshPayees } from '../src/use-cases/reconcile.ts'
import { onboardPayee } from '../src/use-cases/onboard-payee.ts'
import { startPayment } from './support.ts'

test('an owner is sent to the provider and comes back ready to be paid', async () => {
  await using payment = await startPayment()
  const params = { businessId: payment.businessId }
  const status = async () => (await payment.call(api.readPayee, { params }, { as: payment.manager })).body
  expect(await status()).toEqual({ status: 'none', chargesEnabled: false, payoutsEnabled: false, requirements: [] })
  const links = await Promise.all(
    [1, 2, 3].map(() => payment.call(api.onboardPayee, { params }, { as: payment.owner })),
  )
  expect(links.map((link) => link.status)).toEqual([201, 201, 201])
  await payment.drain()
  expect(await status()).toMatchObject({
    status: 'onboarding',
    requirements: expect.arrayContaining(['external_account']),
  })
  await payment.stripe.onboard(links[0]?.body.onboardingUrl ?? '')
  await payment.drain()
  expect(await status()).toEqual({ status: 'ready', chargesEnabled: true, payoutsEnabled: true, requirements: [] })
  const accounts = await payment.stripe.sdk.accounts.list({ limit: 100 })
  expect(accounts.data.filter(({ metadata }) => metadata?.['businessId'] === payment.businessId)).toHaveLength(1)
  const changes = await payment.published(payeeChanged)
  expect(changes.at(-1)?.data).toMatchObject({ businessId: payment.businessId, status: 'ready' })
  const audited = await payment.db.selectFrom('audit').select('action').execute()
  expect(audited).toHaveLength(changes.length)
})

test('however many start onboarding at the same moment, all are sent to one account', async () => {
  await using payment = await startPayment()
  const cardPayments = payment.deps.cardPayments as CardPayments
  const stub: CardPayments = {
    ...cardPayments,
    createAccount: async ({ businessId }) => `acct_of_${businessId}`,
    createOnboardingLink: async (account) => account,
  }
  const deps = { ...payment.deps, cardPayments: stub }
  for (let round = 0; round < 40; round++) {
    const [isLocked, allWait] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const lock = payment.db.transaction().execute(async (tx) => {
      await sql`lock table payees in share mode`.execute(tx) // all wait until this transaction ends
      isLocked.resolve()
      await allWait.promise
    })
    await isLocked.promise
    const begun = Array.from({ length: 8 }, () => onboardPayee(deps, payment.businessId, payment.owner))
    await setTimeout(20)
    allWait.resolve()
    await lock
    expect(new Set(await Promise.all(begun))).toEqual(new Set([`acct_of_${payment.businessId}`]))
    await payment.db.deleteFrom('payees').execute()
  }
  const audited = await payment.db.selectFrom('audit').select('action').execute()
  expect(audited).toHaveLength(40)
})

test('a restricted business takes no new payments, and keeps what it was paid', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const { bookingId } = await payment.paidBooking()
  const account = await payment.readAccount()
  await payment.stripe.control(`accounts/${account}/restriction`, {})
  await payment.drain()
  expect((await payment.pay(await payment.holdBooking())).problem?.code).toBe('booking/payments-not-ready')
  expect(await payment.readReceipt(bookingId)).toMatchObject({ funds: 'held' })
})

test('a replay publishes the current state again with the same versions', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  await payment.paidBooking()
  const before = await payment.published()
  expect(await payment.service.replay()).toBe(2)
  const again = (await payment.published()).slice(before.length)
  expect(again.map(({ type }) => type)).toEqual([payeeChanged.type, paymentSucceeded.type])
  for (const { type, subject, sequence, data } of again) {
    expect(before.findLast((event) => event.type === type)).toMatchObject({ subject, sequence, data })
  }
})

test('of more payees than one statement reads, every one that is in use is fetched once, twenty a second', async () => {
  await using payment = await startPayment()
  await sql`
    insert into payees (business_id, account, details_submitted, charges_enabled, payouts_enabled, requirements, version, onboarding_since, deauthorized, accounts_made)
    select 'biz_' || nth, 'acct_' || nth, true, true, true, '{}', 1, '2000-01-01', nth % 10 = 0, 1
    from generate_series(1, 1300) nth`.execute(payment.db)
  await refreshPayees(payment.deps)
  const jobs = await payment.db
    .selectFrom('jobs')
    .select(['key', 'run_at'])
    .where('kind', '=', refreshJob.kind)
    .execute()
  const inUse = Array.from({ length: 1_300 }, (_, index) => index + 1).filter((nth) => nth % 10 !== 0)
  expect(jobs.map(({ key }) => key).toSorted()).toEqual(inUse.map((nth) => `acct_${nth}`).toSorted())
  const perSecond = Map.groupBy(jobs, ({ run_at }) => run_at.epochMilliseconds)
  expect(Math.max(...[...perSecond.values()].map((those) => those.length))).toBe(20)
})

test('while Stripe answers neither daily fetches nor releases, whoever pays is confirmed; while it answers no fetch, a refund is made', async () => {
  await using payment = await startPayment({ market: { complaintHours: 0 } })
  await payment.onboardBusiness()
  const released = []
  for (let nth = 0; nth < 9; nth += 1) released.push(await payment.paidBooking())
  const late = await payment.paidBooking()
  await sql`
    insert into payees (business_id, account, details_submitted, charges_enabled, payouts_enabled, requirements, version, onboarding_since, deauthorized, accounts_made)
    select 'biz_' || nth, 'acct_' || nth, true, true, true, '{}', 1, '2000-01-01', false, 1
    from generate_series(1, 40) nth`.execute(payment.db)
  const atStripe = payment.deps.cardPayments as CardPayments
  const answered = Promise.withResolvers<void>()
  using ending = new DisposableStack()
  ending.defer(answered.resolve)
  const slow = new Set(released.map(({ intent }) => intent))
  let begun = 0
  const wait = async (id: string) => {
    if (id.startsWith('pi_') && !slow.has(id)) return
    begun += 1
    await answered.promise
  }
  const cardPayments: CardPayments = {
    ...atStripe,
    fetchAccount: (account) => wait(account).then(() => atStripe.fetchAccount(account)),
    fetchIntent: (intent) => wait(intent).then(() => atStripe.fetchIntent(intent)),
  }
  Object.assign(payment.deps, { cardPayments })
  for (const { bookingId } of released) await payment.completeBooking(bookingId)
  await refreshPayees(payment.deps)
  const runUntil = async (isDone: () => Promise<boolean>) => {
    for (let turns = 0; turns < 40 && !(await isDone()); turns += 1) await payment.service.runDueJobs()
    return isDone()
  }
  await runUntil(async () => begun >= 8)
  const paying = await payment.pay(await payment.holdBooking())
  await payment.confirmCard(paying.body.paymentIntentId)
  await payment.stripe.delivered()
  expect(await runUntil(async () => (await payment.published(paymentSucceeded)).length === 11)).toBe(true)

  await payment.db.transaction().execute(async (tx) => {
    for (let nth = 1; nth <= 20; nth += 1)
      await schedule(tx, fetchJob, `acct_${nth}`, payment.clock().subtract({ minutes: 1 }), { object: 'account' })
  })
  await runUntil(async () => begun >= 16)
  await payment.cancelBooking(late.bookingId, 10_000)
  const refunds = () => atStripe.listRefunds(late.intent)
  expect(await runUntil(async () => (await refunds()).length === 1)).toBe(true)
  answered.resolve()
  await payment.drain()
})
