import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { changeMarket } from '@buy-locals/contracts/business/operations'
import { parseConfig } from '@buy-locals/server/config'
import { start } from '@buy-locals/server/start'
import { advanceClock } from '../clock.ts'
import { countLoggedDeadlocks } from '../database-checks.ts'
import { registerConsumers } from '../person.ts'
import { poll } from '../poll.ts'
import { collectFindings, type Log, type Report, type Size } from '../report.ts'
import { readStripeState } from '../stripe.ts'
import { createTestMarket, type TestMarket } from '../test-market.ts'
import { runConsumer } from './consumer.ts'
import { finishWork } from './finish-work.ts'
import { markPaymentsInFlight, newHistory, type History } from './history.ts'
import { endLeases, readMoment, waitForLeases } from './leases.ts'
import {
  freePort,
  killableEnvironment,
  killLeftovers,
  startKillableServer,
  type KillableServer,
  type Place,
} from './killable-server.ts'
import { runOwner } from './owner.ts'
import { sessionsCancelled, verifyBookings } from './verify-bookings.ts'
import { verifyMoney } from './verify-money.ts'

const plans = {
  short: { each: 2, people: 6, leastPauseMs: 800, leastOfEach: 0, waitsForLeases: false },
  full: { each: 16, people: 10, leastPauseMs: 4_500, leastOfEach: 10, waitsForLeases: true },
} as const

/** Kills the server again and again while people book, pay, move, cancel and object; Stripe lives on. Afterwards every booking and every cent is verified. */
export async function kills(size: Size, log: Log): Promise<Report> {
  const { each, people, leastPauseMs, leastOfEach, waitsForLeases } = plans[size]
  await using cleanup = new AsyncDisposableStack()
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-kills-'))
  cleanup.defer(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  cleanup.defer(() => killLeftovers(dataDir))
  const place = { dataDir, port: await freePort() }
  const first = await startKillableServer(place)
  cleanup.defer(() => first.kill())
  const market = await createTestMarket(first.seeded)
  const { operator, marketId } = market
  await operator.call(changeMarket, { params: { marketId }, body: { complaintHours: 2 } })
  const consumers = await registerConsumers(market.url, people)
  const history = newHistory()
  let isOver = false
  const mayContinue = () => !isOver
  const load = Promise.allSettled([
    ...consumers.map((person) => runConsumer(market, person, history, mayContinue)),
    runOwner(market, history, mayContinue),
  ])
  const { last, slowestStartMs } = await killRepeatedly({
    first,
    place,
    market,
    history,
    rounds: 2 * each,
    leastPauseMs,
    waitsForLeases,
    log,
  })
  await setTimeout(1_000)
  isOver = true
  for (const outcome of await load)
    if (outcome.status === 'rejected') history.unexpected.push(`somebody gave up: ${String(outcome.reason)}`)
  await last.kill()
  const killedAt = await readMoment(market)
  const running = await start(parseConfig({ ...killableEnvironment, PORT: String(place.port), DATA_DIR: dataDir }))
  cleanup.defer(() => running.close())
  await (waitsForLeases ? waitForLeases(running) : endLeases(dataDir, killedAt))
  await finishWork(running, market)
  const { findings, expect } = collectFindings()
  for (const finding of history.unexpected) expect(false, finding)
  const bookings = await verifyBookings(running, history, expect)
  const money = await verifyMoney(running, await readStripeState(market.stripe), expect)
  for (const what of ['rescheduled', 'no-show', 'complaint-filed', 'complaint-decided', 'reopened', sessionsCancelled])
    expect((bookings[what] ?? 0) >= leastOfEach, `only ${bookings[what] ?? 0} × ${what}`)
  const deadlocks = await countLoggedDeadlocks(dataDir)
  expect(deadlocks === 0, `PostgreSQL resolved ${deadlocks} deadlocks`)
  const inFlight = history.attempts.filter(({ wasKilledInFlight }) => wasKilledInFlight).length
  expect(inFlight >= (size === 'full' ? 50 : 1), `only ${inFlight} payments were in flight at a kill`)
  const counts = { kills: each, killsWithDatabase: each, inFlight, retries: history.retries }
  return { figures: { ...counts, ...bookings, ...money, deadlocks, slowestStartMs }, findings }
}

type Options = {
  first: KillableServer
  place: Place
  market: TestMarket
  history: History
  rounds: number
  /** Longer where a start takes longer: a slow machine shall get as much done between two kills. */
  leastPauseMs: number
  waitsForLeases: boolean
  log: Log
}

/** At random moments; in every other round PostgreSQL is killed too. */
async function killRepeatedly({ first, place, market, history, rounds, leastPauseMs, waitsForLeases, log }: Options) {
  let last = first
  let slowestStartMs = 0
  let ms = 0
  for (let round = 1; round <= rounds; round += 1) {
    if (round % 2 === 0) void advanceClock(market, 'PT30M').catch(() => {}) // bookings begin; the kill may interrupt it
    await setTimeout(Math.max(leastPauseMs, ms / 2) * (0.4 + Math.random()))
    await poll(() => history.attempts.some(({ inFlight }) => inFlight), { everyMs: 20, forMs: 5_000 })
    const withDatabase = round % 2 === 1
    const inFlight = markPaymentsInFlight(history)
    const began = performance.now()
    await (withDatabase ? last.killWithDatabase() : last.kill())
    const killedAt = await readMoment(market)
    last = await startKillableServer(place)
    if (!waitsForLeases || round % 5 > 0) await endLeases(place.dataDir, killedAt)
    ms = Math.round(performance.now() - began)
    slowestStartMs = Math.max(slowestStartMs, ms)
    log(`kill ${round}${withDatabase ? ' with PostgreSQL' : ''}: ${inFlight} payments in flight, back after ${ms} ms`)
  }
  return { last, slowestStartMs }
}
