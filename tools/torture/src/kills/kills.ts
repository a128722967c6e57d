import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { configOf } from '@buy-locals/server/config'
import { start } from '@buy-locals/server/start'
import { advance } from '../clock.ts'
import { newConsumers } from '../person.ts'
import { findings, type Report, type Say, type Size } from '../report.ts'
import { environment } from '../server-inside.ts'
import { booksOf } from '../stripe.ts'
import { openTown } from '../town.ts'
import { auditBookings } from './audit-bookings.ts'
import { auditMoney } from './audit-money.ts'
import { calm } from './calm.ts'
import { consume } from './consumers.ts'
import { inFlight, newMemory } from './memory.ts'
import { keepShop } from './owner.ts'
import { freePort, startKillable, stopWhatIsLeft } from './server.ts'

const plans = { short: { each: 2, people: 6 }, full: { each: 16, people: 8 } } as const

/** The server is killed again and again while people book and pay; Stripe lives on and remembers. Afterwards every cent and every promise is looked for. */
export async function kills(size: Size, say: Say): Promise<Report> {
  const { each, people } = plans[size]
  await using atTheEnd = new AsyncDisposableStack()
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-kills-'))
  atTheEnd.defer(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  atTheEnd.defer(() => stopWhatIsLeft(dataDir))
  const port = await freePort()
  let server = await startKillable(dataDir, port)
  atTheEnd.defer(() => server.kill())
  const town = await openTown(server.at)
  const consumers = await newConsumers(town.url, people)
  const memory = newMemory()
  let isOpen = true
  const load = Promise.all([
    ...consumers.map((person) => consume(town, person, memory, () => isOpen)),
    keepShop(town, memory, () => isOpen),
  ])
  let caught = 0
  const downMs: number[] = []
  for (let round = 1; round <= 2 * each; round += 1) {
    await setTimeout(700 + Math.random() * 1_800)
    if (round % 3 === 2) void advance(town, 'PT25M').catch(() => {}) // it may well be killed over it
    await setTimeout(Math.random() * 500)
    const withDatabase = round % 2 === 0
    const paying = inFlight(memory)
    const began = performance.now()
    await (withDatabase ? server.killWithDatabase() : server.kill())
    server = await startKillable(dataDir, port)
    downMs.push(performance.now() - began)
    caught += paying
    say(
      `kill ${round}${withDatabase ? ' with PostgreSQL' : ''}: ${paying} payments in flight, back after ${Math.round(performance.now() - began)} ms`,
    )
  }
  await setTimeout(2_000)
  isOpen = false
  await load
  await server.kill()
  const running = await start(configOf({ ...environment, PORT: String(port), DATA_DIR: dataDir }))
  await calm(running, town, size)
  const { found, expect } = findings()
  for (const words of memory.strange) expect(false, words)
  const books = await booksOf(town.stripe)
  const booked = await auditBookings(running, memory, expect)
  const money = await auditMoney(running, books, expect)
  const log = await readFile(join(dataDir, 'postgres/log'), 'utf8')
  const deadlocks = log.split('\n').filter((line) => line.includes('deadlock detected')).length
  expect(deadlocks === 0, `PostgreSQL broke ${deadlocks} deadlocks`)
  expect(caught >= (size === 'full' ? 50 : 1), `only ${caught} payments were in flight at a kill`)
  await running.close()
  const slowest = Math.round(Math.max(...downMs))
  const figures = {
    kills: each,
    killsWithDatabase: each,
    inFlight: caught,
    retries: memory.retries,
    ...booked,
    ...money,
    deadlocks,
    slowestStartMs: slowest,
  }
  return { figures, findings: found }
}
