import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { connect } from '@buy-locals/service-kit/database'
import * as events from '@buy-locals/contracts/booking/events'
import { checkLedger } from '../src/use-cases/check-ledger.ts'
import { startPayment, usd } from './support.ts'
import { startStripe } from './stripe.ts'

async function asAdmin(url: string, ...statements: string[]): Promise<void> {
  const db = connect<unknown>(url, { applicationName: 'tests' })
  for (const statement of statements) await sql.raw(statement).execute(db)
  await db.destroy()
}

test('the ledger refuses a transaction that does not sum to zero', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  await payment.paidBooking()
  const { id: paymentId } = await payment.db.selectFrom('payments').select('id').executeTakeFirstOrThrow()
  const post = (amounts: number[]) =>
    payment.db.transaction().execute(async (tx) => {
      const parties = { payment_id: paymentId, business_id: 'biz_1', booking_id: 'bkg_1', currency: 'USD' }
      const row = { id: 'ent_1', at: payment.clock(), kind: 'transfer', subject: 'tra_1', gross: 0, fee: 0, net: 0 }
      await tx.insertInto('ledger_transactions').values({ ...row, ...parties }).execute() // prettier-ignore
      for (const [index, amount] of amounts.entries()) {
        const account_id = index === 0 ? 'stripe:USD' : `held:${paymentId}:USD`
        await tx.insertInto('ledger_entries').values({ transaction_id: 'ent_1', account_id, currency: 'USD', amount }).execute() // prettier-ignore
      }
    })
  await expect(post([100, -99])).rejects.toThrow('out of balance by 1')
  await expect(post([100])).rejects.toThrow('out of balance by 100')
  await expect(post([])).rejects.toThrow('0 entries')
  await post([100, -100])
})

test('nothing in the ledger can be changed or removed by the service', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  await payment.paidBooking()
  const columns = {
    ledger_entries: 'amount',
    ledger_transactions: 'net',
    ledger_accounts: 'owner',
    ledger_sums: 'held',
    stripe_events: 'type',
  }
  const { stripe_events: _, ...ofMoney } = columns // events are deleted when nobody asks for them any more
  for (const table of Object.keys(ofMoney))
    await expect(sql`delete from ${sql.table(table)}`.execute(payment.db)).rejects.toThrow('permission denied')
  for (const [table, column] of Object.entries(columns)) {
    const change = sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)}`
    await expect(change.execute(payment.db)).rejects.toThrow('permission denied')
    await expect(sql`truncate ${sql.table(table)} cascade`.execute(payment.db)).rejects.toThrow('permission denied')
  }
})

test('the ledger agrees with the provider to the cent, after everything that can happen to money', async () => {
  await using stripe = await startStripe()
  await using payment = await startPayment({ stripe })
  await payment.onboardBusiness()
  const [done, alsoDone, late, refunded, held] = [await payment.paidBooking(), await payment.paidBooking(), await payment.paidBooking(), await payment.paidBooking(), await payment.paidBooking({ price: usd(3333), deposit: usd(3333) })] // prettier-ignore
  for (const { bookingId } of [done, alsoDone, refunded]) await payment.completeBooking(bookingId)
  await payment.cancelBooking(late.bookingId, 1_234)
  await payment.advance('PT48H')
  await payment.deliverBooking(events.bookingComplaintFiled, refunded.bookingId, {
    complainedAt: '2026-03-22T07:00:00Z',
  })
  await payment.deliverBooking(events.bookingComplaintDecided, refunded.bookingId, {
    complaintDecision: 'refunded',
    refundShare: 3_333,
  })
  await payment.drain()
  const check = await checkLedger(payment.deps)
  expect(check).toMatchObject({ payments: 5, faults: [] })
  expect(check.entries).toBeGreaterThan(20)
  expect((await payment.readReceipt(held.bookingId)).funds).toBe('held')

  await stripe.sdk.refunds.create({ payment_intent: held.intent, amount: 100 })
  const { id: heldId } = await payment.db.selectFrom('payments').select('id').where('booking_id', '=', held.bookingId).executeTakeFirstOrThrow() // prettier-ignore
  expect((await checkLedger(payment.deps)).faults).toEqual([
    `${heldId}: we have refunded 0, the provider 100`,
    expect.stringMatching(/^USD: \d+ is ours in the ledger, \d+ at the provider$/),
  ])
})

test('the sums of a business are what its ledger says, also of what was entered before there were any', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const [done, refunded] = [await payment.paidBooking(), await payment.paidBooking(), await payment.paidBooking()]
  await payment.completeBooking(done.bookingId)
  await payment.cancelBooking(refunded.bookingId, 1_234)
  await payment.advance('PT48H')
  await payment.drain()
  const [balance, sums] = [
    await payment.readBalance(),
    await payment.db.selectFrom('ledger_sums').selectAll().execute(),
  ]
  expect(balance).toMatchObject({ held: 4_500 })
  expect(balance.released).toBeGreaterThan(0)
  await asAdmin(
    payment.adminUrl,
    'drop trigger add_to_ledger_sums on payment.ledger_entries',
    'drop function payment.add_to_ledger_sums',
    'drop table payment.ledger_sums',
    'drop index payment.payments_set_aside',
  )
  await payment.runMigration('013_ledger-sums.sql')
  expect([await payment.readBalance(), await payment.db.selectFrom('ledger_sums').selectAll().execute()]).toEqual([
    balance,
    sums,
  ])
  await payment.paidBooking()
  expect(await payment.readBalance()).toEqual({ ...balance, held: 9_000 })
  expect(await payment.ledgerFaults()).toEqual([])
})

test('the check names the entries that do not add up, and payments that have none', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const [first] = [await payment.paidBooking(), await payment.paidBooking()]
  const ids = (await payment.db.selectFrom('payments').select('id').orderBy('id').execute()).map(({ id }) => id)
  await asAdmin(
    payment.adminUrl,
    `alter table payment.ledger_entries disable trigger user`,
    `update payment.ledger_entries set amount = amount + 1 where amount > 0 and transaction_id in (select id from payment.ledger_transactions where payment_id = '${ids[0]}')`,
    `delete from payment.ledger_entries where transaction_id in (select id from payment.ledger_transactions where payment_id = '${ids[1]}')`,
    `delete from payment.ledger_transactions where payment_id = '${ids[1]}'`,
  )
  const { faults } = await checkLedger({ ...payment.deps, cardPayments: undefined })
  expect(faults).toEqual([
    expect.stringMatching(/^ent_\w+ is out of balance by 1 USD: .*stripe:USD 4501/),
    `${ids[1]} was paid and has no entries`,
    `${ids[0]} was paid 4500, entered 4501`,
    expect.stringMatching(/^biz_\w+: held, released and owed are summed as 9000 0 0 USD, entered 4500 0 0 USD$/),
  ])
  expect(first.bookingId).toMatch(/^bkg_/)
})
