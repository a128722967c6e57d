import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { bookingsForBounds } from '@buy-locals/torture/bounds/call-at-the-bounds'
import { startTwoMarkets, type ExistingMarkets } from '@buy-locals/torture/two-markets/two-markets'
import { signIn } from '@buy-locals/torture/two-markets/people'
import type { Figures } from '../measure.ts'
import { fill } from './fill.ts'
import { planRows } from './plan.ts'
import { reasonFor } from './exceptions.ts'
import { callEverything, readTheLargest, runJobs, watchWork } from './run-everything.ts'
import { mostMs, watchStatements, type Statement } from './slow-statements.ts'
import { scale, whole } from './world.ts'

const tries = 12
/** So many that the first look at each town, which the disk has, is not its p95; it is told as the longest. */
const readings = 80
const wholeBytes = 25e9

/** A million businesses with five million bookings: which statements of any screen, job or consumer take longer than a person notices. `--share 0.2` makes a fifth; `--keep FOLDER` leaves them there and asks them again the next time. */
export async function size(args: string[] = process.argv.slice(3)): Promise<Figures> {
  const keep = args.includes('--keep') ? args[args.indexOf('--keep') + 1] : undefined
  const folder = keep ?? (await mkdtemp(join(tmpdir(), 'buy-locals-bench-size-')))
  await using ends = new AsyncDisposableStack()
  if (!keep) ends.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  await mkdir(folder, { recursive: true })
  const earlier = await readEarlier(folder)
  const share = earlier?.share ?? (await shareFor(args, folder))
  const world = scale(whole, share)
  const openFolder = async () => ({ environment: { DATA_DIR: folder }, [Symbol.asyncDispose]: async () => {} })
  await using markets = await startTwoMarkets({
    size: bookingsForBounds * tries,
    openFolder,
    existing: earlier?.markets,
  })
  const { running, people, ours, theirs } = markets
  await running.drain()
  const nowMs = earlier?.nowMs ?? running.composed.auth.clock().epochMilliseconds
  const plan = planRows(markets, world, nowMs)
  let fillSeconds = earlier?.fillSeconds
  if (fillSeconds === undefined) {
    print(`Making ${world.businesses} businesses and ${world.bookings} bookings …`)
    const began = performance.now()
    await fill(running.databaseUrl, plan, print)
    fillSeconds = Math.round((performance.now() - began) / 1000)
    const toWrite: EarlierRun = { share, nowMs, fillSeconds, markets: { people, ours, theirs } }
    await writeFile(join(folder, earlierFile), JSON.stringify(toWrite))
  }
  const watch = await watchStatements({ databaseUrl: running.databaseUrl, dataDir: folder })
  await signIn(running.url, people)
  print(`Made in ${fillSeconds} s. Reading where there is most …`)
  const listIdle = watchWork(markets)
  let failed = await readTheLargest(markets, plan, readings, print)
  print('Running jobs …')
  await runJobs(markets, plan, print)
  await signIn(running.url, people)
  print('Calling every operation …')
  failed += await callEverything(markets, tries, print)
  const notRun = listIdle()
  if (notRun.length) print(`Neither run nor measured: ${notRun.join(', ')}`)
  const statements = await watch.read()
  await watch.stop()
  const slow = statements.filter(({ p95 }) => p95 > mostMs).toSorted((a, b) => b.p95 - a.p95)
  await report(slow)
  return { share, businesses: world.businesses, bookings: world.bookings, fillSeconds, statements: statements.length, slow: slow.length, failed, notRun: notRun.length, unexplained: slow.filter(({ text }) => !reasonFor(text)).length } // prettier-ignore
}

type EarlierRun = { share: number; nowMs: number; fillSeconds: number; markets: ExistingMarkets }
const earlierFile = 'earlier-run.json'

async function readEarlier(folder: string): Promise<EarlierRun | undefined> {
  const file = join(folder, earlierFile)
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as EarlierRun) : undefined
}

/** All of it where there is room and more than one core; otherwise a fifth, which is said. */
async function shareFor(args: string[], folder: string): Promise<number> {
  const asParameter = Number(args[args.indexOf('--share') + 1])
  if (args.includes('--share') && asParameter > 0 && asParameter <= 1) return asParameter
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize > wholeBytes * 1.5 && cpus().length > 1) return 1
  print('There is little room or one core: this is a fifth of the whole.')
  return 0.2
}

async function report(slow: Statement[]): Promise<void> {
  const file = join(tmpdir(), 'buy-locals-bench-size.txt')
  const described = slow.map(({ role, text, count, p95, longest, plan }) => {
    const head = `${p95.toFixed(1)} ms at p95, ${longest.toFixed(1)} at most, ${count} times, ${role}`
    return [head, reasonFor(text) ?? 'without a reason', text, plan ?? ''].join('\n')
  })
  await writeFile(file, described.join('\n\n'))
  for (const one of described) console.log(`${one.split('\n').slice(0, 3).join('\n').slice(0, 600)}\n`)
  console.log(`Plans of what took longer than ${mostMs} ms: ${file}`)
}

function print(text: string): void {
  console.error(text)
}
