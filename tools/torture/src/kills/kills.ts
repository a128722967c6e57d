import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseConfig } from '@buy-locals/server/config'
import { start } from '@buy-locals/server/start'
import { advance } from '../clock.ts'
import { newConsumers } from '../person.ts'
import { findings, type Report, type Say, type Size } from '../report.ts'
import { environment } from '../server-inside.ts'
import { booksOf } from '../stripe.ts'
import { deadlocksIn } from '../races/deadlocks.ts'
import { openTown, type Town } from '../town.ts'
import { auditBookings } from './audit-bookings.ts'
import { auditMoney } from './audit-money.ts'
import { calm } from './calm.ts'
import { consume } from './consumers.ts'
import { catchPayments, newMemory, type Memory } from './memory.ts'
import { keepShop } from './owner.ts'
import { freePort, startKillable, stopWhatIsLeft, type Killable, type Place } from './server.ts'

const plans = { short: { each: 2, people: 6 }, full: { each: 16, people: 10 } } as const

/** The server is killed again and again while people book and pay; Stripe lives on and remembers. Afterwards every cent and every promise is looked for. */
export async function kills(size: Size, say: Say): Promise<Report> {
  const { each, people } = plans[size]
  await using atTheEnd = new AsyncDisposableStack()
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-kills-'))
  atTheEnd.defer(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  atTheEnd.defer(() => stopWhatIsLeft(dataDir))
  const place = { dataDir, port: await freePort() }
  const first = await startKillable(place)
  atTheEnd.defer(() => first.kill())
  const town = await openTown(first.at)
  const consumers = await newConsumers(town.url, people)
  const memory = newMemory()
  const shop = { isOpen: true }
  const goesOn = () => shop.isOpen
  const load = Promise.allSettled([
    ...consumers.map((person) => consume(town, person, memory, goesOn)),
    keepShop(town, memory, goesOn),
  ])
  const { last, slowestStartMs } = await storm({ first, place, town, memory, rounds: 2 * each, say })
  await setTimeout(2_000)
  shop.isOpen = false
  for (const actor of await load)
    if (actor.status === 'rejected') memory.strange.push(`somebody gave up: ${String(actor.reason)}`)
  await last.kill()

  const running = await start(parseConfig({ ...environment, PORT: String(place.port), DATA_DIR: dataDir }))
  atTheEnd.defer(() => running.close())
  await calm(running, town, size)
  const { found, expect } = findings()
  for (const words of memory.strange) expect(false, words)
  const booked = await auditBookings(running, memory, expect)
  const money = await auditMoney(running, await booksOf(town.stripe), expect)
  const deadlocks = await deadlocksIn(dataDir)
  expect(deadlocks === 0, `PostgreSQL broke ${deadlocks} deadlocks`)
  const inFlight = memory.intentions.filter(({ isCaught }) => isCaught).length
  expect(inFlight >= (size === 'full' ? 50 : 1), `only ${inFlight} payments were in flight at a kill`)
  const counts = { kills: each, killsWithDatabase: each, inFlight, retries: memory.retries }
  return { figures: { ...counts, ...booked, ...money, deadlocks, slowestStartMs }, findings: found }
}

type Storm = {
  first: Killable
  place: Place
  town: Town
  memory: Memory
  rounds: number
  say: Say
}

/** At moments that nobody chose: in every other round PostgreSQL goes too. */
async function storm({ first, place, town, memory, rounds, say }: Storm) {
  let last = first
  let slowestStartMs = 0
  for (let round = 1; round <= rounds; round += 1) {
    await setTimeout(1_000 + Math.random() * 2_500)
    if (round % 3 === 2) void advance(town, 'PT25M').catch(() => {}) // it may well be killed over it
    await setTimeout(Math.random() * 500)
    const withDatabase = round % 2 === 0
    const paying = catchPayments(memory)
    const began = performance.now()
    await (withDatabase ? last.killWithDatabase() : last.kill())
    last = await startKillable(place)
    const ms = Math.round(performance.now() - began)
    slowestStartMs = Math.max(slowestStartMs, ms)
    say(`kill ${round}${withDatabase ? ' with PostgreSQL' : ''}: ${paying} payments in flight, back after ${ms} ms`)
  }
  return { last, slowestStartMs }
}
