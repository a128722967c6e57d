import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseConfig } from '@buy-locals/server/config'
import { start } from '@buy-locals/server/start'
import { advanceClock } from '../clock.ts'
import { countLoggedDeadlocks } from '../database-checks.ts'
import { testEnvironment } from '../in-process-server.ts'
import { registerConsumers } from '../person.ts'
import { collectFindings, type Log, type Report, type Size } from '../report.ts'
import { readStripeState } from '../stripe.ts'
import { createTestMarket, type TestMarket } from '../test-market.ts'
import { runConsumer } from './consumer.ts'
import { finishWork } from './finish-work.ts'
import { markPaymentsInFlight, newHistory, type History } from './history.ts'
import { endLeases, waitForLeases } from './leases.ts'
import { freePort, killLeftovers, startKillableServer, type KillableServer, type Place } from './killable-server.ts'
import { runOwner } from './owner.ts'
import { verifyBookings } from './verify-bookings.ts'
import { verifyMoney } from './verify-money.ts'

const plans = {
  short: { each: 2, people: 6, pauseMs: 1_000, waitsForLeases: false },
  full: { each: 16, people: 10, pauseMs: 2_500, waitsForLeases: true },
} as const

/** Kills the server again and again while people book and pay; Stripe lives on. Afterwards every booking and every cent is verified. */
export async function kills(size: Size, log: Log): Promise<Report> {
  const { each, people, pauseMs, waitsForLeases } = plans[size]
  await using cleanup = new AsyncDisposableStack()
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-kills-'))
  cleanup.defer(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  cleanup.defer(() => killLeftovers(dataDir))
  const place = { dataDir, port: await freePort() }
  const first = await startKillableServer(place)
  cleanup.defer(() => first.kill())
  const market = await createTestMarket(first.seeded)
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
    pauseMs,
    waitsForLeases,
    log,
  })
  await setTimeout(pauseMs)
  isOver = true
  for (const outcome of await load)
    if (outcome.status === 'rejected') history.unexpected.push(`somebody gave up: ${String(outcome.reason)}`)
  await last.kill()
  if (!waitsForLeases) await endLeases(dataDir)

  const running = await start(parseConfig({ ...testEnvironment, PORT: String(place.port), DATA_DIR: dataDir }))
  cleanup.defer(() => running.close())
  if (waitsForLeases) await waitForLeases(running)
  await finishWork(running, market)
  const { findings, expect } = collectFindings()
  for (const finding of history.unexpected) expect(false, finding)
  const bookings = await verifyBookings(running, history, expect)
  const money = await verifyMoney(running, await readStripeState(market.stripe), expect)
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
  pauseMs: number
  waitsForLeases: boolean
  log: Log
}

/** At random moments; in every other round PostgreSQL is killed too. */
async function killRepeatedly({ first, place, market, history, rounds, pauseMs, waitsForLeases, log }: Options) {
  let last = first
  let slowestStartMs = 0
  for (let round = 1; round <= rounds; round += 1) {
    await setTimeout(pauseMs * (0.4 + Math.random()))
    if (round % 3 === 2) void advanceClock(market, 'PT25M').catch(() => {}) // the kill may interrupt it
    await setTimeout(Math.random() * 500)
    const withDatabase = round % 2 === 1
    const inFlight = markPaymentsInFlight(history)
    const began = performance.now()
    await (withDatabase ? last.killWithDatabase() : last.kill())
    if (!waitsForLeases && !withDatabase) await endLeases(place.dataDir)
    last = await startKillableServer(place)
    const ms = Math.round(performance.now() - began)
    slowestStartMs = Math.max(slowestStartMs, ms)
    log(`kill ${round}${withDatabase ? ' with PostgreSQL' : ''}: ${inFlight} payments in flight, back after ${ms} ms`)
  }
  return { last, slowestStartMs }
}
