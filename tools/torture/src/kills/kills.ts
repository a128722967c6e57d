import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { changeMarket } from '@buy-locals/contracts/business/operations'
import { parseConfig } from '@buy-locals/server/config'
import { start } from '@buy-locals/server/start'
import { advanceClock } from '../clock.ts'
import { testEnvironment } from '../in-process-server.ts'
import { countLoggedDeadlocks } from '../database-checks.ts'
import { registerConsumers } from '../person.ts'
import { poll } from '../poll.ts'
import { collectFindings, countBy, type Log, type Report, type Size } from '../report.ts'
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
  type Supervised,
  type Place,
} from './killable-server.ts'
import { runOwner } from './owner.ts'
import { poison, verifyPoison } from './poison.ts'
import { verifyRenewal } from './slow-job.ts'
import { sessionsCancelled, verifyBookings } from './verify-bookings.ts'
import { verifyMoney } from './verify-money.ts'

const plans = {
  short: { rounds: 4, people: 6, leastPauseMs: 800, leastOfEach: 0, waitsForLeases: false },
  full: { rounds: 32, people: 10, leastPauseMs: 4_500, leastOfEach: 10, waitsForLeases: true },
} as const

type Kind = 'server' | 'server and database' | Supervised
const ofOneProcess: readonly Kind[] = ['server and database', 'server']
const ofSeveral: readonly Kind[] = ['server and database', 'web', 'server', 'worker', 'database']
const kinds = Number(testEnvironment.PROCESSES) > 1 ? ofSeveral : ofOneProcess
const fullOfSeveral = 50

/** Kills the server, or one of its processes, again and again while people book, pay, move, cancel and object; Stripe lives on. Afterwards every booking and every cent is verified. */
export async function kills(size: Size, log: Log): Promise<Report> {
  const { people, leastPauseMs, leastOfEach, waitsForLeases } = plans[size]
  const rounds = kinds === ofSeveral ? (size === 'full' ? fullOfSeveral : kinds.length) : plans[size].rounds
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
  await poison(dataDir)
  const history = newHistory()
  let isOver = false
  const mayContinue = () => !isOver
  const load = Promise.allSettled([
    ...consumers.map((person) => runConsumer(market, person, history, mayContinue)),
    runOwner(market, history, mayContinue),
  ])
  const {
    last,
    slowestStartMs,
    kills: killed,
  } = await killRepeatedly({
    first,
    place,
    market,
    history,
    rounds,
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
  const running = await start(
    parseConfig({ ...killableEnvironment, PORT: String(place.port), DATA_DIR: dataDir, PROCESSES: '1' }),
  )
  cleanup.defer(() => running.close())
  const { findings, expect } = collectFindings()
  await (waitsForLeases ? waitForLeases(running) : endLeases(dataDir, killedAt))
  if (waitsForLeases) await verifyRenewal(dataDir, expect)
  await finishWork(running, market)
  for (const finding of history.unexpected) expect(false, finding)
  const bookings = await verifyBookings(running, history, expect)
  const money = await verifyMoney(running, await readStripeState(market.stripe), expect)
  const parked = await verifyPoison(running, expect)
  for (const what of ['rescheduled', 'no-show', 'complaint-filed', 'complaint-decided', 'reopened', sessionsCancelled])
    expect((bookings[what] ?? 0) >= leastOfEach, `only ${bookings[what] ?? 0} × ${what}`)
  const deadlocks = await countLoggedDeadlocks(dataDir)
  expect(deadlocks === 0, `PostgreSQL resolved ${deadlocks} deadlocks`)
  const inFlight = history.attempts.filter(({ wasKilledInFlight }) => wasKilledInFlight).length
  expect(inFlight >= (size === 'full' ? 50 : 1), `only ${inFlight} payments were in flight at a kill`)
  const counts = { ...killed, inFlight, retries: history.retries, parked }
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

/** At random moments, one kind after the other. */
async function killRepeatedly({ first, place, market, history, rounds, leastPauseMs, waitsForLeases, log }: Options) {
  let last = first
  let slowestStartMs = 0
  const killed: Kind[] = []
  let ms = 0
  for (let round = 1; round <= rounds; round += 1) {
    if (round % 2 === 0) void advanceClock(market, 'PT30M').catch(() => {}) // bookings begin; the kill may interrupt it
    await setTimeout(Math.max(leastPauseMs, ms / 2) * (0.4 + Math.random()))
    await poll(() => history.attempts.some(({ inFlight }) => inFlight), { everyMs: 20, forMs: 5_000 })
    const kind = kinds[(round - 1) % kinds.length] ?? 'server'
    const inFlight = markPaymentsInFlight(history)
    const began = performance.now()
    let killedAt = await readMoment(market)
    if (kind === 'server' || kind === 'server and database') {
      await (kind === 'server' ? last.kill() : last.killWithDatabase())
      killedAt = await readMoment(market)
      last = await startKillableServer(place)
    } else await last.killSupervised(kind)
    killed.push(kind)
    const holdsLeases = kind !== 'web' && kind !== 'database'
    if (holdsLeases && (!waitsForLeases || round % 7 > 0)) await endLeases(place.dataDir, killedAt)
    ms = Math.round(performance.now() - began)
    slowestStartMs = Math.max(slowestStartMs, ms)
    log(`kill ${round}, ${kind}: ${inFlight} payments in flight, back after ${ms} ms`)
  }
  return { last, slowestStartMs, kills: countBy(killed) }
}
