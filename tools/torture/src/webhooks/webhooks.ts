import { sql } from 'kysely'
import { changeMarket } from '@buy-locals/contracts/business/operations'
import { checkLedger } from '@buy-locals/payment/use-cases/check-ledger'
import { advanceClock } from '../clock.ts'
import { databaseOf } from '../database-checks.ts'
import { startInProcess, testEnvironment, type InProcessServer, type OpenFolder } from '../in-process-server.ts'
import { collectFindings, type Expect, type Log, type Report, type Size } from '../report.ts'
import { postControl, readStripeState, waitForWebhooks } from '../stripe.ts'
import { createTestMarket, type TestMarket } from '../test-market.ts'
import { diffStates, findStaleBookings, readFinalState } from './final-state.ts'
import { checkLatePayments } from './late-payments.ts'
import { runScenario } from './scenario.ts'
import { checkSlowEvents } from './slow-events.ts'
import { diffSnapshots, takeSnapshot } from './snapshot.ts'

/** Events can be delayed here where this process publishes them. */
const delaysEvents = testEnvironment.PROCESSES === '1'

/** How webhooks and events are delivered in one run. */
type Delivery = { name: string; webhooks: object; eventDelayMs?: number; webhooksAreHeld?: true }

const inOrder: Delivery = { name: 'in order', webhooks: { mode: 'ordered' } }
const shuffled: Delivery = {
  name: 'late, twice and shuffled',
  webhooks: { mode: 'shuffle', delayMs: 900, twice: true },
}
const disturbed: Delivery[] = [
  shuffled,
  { name: 'late and in reverse', webhooks: { mode: 'reverse', delayMs: 1_500 } },
  { name: 'held until the end', webhooks: { mode: 'hold' }, webhooksAreHeld: true },
  { name: 'in order, with events five seconds late', webhooks: { mode: 'ordered' }, eventDelayMs: 5_000 },
  shuffled,
  {
    name: 'late and shuffled, with events a second late',
    webhooks: { mode: 'shuffle', delayMs: 2_000, twice: true },
    eventDelayMs: 1_000,
  },
]

/** The same bookings in several markets, each with another delivery of webhooks and events; every run has to end the same. */
export async function webhooks(size: Size, log: Log, openFolder?: OpenFolder): Promise<Report> {
  const { findings, expect } = collectFindings()
  const run = async (delivery: Delivery, then?: (server: InProcessServer, market: TestMarket) => Promise<void>) => {
    const began = performance.now()
    await using server = await startInProcess(openFolder)
    const market = await createTestMarket(server)
    await runWith(delivery, server, market)
    const state = await readFinalState(server)
    for (const stale of await findStaleBookings(server)) expect(false, `${delivery.name}: ${stale}`)
    const ledger = await checkLedger(server.running.composed.payment)
    for (const fault of ledger.faults) expect(false, `${delivery.name}: ledger: ${fault}`)
    expect(ledger.entries > 0, `${delivery.name}: the ledger has no entries`)
    const seconds = Math.round((performance.now() - began) / 1_000)
    log(`webhooks ${delivery.name}: ${state.length} lines, ${ledger.entries} ledger entries, ${seconds} s`)
    await then?.(server, market)
    return state
  }
  const figures = { runs: 1, lines: 0, redelivered: 0, tablesCompared: 0, latePayments: 0 }
  const checkAgain = async ({ running }: InProcessServer) => {
    for (const fault of (await checkLedger(running.composed.payment)).faults)
      expect(false, `afterwards: ledger: ${fault}`)
  }
  const runInOrder = run(inOrder, async (server, market) => {
    const { queued, tables } = await checkRedelivery(server, expect)
    Object.assign(figures, { redelivered: queued, tablesCompared: tables })
    log(`redelivered ${queued} webhooks in reverse, compared ${tables} tables`)
    figures.latePayments = await checkLatePayments(market, expect)
    await checkAgain(server)
  })
  const runDisturbed = async () => {
    const deliveries = size === 'full' ? disturbed : [shuffled]
    const states: (readonly [string, string[]])[] = []
    for (const delivery of deliveries)
      states.push([
        delivery.name,
        await run(delivery, async (server, market) => {
          if (states.length > 0) return
          if (delaysEvents) await checkSlowEvents(server, market, size, expect)
          await checkAgain(server)
        }),
      ])
    return states
  }
  const both = [runInOrder, runDisturbed()] as const // most of the time both wait
  await Promise.allSettled(both) // whichever fails, the other closes its server
  const [expected, states] = await Promise.all(both)
  figures.lines = expected.length
  for (const [name, state] of states) {
    for (const difference of diffStates(expected, state)) expect(false, `webhooks ${name}: ${difference}`)
    figures.runs += 1
  }
  return { figures, findings }
}

async function runWith(
  { webhooks, eventDelayMs = 0, webhooksAreHeld }: Delivery,
  { running }: InProcessServer,
  market: TestMarket,
): Promise<void> {
  await market.operator.call(changeMarket, { params: { marketId: market.marketId }, body: { complaintHours: 24 } })
  await running.drain()
  await postControl(market.stripe, 'webhooks', webhooks)
  running.bus.delayBy(eventDelayMs)
  // Without webhooks, the payment service fetches what is due from Stripe.
  await runScenario({ market, ...(webhooksAreHeld && { afterStripe: () => advanceClock(market, 'PT6M') }) })
  running.bus.delayBy(0)
  if (webhooksAreHeld) await advanceClock(market, 'PT10M')
  await postControl(market.stripe, 'webhooks', { mode: 'ordered' })
  await postControl(market.stripe, 'webhooks/release')
  await waitForWebhooks(market.stripe)
  await running.drain()
}

/** Counting far free starts pauses for seconds between windows; a snapshot shall not see it at work. */
async function finishCounting({ running, url }: InProcessServer): Promise<void> {
  const isCounting = async () =>
    (await sql`select from far_counts where remaining > 0`.execute(databaseOf(running, 'booking'))).rows.length > 0
  for (let n = 0; n < 60 && (await isCounting()); n += 1) await advanceClock({ url }, 'PT1M')
}

/** Every event of Stripe once more, in reverse: no table changes, and no money is moved. */
async function checkRedelivery(server: InProcessServer, expect: Expect) {
  const { running, stripe } = server
  await finishCounting(server)
  const [before, stripeBefore] = [await takeSnapshot(running), await readStripeState(stripe)]
  const { queued } = await postControl<{ queued: number }>(stripe, 'webhooks/redeliver', { order: 'reverse' })
  await waitForWebhooks(stripe)
  await running.drain()
  const after = await takeSnapshot(running)
  for (const difference of diffSnapshots(before, after)) expect(false, `redelivered: ${difference}`)
  const moved = ({ charges, refunds, transfers, reversals }: typeof stripeBefore) =>
    JSON.stringify([charges, refunds, transfers, reversals])
  expect(moved(stripeBefore) === moved(await readStripeState(stripe)), 'redelivered: money was moved at Stripe')
  expect(queued > 0, 'nothing was redelivered')
  return { queued, tables: after.size }
}
