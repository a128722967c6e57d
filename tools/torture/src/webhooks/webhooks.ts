import { changeMarket } from '@buy-locals/contracts/business/operations'
import { checkLedger } from '@buy-locals/payment/use-cases/check-ledger'
import { advance } from '../clock.ts'
import { findings, type Report, type Say, type Size } from '../report.ts'
import { startInside, type InternalApi } from '../server-inside.ts'
import { booksOf, command, delivered } from '../stripe.ts'
import { openTown, type Town } from '../town.ts'
import { liveADay } from './day.ts'
import { differences, finalState } from './final-state.ts'
import { latePayments } from './late-payments.ts'
import { slowBus } from './slow-bus.ts'
import { changesBetween, tablesOf } from './tables.ts'

type Weather = { name: string; letters: object; busMs?: number; noneCome?: true }

const fair: Weather = { name: 'in order', letters: { mode: 'ordered' } }
const shuffled: Weather = { name: 'late, twice and shuffled', letters: { mode: 'shuffle', delayMs: 900, twice: true } }
const bad: Weather[] = [
  shuffled,
  { name: 'late and in reverse', letters: { mode: 'reverse', delayMs: 1_500 } },
  { name: 'lost, and found again in the end', letters: { mode: 'hold' }, noneCome: true },
  { name: 'in order, with facts five seconds late', letters: { mode: 'ordered' }, busMs: 5_000 },
  shuffled,
  {
    name: 'late and shuffled, with facts a second late',
    letters: { mode: 'shuffle', delayMs: 2_000, twice: true },
    busMs: 1_000,
  },
]

/** The same day in many towns, each with other weather on the wire; it has to end the same. */
export async function webhooks(size: Size, say: Say): Promise<Report> {
  const { found, expect } = findings()
  const day = async (weather: Weather, then?: (server: InternalApi, town: Town) => Promise<void>) => {
    const began = performance.now()
    await using server = await startInside()
    const town = await openTown(server)
    await weatheredDay(server, town, weather)
    const state = await finalState(server)
    const ledger = await checkLedger(server.running.composed.payment)
    for (const words of ledger.faults) expect(false, `${weather.name}: ledger: ${words}`)
    expect(ledger.entries > 0, `${weather.name}: the ledger has no entries`)
    say(
      `letters ${weather.name}: ${state.length} facts, ${ledger.entries} ledger entries, ${Math.round((performance.now() - began) / 1_000)} s`,
    )
    await then?.(server, town)
    return state
  }
  const figures = { days: 0, facts: 0, redelivered: 0, tablesCompared: 0, latePayments: 0 }
  const usual = await day(fair, async (server, town) => {
    const { queued, tables } = await redeliver(server, expect)
    Object.assign(figures, { redelivered: queued, tablesCompared: tables })
    say(`redelivered ${queued} letters in reverse, compared ${tables} tables`)
    figures.latePayments = await latePayments(town, expect)
    await slowBus(server, town, expect)
    for (const words of (await checkLedger(server.running.composed.payment)).faults)
      expect(false, `afterwards: ledger: ${words}`)
  })
  figures.facts = usual.length
  for (const weather of size === 'full' ? bad : [shuffled]) {
    const state = await day(weather)
    for (const words of differences(usual, state)) expect(false, `letters ${weather.name}: ${words}`)
    figures.days += 1
  }
  return { figures: { ...figures, days: figures.days + 1 }, findings: found }
}

async function weatheredDay(
  { running }: InternalApi,
  town: Town,
  { letters, busMs = 0, noneCome }: Weather,
): Promise<void> {
  await town.operatorPerson.call(changeMarket, { params: { marketId: town.marketId }, body: { complaintHours: 24 } })
  await running.drain()
  await command(town.stripe, 'webhooks', letters)
  running.bus.delayBy(busMs)
  await liveADay({ town, ...(noneCome && { wake: () => advance(town, 'PT6M') }) })
  running.bus.delayBy(0)
  if (noneCome) await advance(town, 'PT10M')
  await command(town.stripe, 'webhooks', { mode: 'ordered' })
  await command(town.stripe, 'webhooks/release')
  await delivered(town.stripe)
  await running.drain()
}

async function redeliver({ running, stripe }: InternalApi, expect: (holds: boolean, words: string) => void) {
  const [before, books] = [await tablesOf(running), await booksOf(stripe)]
  const { queued } = await command<{ queued: number }>(stripe, 'webhooks/redeliver', { order: 'reverse' })
  await delivered(stripe)
  await running.drain()
  const after = await tablesOf(running)
  for (const words of changesBetween(before, after)) expect(false, `redelivered: ${words}`)
  const { charges, refunds, transfers, reversals } = await booksOf(stripe)
  const same =
    JSON.stringify([books.charges, books.refunds, books.transfers, books.reversals]) ===
    JSON.stringify([charges, refunds, transfers, reversals])
  expect(same, 'redelivered: money was moved at Stripe')
  expect(queued > 0, 'nothing was redelivered')
  return { queued, tables: after.size }
}
