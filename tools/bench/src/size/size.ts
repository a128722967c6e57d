import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { bookingsForBounds } from '@buy-locals/torture/bounds/call-at-the-bounds'
import { startTwoMarkets } from '@buy-locals/torture/two-markets/two-markets'
import { signIn } from '@buy-locals/torture/two-markets/people'
import type { Figures } from '../measure.ts'
import { fill } from './fill.ts'
import { planRows } from './plan.ts'
import { reasonFor } from './exceptions.ts'
import { callEverything, readTheLargest, runJobs } from './run-everything.ts'
import { mostMs, watchStatements, type Statement } from './slow-statements.ts'
import { scale, whole } from './world.ts'

const tries = 12
const wholeBytes = 25e9

/** A million businesses with five million bookings: which statements of any screen, job or consumer take longer than a person notices. `--share 0.2` makes a fifth. */
export async function size(args: string[] = process.argv.slice(3)): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'buy-locals-bench-size-'))
  await using ends = new AsyncDisposableStack()
  ends.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const share = await shareFor(args, folder)
  const world = scale(whole, share)
  print(`Making ${world.businesses} businesses and ${world.bookings} bookings …`)
  const openFolder = async () => ({ environment: { DATA_DIR: folder }, [Symbol.asyncDispose]: async () => {} })
  await using markets = await startTwoMarkets({ size: bookingsForBounds * tries, openFolder })
  const { running, people } = markets
  await running.drain()
  const began = performance.now()
  const plan = planRows(markets, world, running.composed.auth.clock().epochMilliseconds)
  await fill(running.databaseUrl, plan, print)
  const fillSeconds = (performance.now() - began) / 1000
  const watch = await watchStatements({ databaseUrl: running.databaseUrl, dataDir: folder })
  await signIn(running.url, people)
  print(`Made in ${Math.round(fillSeconds)} s. Reading where there is most …`)
  await readTheLargest(markets, plan, tries, print)
  print('Running jobs …')
  await runJobs(markets, plan, print)
  await signIn(running.url, people)
  print('Calling every operation …')
  await callEverything(markets, tries, print)
  const statements = await watch.read()
  await watch.stop()
  const slow = statements.filter(({ p95 }) => p95 > mostMs).toSorted((a, b) => b.p95 - a.p95)
  await report(slow)
  return { share, businesses: world.businesses, bookings: world.bookings, fillSeconds: Math.round(fillSeconds), statements: statements.length, slow: slow.length, unexplained: slow.filter(({ text }) => !reasonFor(text)).length } // prettier-ignore
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
