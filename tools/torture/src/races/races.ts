import { countDeadlocks, findDoubleBookings, findWrongAllocations } from '../database-checks.ts'
import { checkLedger } from '@buy-locals/payment/use-cases/check-ledger'
import { startInProcess, type OpenFolder } from '../in-process-server.ts'
import { registerConsumers } from '../person.ts'
import { collectFindings, type Log, type Report, type Size } from '../report.ts'
import { createTestMarket } from '../test-market.ts'
import type { Race } from './race.ts'
import { rounds } from './rounds.ts'

const people = 50

/** Fifty people request the same time at once, in every way in which a time, a person, a room or a seat can be shared. */
export async function races(size: Size, log: Log, openFolder?: OpenFolder): Promise<Report> {
  await using server = await startInProcess(openFolder)
  const market = await createTestMarket(server)
  const { findings, expect } = collectFindings()
  const race: Race = {
    market,
    people: await registerConsumers(server.url, people),
    expect,
    rounds: 0,
    results: [],
    starts: new Set(),
  }
  for (let repeat = 0; repeat < (size === 'full' ? 10 : 1); repeat += 1) {
    for (const [name, run] of Object.entries(rounds)) {
      const before = race.results.length
      await run(race)
      const results = race.results.slice(before)
      const booked = results.filter(({ status }) => status === 201)
      const slowest = Math.round(Math.max(...results.map(({ ms }) => ms)))
      log(`${name}: ${results.length} posts, ${booked.length} booked, slowest ${slowest} ms`)
    }
  }
  const { results } = race
  const { running } = server
  const bookings = [...(await findDoubleBookings(running)), ...(await findWrongAllocations(running))]
  for (const finding of bookings) expect(false, finding)
  const ledger = await checkLedger(running.composed.payment)
  for (const fault of ledger.faults) expect(false, `ledger: ${fault}`)
  const deadlocks = await countDeadlocks(running)
  expect(deadlocks === 0, `PostgreSQL resolved ${deadlocks} deadlocks`)
  const refused = results.filter(({ code }) => code === 'booking/slot-taken')
  const ms = results.map((result) => result.ms).toSorted((a, b) => a - b)
  const figures = {
    rounds: race.rounds,
    posts: results.length,
    booked: results.filter(({ status }) => status === 201).length,
    refused: refused.length,
    withAlternatives: refused.filter(({ alternatives }) => alternatives.length > 0).length,
    deadlocks,
    medianMs: Math.round(ms[Math.floor(ms.length / 2)] ?? 0),
    slowestMs: Math.round(ms.at(-1) ?? 0),
  }
  return { figures, findings }
}
