import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { api } from '@buy-locals/api-client/api'
import { createRealtimeToken, logout, register } from '@buy-locals/contracts/auth/operations'
import { personChannel } from '@buy-locals/contracts/realtime'
import { identifyProcess } from '@buy-locals/embedded-postgres/process-identity'
import { hasRedis, startRedis } from '@buy-locals/service-kit/testing/redis'
import { parseConfig, suitableProcesses } from '../src/config.ts'
import { startProcesses, type RunningProcesses } from '../src/processes/primary.ts'
import { limits } from '../src/realtime/limits.ts'
import { newSecrets, type Secrets } from '../src/secrets.ts'
import { start } from '../src/start.ts'
import { ownFolder } from '../src/testing/folder.ts'
import { folderOnSharedCluster } from '../src/testing/shared-cluster.ts'
import { connect, until } from './realtime-support.ts'
import { password } from './support.ts'

const perMinuteOfIdentity = 40
const { connectionsPerPerson } = limits
const mostSilenceMs = 8_000
/** Longer than any test waits for what the worker does. */
const pollMs = 120_000

let folder: Awaited<ReturnType<typeof folderOnSharedCluster>>
let running: RunningProcesses

beforeAll(async () => {
  folder = await folderOnSharedCluster()
  const settings = { PORT: '0', PAYMENTS: 'off', DEMO: '0', TEST_CLOCK: '1', LOG_LEVEL: 'silent', PROCESSES: '2' }
  const { NODE_COMPILE_CACHE } = process.env // else each of the dozen processes compiles the whole server anew
  const environment = { ...settings, NODE_COMPILE_CACHE, ...folder.environment }
  running = await startProcesses(parseConfig(environment), { mostSilenceMs, pollMs })
})

afterAll(async () => {
  await running.close()
  await folder[Symbol.asyncDispose]()
})

test('a server has as many processes as there are cores with memory, and any that is said', () => {
  const suitable = (cores: number, gigabytes: number) => suitableProcesses({ cores, memory: gigabytes * 2 ** 30 })
  expect([suitable(1, 8), suitable(2, 2), suitable(2, 4), suitable(8, 7), suitable(64, 256)]).toEqual([1, 1, 2, 4, 16])
  expect(parseConfig({}).PROCESSES).toBeGreaterThan(0)
  expect(parseConfig({ PROCESSES: '3' }).PROCESSES).toBe(3)
})

const storedSecrets = async ({ environment }: typeof folder) =>
  JSON.parse(await readFile(join(environment.DATA_DIR, 'secrets.json'), 'utf8')) as Secrets

/** A pid of none would be this whole group of processes. */
function signal(pid: number | undefined, name: 'SIGKILL' | 'SIGSTOP'): number {
  if (!pid) throw new Error('There is no such process')
  process.kill(pid, name)
  return pid
}

/** Both web processes and the worker, once those that `ended` have been replaced. */
async function allProcesses(ended?: number): Promise<ReturnType<typeof running.processes>> {
  const describe = () => {
    const { web, worker } = running.processes()
    return [web.length, worker.length, web.includes(ended ?? 0)]
  }
  await expect.poll(describe, { timeout: 30_000 }).toEqual([2, 1, false])
  return running.processes()
}

/** On a connection of its own: the next one reaches the other process. */
const send = (path: string, init: RequestInit = {}) =>
  fetch(running.url + path, { ...init, headers: { connection: 'close', ...init.headers } })

async function signUp(name: string) {
  const email = `${name.toLowerCase()}@example.com`
  const { person, session } = await api({ baseUrl: running.url })(register, {
    body: { email, password, name, timeZone: 'America/Boise' },
  })
  const headers = async () => ({ authorization: `Bearer ${session.accessToken}`, connection: 'close' })
  return { id: person.id, call: api({ baseUrl: running.url, headers, patience: 10 }) }
}

async function countResponses(): Promise<number> {
  const metrics = await (await send('/metrics')).text()
  return Number(/^http_responses_total\{operation="listMarkets",method="GET",status="200"\} (\d+)$/m.exec(metrics)?.[1])
}

test('connections are shared among the processes, and the metrics are those of all of them', async () => {
  for (let n = 0; n < 10; n += 1) expect((await send('/v1/markets')).status).toBe(200)
  const pid = expect.any(Number) as number
  expect(running.processes()).toEqual({ web: [pid, pid], worker: [pid], starting: [] })
  expect(await countResponses()).toBe(10)
})

test('what is committed in one process wakes the worker in another', async () => {
  const began = performance.now()
  await signUp('Wanda')
  await expect.poll(async () => (await send('/dev/inbox')).text()).toContain('wanda@example.com')
  expect(performance.now() - began).toBeLessThan(pollMs / 2)
})

test('an event reaches the open screens of every process, and whoever signs out is cut off in all of them', async () => {
  const person = await signUp('Rita')
  const { token } = await person.call(createRealtimeToken, {})
  const ws = `${running.url.replace('http', 'ws')}/event/realtime`
  const screens = await Promise.all([connect(ws, token), connect(ws, token), connect(ws, token)])
  onTestFinished(() => screens.forEach(({ socket }) => socket.terminate()))
  for (const screen of screens) {
    await screen.receives('connection_ack')
    screen.subscribe('mine', personChannel(person.id), token)
    await screen.receives('subscribe_success', 'mine')
  }
  const secrets = await storedSecrets(folder)
  const body = { channel: personChannel(person.id), events: [JSON.stringify({ type: 'note', id: '1', version: 1 })] }
  await send('/event', {
    method: 'POST',
    headers: { authorization: secrets.realtimePublish },
    body: JSON.stringify(body),
  })
  for (const screen of screens) await screen.receives('data', 'mine')
  await person.call(logout, {})
  for (const screen of screens)
    await until(() => screen.received.some(({ errors }) => errors?.[0]?.errorType === 'Unauthorized'), 'the end')
})

test('a person has as many connections as the limit says in all processes together, also after one of them has died', async () => {
  const person = await signUp('Connie')
  const { token } = await person.call(createRealtimeToken, {})
  const ws = `${running.url.replace('http', 'ws')}/event/realtime`
  const open: Awaited<ReturnType<typeof connect>>[] = []
  onTestFinished(() => open.forEach(({ socket }) => socket.terminate()))
  const isAdmitted = async () => {
    const screen = await connect(ws, token)
    const isThere = ({ type }: { type: string }) => type === 'connection_ack' || type === 'connection_error'
    const first = await until(() => screen.received.find(isThere), 'a response', 20_000)
    if (first.type === 'connection_ack') open.push(screen)
    return first.type === 'connection_ack'
  }
  const fill = async () => {
    for (let n = 0; n < connectionsPerPerson + 2 && (await isAdmitted()); n += 1);
    return open.filter(({ socket }) => socket.readyState === socket.OPEN).length
  }
  expect(await fill()).toBe(connectionsPerPerson)
  const killed = signal((await allProcesses()).web[0], 'SIGKILL')
  const isCut = () => open.some(({ socket }) => socket.readyState === socket.CLOSED)
  await until(isCut, 'the end of its connections', 20_000)
  // Until its end is noticed, those that were cut are counted.
  await expect.poll(fill, { timeout: 30_000 }).toBe(connectionsPerPerson)
  expect(await isAdmitted()).toBe(false)
  await allProcesses(killed)
}, 60_000)

test('time is moved in every process', async () => {
  const before = Date.now()
  const headers = { 'content-type': 'application/json' }
  const moved = await send('/test/clock', { method: 'POST', headers, body: JSON.stringify({ advance: 'PT1H' }) })
  expect(moved.status).toBe(200)
  for (let n = 0; n < 4; n += 1)
    expect(Date.parse((await send('/health/live')).headers.get('date') ?? '') - before).toBeGreaterThan(3_590_000)
})

test('a limit is one for all processes', async () => {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.7' }
  const codes: number[] = []
  for (let n = 0; n < perMinuteOfIdentity + 10; n += 1)
    codes.push((await send('/v1/auth/login', { method: 'POST', headers, body: '{}' })).status)
  const refused = codes.filter((code) => code === 429).length
  expect(refused).toBeGreaterThanOrEqual(10)
  expect(refused).toBeLessThan(20) // what was registered above was counted too
})

test('a process that is killed is started again; while one is away the others answer and are measured', async () => {
  const { web, worker } = await allProcesses()
  const [killed = 0, other] = web
  for (const pid of [killed, ...worker]) signal(pid, 'SIGKILL')
  for (let n = 0; n < 6; n += 1) expect((await send('/v1/markets')).status).toBe(200)
  const seen = new Set<number>()
  for (const until = performance.now() + 60_000; performance.now() < until; await setTimeout(20)) {
    const { status } = await send('/health/ready')
    expect((await send('/metrics')).status).toBe(200)
    if (seen.add(status).has(503) && status === 200 && running.processes().web.length === 2) break
  }
  expect(seen).toEqual(new Set([200, 503]))
  const now = running.processes()
  expect([now.web.includes(killed), now.web.includes(other ?? 0), now.worker.length]).toEqual([false, true, 1])
  expect(Date.parse((await send('/health/live')).headers.get('date') ?? '') - Date.now()).toBeGreaterThan(3_590_000)
})

test('while no process answers people, the page says that it will be right back', async () => {
  for (const pid of running.processes().web) signal(pid, 'SIGKILL')
  const page = await send('/', { headers: { accept: 'text/html' } })
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '2'])
  expect(await page.text()).toContain('We’ll be right back')
  for (let status = 0; status !== 200; { status } = await send('/v1/markets')) await setTimeout(20)
}, 30_000)

test('a process that gives no sign of life is replaced; meanwhile the others answer, and then also whoever waited for it', async () => {
  const { web, worker } = await allProcesses()
  const stuck = [web[0], worker[0]].map((pid) => signal(pid, 'SIGSTOP'))
  const first = [1, 2].map(async () => (await send('/v1/markets')).status)
  await Promise.race(first)
  for (let n = 0; n < 10; n += 1) {
    const began = performance.now()
    expect((await send(n === 9 ? '/metrics' : '/v1/markets')).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(mostSilenceMs - 2_000)
  }
  expect(await Promise.all(first)).toEqual([200, 200])
  const isReplaced = () => {
    const now = running.processes()
    return (
      now.web.length === 2 && now.worker.length === 1 && ![...now.web, ...now.worker].some((pid) => stuck.includes(pid))
    )
  }
  await expect.poll(isReplaced, { timeout: 30_000 }).toBe(true)
}, 60_000)

test('a stop ends every process, also one that is stuck and one that was just being started again', async () => {
  const { web, worker } = running.processes()
  signal(web[0], 'SIGKILL')
  const { starting } = running.processes()
  for (; starting.length === 0; starting.push(...running.processes().starting)) await setTimeout(5)
  for (const pid of [starting[0], web[1]]) signal(pid, 'SIGSTOP')
  const began = performance.now()
  await running.close()
  expect(performance.now() - began).toBeLessThan(9_500)
  await expect
    .poll(() => [...web, ...worker, ...starting].filter((pid) => identifyProcess(pid)), { timeout: 10_000 })
    .toEqual([])
}, 60_000)

test.skipIf(!hasRedis)(
  'of two machines one answers people and the other does what follows at once, with the same secrets and nothing in their folders',
  async () => {
    const redis = await startRedis()
    await using common = await folderOnSharedCluster()
    const { database } = await storedSecrets(common) // the roles of all tests are derived from it
    const { signingKeys } = await newSecrets()
    const PUBLIC_URL = 'http://localhost:4000'
    const shared = {
      ...{
        DATABASE_URL: common.environment.DATABASE_URL ?? '',
        REDIS_URL: redis.url,
        PUBLIC_URL,
        PORT: '0',
        LOG_LEVEL: 'silent',
      },
      ...{ PAYMENTS: 'off', DATABASE_SECRET: 'a'.repeat(32), REALTIME_PUBLISH_TOKEN: 'a'.repeat(32) },
      SIGNING_KEYS: JSON.stringify(signingKeys),
    }
    const machines = []
    for (const ROLE of ['web', 'worker']) {
      const own = await ownFolder()
      const config = parseConfig({ ...shared, ...own.environment, ROLE })
      const running = await start({ ...config, DATABASE_SECRET: database }, { pollMs })
      machines.push({ running, own })
    }
    const [web, worker] = machines
    const began = performance.now()
    const email = 'mona@example.com'
    await api({ baseUrl: web?.running.url ?? '' })(register, {
      body: { email, password, name: 'Mona', timeZone: 'America/Boise' },
    })
    const inbox = async () => (await fetch(`${web?.running.url}/dev/inbox`, { headers: { host: 'localhost' } })).text()
    await expect.poll(inbox).toContain(email)
    expect(performance.now() - began).toBeLessThan(pollMs / 2)
    const status = async (path: string) => (await fetch(`${worker?.running.url}${path}`)).status
    expect([await status('/health/ready'), await status('/v1/markets')]).toEqual([200, 404])
    for (const { running, own } of machines) {
      await running.close()
      expect(readdirSync(own.environment.DATA_DIR)).toEqual([])
      await own[Symbol.asyncDispose]()
    }
    await redis.stop()
  },
  60_000,
)
