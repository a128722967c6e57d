import { once } from 'node:events'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { login } from '@buy-locals/contracts/auth/operations'
import { identifyProcess } from '@buy-locals/embedded-postgres/process-identity'
import { parseConfig } from '../src/config.ts'
import { writeDemoState } from '../src/demo/town-state.ts'
import { openLifetime } from '../src/lifetime.ts'
import { start } from '../src/start.ts'
import { folderOnSharedCluster } from '../src/testing/shared-cluster.ts'
import { startMain } from './start-main.ts'

const html = { headers: { accept: 'text/html' } }

let dataDir: string
let port: number
let server: Server

type Server = ReturnType<typeof startMain>

const request = (path: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${port}${path}`, { ...init, signal: AbortSignal.timeout(60_000) })
const status = (path: string) =>
  request(path).then(
    async (response) => (await response.text(), response.status),
    () => 0,
  )

async function children(folder: string) {
  const read = async (file: string) =>
    JSON.parse(await readFile(join(folder, file), 'utf8')) as Record<string, { pid: number }>
  const postgres = (await read('postgres/running.json'))['postmaster']?.pid ?? 0
  const simulator = (await read('stripe/process.json'))['identity']?.pid ?? 0
  return { postgres, simulator }
}

/** Whatever still writes its log into the folder, or has it for itself. */
function leftBy(folder: string): string[] {
  const processes = readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/fd/2`).startsWith(folder)
    } catch {
      return false // it has ended, or is not ours
    }
  })
  return [...processes, ...['server.json'].filter((file) => existsSync(join(folder, file)))]
}

/** A request whose body does not come to its end. The server is reading it: it has answered 100 (Continue). */
async function beginRequest(at: number) {
  const head = `POST /v1${login.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 99`
  const socket = connect(at, '127.0.0.1').on('error', () => {})
  socket.write(`${head}\r\nExpect: 100-continue\r\n\r\n`)
  await once(socket, 'data')
  socket.write('{')
  return socket
}

const configOf = (folder: string, at = 0) =>
  parseConfig({ DATA_DIR: folder, PORT: String(at), DEMO: '0', LOG_LEVEL: 'silent' })

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port: free } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return free
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'buy-locals-lifecycle-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-lifecycle-'))
  port = await freePort()
  server = startMain({ LOG_LEVEL: 'warn', DATA_DIR: dataDir, PORT: String(port) })
})

afterAll(async () => {
  if (server.child.exitCode === null) server.child.kill('SIGTERM')
  await server.ended
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

test('while a server is being made ready it says so: 503 to whoever watches it, a page to people, a problem to programs', async () => {
  while ((await status('/health/live')) !== 200) await setTimeout(10)
  const ready = await request('/health/ready')
  expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '2'])
  expect(await ready.json()).toMatchObject({
    status: 'waiting',
    awaited: expect.arrayContaining(['database']) as string[],
  })
  const page = await request('/businesses/joes', html)
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '2'])
  expect(await page.text()).toMatch(/http-equiv="refresh".*Getting the town ready/)
  const call = await request('/v1/config')
  expect([call.status, call.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
  expect(await call.json()).toMatchObject({ type: expect.stringContaining('not-yet') as string })
  await server.isOpen()
  expect([await status('/health/ready'), await status('/v1/config')]).toEqual([200, 200])
})

test('nobody comes in before the town is open, but for the webhooks that open it', async () => {
  await using folder = await folderOnSharedCluster()
  const seen: unknown[] = []
  const config = { ...folder.environment, PORT: '0', PAYMENTS: 'off', LOG_LEVEL: 'silent' }
  const running = await start(parseConfig(config), {
    prepare: async ({ url, internalUrl }) => {
      const codes = ['/', '/v1/config', '/health/ready', '/v1/stripe/webhook'].map((path) => fetch(url + path))
      for (const response of [...(await Promise.all(codes)), await fetch(`${internalUrl}/v1/config`)])
        seen.push(response.status)
      seen.push(await (await fetch(`${url}/health/ready`)).json())
    },
  })
  expect(seen).toMatchObject([503, 503, 503, 405, 200, { awaited: expect.arrayContaining(['town']) as string[] }])
  expect((await fetch(`${running.url}/health/ready`)).status).toBe(200)
  await running.close()
})

test('a second server on the same folder says so and ends; the first does not notice', async () => {
  const before = await children(dataDir)
  await expect(start(configOf(dataDir))).rejects.toThrow(
    `A server is running on ${dataDir} (process ${server.child.pid}): stop it, or set another DATA_DIR`,
  )
  expect(await children(dataDir)).toEqual(before)
  expect(await status('/health/ready')).toBe(200)
})

test('PostgreSQL and the simulator are started again when they end; meanwhile answers are 503, and the log is a few lines', async () => {
  const before = await children(dataDir)
  const codes = new Set<number>()
  const linesBefore = server.printed.out.length
  for (const part of ['postgres', 'simulator'] as const) {
    process.kill(before[part], 'SIGKILL')
    let wasAway = false
    for (const until = performance.now() + 60_000; performance.now() < until; await setTimeout(10)) {
      codes.add(await status('/v1/businesses/bus_01h00000000000000000000000'))
      const ready = await status('/health/ready')
      wasAway ||= ready === 503
      if (wasAway && ready === 200) break
    }
    expect([part, wasAway, await status('/health/ready')]).toEqual([part, true, 200])
    expect((await children(dataDir))[part]).not.toBe(before[part])
  }
  expect(codes).toEqual(new Set([404, 503]))
  const lines = server.printed.out.slice(linesBefore).trim().split('\n')
  expect(lines.length).toBeLessThan(20)
  expect(lines.filter((line) => line.includes('unexpected error'))).toEqual([])
})

test('a second signal ends a server at once, and its database and simulator with it', async () => {
  const slow = await beginRequest(port)
  const left = Object.values(await children(dataDir))
  const began = performance.now()
  server.child.kill('SIGTERM')
  await setTimeout(100)
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(1)
  expect(performance.now() - began).toBeLessThan(5_000)
  for (let tries = 0; left.some(identifyProcess) && tries < 250; tries += 1) await setTimeout(20)
  expect(left.filter(identifyProcess)).toEqual([])
  slow.destroy()
})

test('a stop ends within ten seconds, with silent connections, open screens and a request that does not end, and leaves no process', async () => {
  const running = await start(configOf(dataDir))
  const at = Number(new URL(running.url).port)
  const silent = connect(at, '127.0.0.1').on('error', () => {})
  const slow = await beginRequest(at)
  const screen = new WebSocket(`ws://127.0.0.1:${at}/event/realtime`, ['aws-appsync-event-ws'])
  const closed = once(screen, 'close')
  await once(screen, 'open')
  const began = performance.now()
  await running.close()
  expect(performance.now() - began).toBeLessThan(9_500)
  expect((await closed)[0]).toBe(1001)
  expect(leftBy(dataDir)).toEqual([])
  for (const socket of [silent, slow]) socket.destroy()
})

test('a server that is stopped while it makes its database or its town leaves nothing that is half made', async () => {
  const folder = await newFolder()
  for (const moment of ['postgres/unfinished', 'postgres/running.json']) {
    const lifetime = openLifetime()
    const starting = start(configOf(folder), { lifetime })
    while (!existsSync(join(folder, moment))) await setTimeout(5)
    const began = performance.now()
    await Promise.all([lifetime.end(), expect(starting).rejects.toThrow()])
    expect(performance.now() - began).toBeLessThan(9_500)
    await expect.poll(() => leftBy(folder)).toEqual([]) // what is killed is gone a moment later
  }
  const lifetime = openLifetime()
  const prepare = async () => {
    await writeDemoState(folder, 'opening')
    void lifetime.end()
    await lifetime.end()
  }
  await expect(start(configOf(folder), { lifetime, prepare })).rejects.toThrow()
  expect([readdirSync(folder), leftBy(folder)]).toEqual([[], []])
})

test('a server that is stopped while its screens are still being built ends in order', async () => {
  const folder = await newFolder()
  const { child, ended, printed } = startMain({ DATA_DIR: folder, SCREENS_ARE_BEING_BUILT: '1' })
  while (!existsSync(join(folder, 'stripe/process.json')) && child.exitCode === null) await setTimeout(20)
  expect(printed.out).not.toContain('ready after')
  const began = performance.now()
  child.kill('SIGTERM')
  expect([await ended, performance.now() - began < 9_500, leftBy(folder)]).toEqual([0, true, []])
})

test('a start that fails says why in one sentence, and leaves no process and no taken port', async () => {
  const folder = await newFolder()
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port: its } = taken.address() as AddressInfo
  await expect(start(configOf(folder, its))).rejects.toThrow(
    `Port ${its} of 127.0.0.1 is taken by another program: stop that, or set another PORT`,
  )
  taken.close()
  await mkdir(join(folder, 'postgres/cluster'), { recursive: true })
  await writeFile(join(folder, 'postgres/cluster/PG_VERSION'), '17')
  await expect(start(configOf(folder, its))).rejects.toThrow('was written by PostgreSQL 17')
  expect(leftBy(folder)).toEqual([])
  await once(createServer().listen(its, '127.0.0.1').unref(), 'listening')
})
