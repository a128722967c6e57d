import { setTimeout } from 'node:timers/promises'
import type { Running } from '@buy-locals/server/start'
import { ownFolder } from '@buy-locals/server/testing/folder'
import { hasRedis, startRedis } from '@buy-locals/service-kit/testing/redis'
import { freePort } from '../kills/killable-server.ts'
import type { OpenFolder } from '../in-process-server.ts'
import { collectFindings, type Log, type Report, type Size } from '../report.ts'
import { changeThings } from './change-things.ts'
import { details, openHistory } from './details.ts'
import { readThings, seeTheNewest, type Visitor } from './read-things.ts'
import { openShop, registerVisitor, signInBrowser, type Shop } from './shop.ts'
import { startTwoServers, type TwoServers } from './two-servers.ts'

type Disturb = (signal: AbortSignal) => Promise<void>

const names = ['Ada', 'Bo']
const languages = ['en-US', 'en-GB', 'en-US']
const lateMs = 5_000

/** Profile, name, price and reviews change and the business is suspended, again and again, while strangers and people who are signed in
 *  read pages and API at two servers. Nothing is older than it may be, nothing suspended is shown, what is published is seen, and nobody sees what is another's. */
export async function pages(size: Size, log: Log, openFolder: OpenFolder = ownFolder): Promise<Report> {
  const seconds = size === 'full' ? 20 : 3.5
  const { findings, expect } = collectFindings()
  const found = new Set<string>()
  const history = openHistory()
  const versions = { turn: 0, name: 0, description: 0, price: 0, review: 0 }
  let [reads, shop]: [number, Shop | undefined] = [0, undefined]

  const run = async (name: string, two: TwoServers, disturb: Disturb) => {
    const { servers } = two
    shop ??= await open(two, size === 'full' ? 60 : 8)
    const reading = {
      ...{ shop, history },
      expect: (holds: boolean, finding: string) => {
        const inPhase = `${name}: ${finding}`
        if (!holds && !found.has(inPhase)) expect(false, inPhase)
        if (!holds) found.add(inPhase)
      },
      count: () => void (reads += 1),
    }
    const visitors = await Promise.all(servers.map(async (server) => ({ server, all: await enter(server) })))
    const before = reads
    const signal = AbortSignal.timeout(seconds * 1_000)
    const over = new AbortController()
    await Promise.all([
      changeThings({ shop, servers, history, versions }, signal).finally(() => over.abort()),
      disturb(signal),
      ...visitors.flatMap(({ server, all }) =>
        all.map((visitor) => readThings({ ...reading, server }, visitor, over.signal)),
      ),
    ])
    await Promise.all(
      visitors.flatMap(({ server, all }) => all.map((visitor) => seeTheNewest({ ...reading, server }, visitor))),
    )
    log(`${name}: ${reads - before} reads, ${findings.length} findings so far`)
  }

  await using folder = await openFolder()
  const port = await freePort() // sessions are of one address
  await using ends = new AsyncDisposableStack()
  const redis = hasRedis ? await startRedis() : undefined
  ends.defer(async () => redis?.stop())
  if (!redis) log('Not run with Redis, because redis-server is not here')
  if (redis) {
    await using withRedis = await startTwoServers(folder, port, redis.url)
    if (size === 'full') {
      await run('with Redis', withRedis, untouched)
      await run('events late and in another order', withRedis, delayEvents(withRedis))
    }
    await run('Redis dies and comes back', withRedis, async () => {
      await setTimeout(seconds * 300)
      await redis.stop()
      await setTimeout(seconds * 300)
      await startRedis(redis.port).then((again) => (redis.stop = again.stop))
    })
  }
  if (size === 'full' || !redis) {
    await using alone = await startTwoServers(folder, port, undefined)
    await run('without Redis', alone, untouched)
    await run('without Redis, events late', alone, delayEvents(alone))
  }
  for (const detail of details) expect(history.count(detail) > 0, `No ${detail} was changed`)
  const changes = Object.fromEntries(details.map((detail) => [`${detail}s`, history.count(detail)]))
  return { figures: { reads, ...changes, suspensions: history.countSuspensions() }, findings }
}

async function open(two: TwoServers, visits: number): Promise<Shop> {
  const [first] = two.servers
  const shop = await openShop(two, visits)
  for (const name of names) await registerVisitor(first.url, name)
  return shop
}

const enter = async (server: Running): Promise<Visitor[]> => {
  const signedIn = names.map(async (name, first) => ({ first, name, cookie: await signInBrowser(server, name) }))
  return [...languages.map((language, at) => ({ first: 2 * at, language })), ...(await Promise.all(signedIn))]
}

const untouched: Disturb = async () => {}

/** Between none and five seconds late, so that a later one overtakes an earlier one. Where another process publishes them, it stands still for so long. */
const delayEvents =
  ({ servers, workers }: TwoServers): Disturb =>
  async (signal) => {
    while (workers && !signal.aborted) await stopForAMoment(workers())
    while (!signal.aborted) {
      for (const { bus } of servers) bus.delayBy(Math.random() * lateMs)
      await setTimeout(50)
    }
    for (const { bus } of servers) bus.delayBy(0)
  }

async function stopForAMoment(pids: readonly number[]): Promise<void> {
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  await setTimeout(Math.random() * lateMs)
  for (const pid of pids) process.kill(pid, 'SIGCONT')
  await setTimeout(300)
}
