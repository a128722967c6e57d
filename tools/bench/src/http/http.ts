import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figures } from '../measure.ts'
import { insertBare } from './bare-insert.ts'
import { bookFor, bookingRequests } from './bookings.ts'
import { goalsOf } from './goals.ts'
import { rushAtOneStart, type HotStart } from './hot-start.ts'
import type { LoadRequest } from './load.ts'
import type { Booked, Both, Outcome, ReadRow, StatementCounts } from './outcome.ts'
import { untilQuiet } from './quiet.ts'
import { referenceCheckout, referenceCommit, thisCheckout } from './reference.ts'
import { bookingStatements, readStatements } from './statement-counts.ts'
import { startServer } from './server.ts'
import { measureRead, openSubject, type Subject } from './subject.ts'
import { figuresOf, printGoals, printReads } from './tables.ts'

const whole = { clients: [1, 16, 64], seconds: 2, bookingSeconds: 30, bareSeconds: 3 }
const short = { clients: [16], seconds: 1, bookingSeconds: 8, bareSeconds: 1 }
type Length = typeof whole
type OwnOptions = Parameters<typeof startServer>[0]

/** This checkout beside an old commit in the same run, each as its `npm start` runs it. One of them is asked at a time; the other does nothing meanwhile. */
export async function http(args: string[] = process.argv.slice(3)): Promise<Figures> {
  const length = args.includes('--short') ? short : whole
  const folder = await mkdtemp(join(tmpdir(), 'buy-locals-bench-http-'))
  await using ends = new AsyncDisposableStack()
  ends.defer(() => rm(folder, { recursive: true, force: true }))
  const own = { checkout: thisCheckout, dataDir: join(folder, 'ours'), environment: { NODE_ENV: 'production' } }
  const before = args.includes('--alone') ? undefined : referenceCheckout()
  print(`Opening two towns, of this checkout and of ${referenceCommit} …`)
  const [ours, reference] = await Promise.all([
    openSubject(own, ends),
    before === undefined ? undefined : openSubject({ checkout: before, dataDir: join(folder, 'reference') }, ends),
  ])

  const outcome: Outcome = {
    reads: await measureReads({ ours, reference }, length),
    statements: await readStatements({ ours, reference }),
    bookings: await measureBookings({ ours, reference }, length),
    barePerSecond: await insertBare(ours.server, length.bareSeconds),
    processes: await measureProcesses(own, ours, length, ends),
  }
  printReads(outcome)
  printGoals(goalsOf(outcome))
  return figuresOf(outcome)
}

async function measureReads(
  { ours, reference }: Both<Subject>,
  { clients: counts, seconds }: Length,
): Promise<ReadRow[]> {
  const rows: ReadRow[] = []
  for (const clients of counts) {
    print(`Reading with ${clients} clients …`)
    for (const { name, requests } of ours.reads) {
      const sameRead = reference?.reads.find((read) => read.name === name)
      const measured = await measureRead(ours.server, requests, { clients, seconds })
      const compared = reference && sameRead && (await measureRead(reference.server, sameRead.requests, { clients, seconds })) // prettier-ignore
      rows.push({ name, clients, ours: measured, reference: compared })
    }
  }
  return rows
}

async function measureBookings(both: Both<Subject>, length: Length): Promise<Both<Booked>> {
  const requests = await forBoth(both, ({ server, town }) => bookingRequests(server, town))
  print('Counting statements …')
  const statements = await forBoth(both, ({ server, town }) => bookingStatements(server, town))
  await forBoth(both, ({ server }) => untilQuiet(server))
  print(`Booking for ${length.bookingSeconds} s …`)
  const measure = async ({ server, town }: Subject, list: LoadRequest[], counts: StatementCounts): Promise<Booked> => {
    const booked = await bookFor(length.bookingSeconds, server, list)
    const hot: HotStart[] = []
    for (const one of town.classes) {
      await untilQuiet(server)
      hot.push(await rushAtOneStart(server, one))
    }
    return { ...booked, statements: counts, hot }
  }
  const ours = await measure(both.ours, requests.ours, statements.ours)
  const { reference } = both
  if (!reference || !requests.reference || !statements.reference) return { ours, reference: undefined }
  return { ours, reference: await measure(reference, requests.reference, statements.reference) }
}

async function forBoth<T>(
  { ours, reference }: Both<Subject>,
  each: (subject: Subject) => Promise<T>,
): Promise<Both<T>> {
  return { ours: await each(ours), reference: reference && (await each(reference)) }
}

/** The same town with one web process, and then with two. */
async function measureProcesses(own: OwnOptions, ours: Subject, { seconds }: Length, ends: AsyncDisposableStack) {
  const settings = await readFile(join(thisCheckout, 'apps/server/src/config.ts'), 'utf8')
  const anew = ours.reads.find(({ name }) => name === 'home page, anew')
  if (!/\bPROCESSES:/.test(settings) || !anew) return undefined
  await ours.server.stop()
  const measure = async (processes: 1 | 2) => {
    const environment = { ...own.environment, PROCESSES: String(processes) }
    const server = await startServer({ ...own, environment }, ends)
    await measureRead(server, anew.requests, { clients: 16, seconds: 20 }) // until its code is compiled
    const { perSecond } = await measureRead(server, anew.requests, { clients: 16, seconds: 2 * seconds })
    await server.stop()
    return perSecond
  }
  return { one: await measure(1), two: await measure(2) }
}

function print(text: string): void {
  console.error(text)
}
