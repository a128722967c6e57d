import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startPostgres, version } from '@buy-locals/embedded-postgres/embedded-postgres'
import { readDemoState } from '../src/demo/town-state.ts'
import { claimDataDir } from '../src/one-server.ts'
import { readSecrets } from '../src/secrets.ts'
import { openServerLog } from '../src/server-log.ts'
import { startSimulatorProcess } from '../src/simulator.ts'
import { openClock } from '../src/test-clock.ts'
import { folderOnSharedCluster } from '../src/testing/shared-cluster.ts'
import { startMain } from './start-main.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

let folder: Awaited<ReturnType<typeof folderOnSharedCluster>>
let server: ReturnType<typeof startMain>
let port: number

beforeAll(async () => {
  folder = await folderOnSharedCluster()
  server = startMain(folder.environment)
  while (!server.printed.out.includes('ready after') && server.child.exitCode === null) await setTimeout(20)
  port = Number(/Site +http:\/\/127\.0\.0\.1:(\d+)/.exec(server.printed.out)?.[1])
})
afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
  await folder[Symbol.asyncDispose]()
})

const startOf = (text: string) => text.slice(0, text.indexOf('ready after'))
const linesAfterStart = () =>
  server.printed.out.slice(startOf(server.printed.out).length).split('\n').slice(1).filter(Boolean)

test('a start prints its addresses and nothing else; its log is in a file', async () => {
  expect(startOf(server.printed.out).split('\n').length).toBeLessThan(20)
  expect(startOf(server.printed.out)).not.toMatch(/^\{/m)
  const text = await readFile(join(folder.environment.DATA_DIR, 'start.log'), 'utf8')
  for (const line of text.split('\n').filter(Boolean)) expect(JSON.parse(line)).toHaveProperty('msg')
})

test('where several processes write the log, every line says which one', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-log-'))
  onTestFinished(() => rm(dataDir, { recursive: true }))
  const [alone, web] = [openServerLog('info'), openServerLog('info', 'web')]
  alone.openFile(dataDir)
  web.joinFile(dataDir)
  for (const { log } of [alone, web]) log.info('a line')
  for (const { endStart } of [alone, web]) endStart()
  const lines = (await readFile(join(dataDir, 'start.log'), 'utf8')).trim().split('\n')
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    expect.not.objectContaining({ pid: expect.any(Number) as number }),
    expect.objectContaining({ process: 'web', pid: process.pid }),
  ])
})

test('what is in the data folder is for its owner alone', async () => {
  const tooOpen: string[] = []
  const visit = async (path: string) => {
    const found = await stat(path)
    if ((found.mode & 0o077) !== 0) tooOpen.push(`${path} ${(found.mode & 0o777).toString(8)}`)
    if (found.isDirectory()) for (const name of await readdir(path)) await visit(join(path, name))
  }
  await visit(folder.environment.DATA_DIR)
  expect(tooOpen).toEqual([])
})

/** Exactly this text, and the status of the response. */
const send = (text: string) =>
  new Promise<number>((done, failed) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let received = ''
    socket.on('data', (bytes) => (received += bytes.toString()))
    socket.on('close', () => done(Number(/^HTTP\/1\.1 (\d{3})/.exec(received)?.[1])))
    socket.on('error', failed)
  })
const request = (target: string, headers: Record<string, string> = {}, method = 'GET') => {
  const sent = Object.entries({ Host: `127.0.0.1:${port}`, Connection: 'close', ...headers })
  return send(`${method} ${target} HTTP/1.1\r\n${sent.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
}

test('what is malformed in a request is the fault of who sent it: no 5xx, no stack and nothing of it in the log', async () => {
  const before = linesAfterStart().length
  const refused = {
    'a Host that is none': await request('/', { Host: 'no host' }),
    'a Host of another site': await request('/', { Host: 'evil.example' }),
    'no Host': await send('GET / HTTP/1.1\r\nConnection: close\r\n\r\n'),
    'an unknown method': await request('/', {}, 'SECRET'),
    TRACE: await request('/', {}, 'TRACE'),
    'an absolute target': await request('http://elsewhere.example/secret'),
    'an asterisk': await request('*', {}, 'OPTIONS'),
    'bad percent-encoding of a page': await request('/b/%E0%A4%A'),
    'bad percent-encoding of an operation': await request('/v1/businesses/%E0%A4%A'),
    'bad percent-encoding of a file': await request('/assets/%E0%A4%A'),
    'a bad signature': await request('/v1/stripe/webhook', { 'Stripe-Signature': 't=secret,v1=x', 'Content-Length': '0' }, 'POST'), // prettier-ignore
    'a bad token': await request('/v1/me', { Authorization: 'Bearer secret.secret' }),
    'a header too large': await request('/', { Cookie: `a=${'x'.repeat(20_000)}` }),
    'no HTTP at all': await send('secret\r\n\r\n'),
  }
  const accepted = {
    'a bad cookie': await request('/terms', { Cookie: 'bl_access=%E0%A4%A; =; secret' }),
    'a bad language': await request('/terms', { 'Accept-Language': 'xx-!!;q=secret, *;q=-1, en-US-u-ca-nonsense' }),
    'a bad encoding': await request('/terms', { 'Accept-Encoding': 'secret;q=nan' }),
    'a bad condition': await request('/terms', { 'If-None-Match': '"secret' }),
    'a bad range': await request('/v1/openapi.json', { Range: 'bytes=9-1' }),
  }
  const statuses = Object.entries({ ...refused, ...accepted })
  expect(statuses.filter(([what, status]) => !(status >= (what in refused ? 400 : 200) && status < 500))).toEqual([])
  expect(refused['a header too large']).toBe(431)
  await setTimeout(50)
  const lines = linesAfterStart().slice(before)
  expect(lines.length).toBeGreaterThan(10)
  for (const line of lines) {
    expect(JSON.parse(line)).toMatchObject({ msg: 'request', level: 30 })
    expect(line).not.toMatch(/secret|stack/i)
    expect(line).not.toContain(root)
  }
  expect(server.printed.err).toBe('')
})

test('a log of the simulator that is full is begun anew, and the one before it is there until the next', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-log-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  const log = join(dataDir, 'stripe/log')
  await mkdir(join(dataDir, 'stripe'))
  await writeFile(log, 'x'.repeat(11_000_000))
  const simulator = await startSimulatorProcess({ dataDir })
  await simulator.stop()
  expect((await stat(log)).size).toBeLessThan(10_000)
  expect((await stat(`${log}.before`)).size).toBe(11_000_000)
})

test('a damaged file is named in one sentence that says what to do, and nothing is started', async () => {
  const at = await mkdtemp(join(tmpdir(), 'buy-locals-damaged-'))
  onTestFinished(() => rm(at, { recursive: true, force: true }))
  await mkdir(join(at, 'stripe'))
  await mkdir(join(at, 'postgres/cluster'), { recursive: true })
  await writeFile(join(at, 'postgres/cluster/PG_VERSION'), `${version}\n`)
  const password = join(at, 'postgres/password')
  const attempts: [file: string, remedy: string, open: () => unknown][] = [
    ['secrets.json', 'bring it back from a backup', () => readSecrets(at, {})],
    ['demonstration.json', 'set another DATA_DIR', () => readDemoState(at)],
    ['test-clock.json', 'remove it', () => openClock(at, true)],
    ['server.json', 'remove it', () => claimDataDir(at)],
    ['postgres/password', 'bring it back from a backup', () => startPostgres({ dataDir: at })],
    ['postgres/running.json', 'remove it', () => writeFile(password, 'x'.repeat(32)).then(() => startPostgres({ dataDir: at }))], // prettier-ignore
    ['stripe/keys.json', 'bring it back from a backup', () => startSimulatorProcess({ dataDir: at })],
    ['stripe/process.json', 'remove it', () => startSimulatorProcess({ dataDir: at })],
    ['stripe/books.sqlite', 'bring them back from a backup', () => startSimulatorProcess({ dataDir: at })],
  ]
  for (const [file, remedy, open] of attempts) {
    await writeFile(join(at, file), '{"half":'.repeat(20))
    const [outcome] = await Promise.allSettled([Promise.resolve().then(open)])
    const message = outcome.status === 'rejected' ? (outcome.reason as Error).message : `${file} was taken`
    expect(message).toMatch(/^[^\n]* (is|are) damaged[^\n]*: /)
    expect(message).toContain(remedy)
    expect(message).toContain(file.startsWith('stripe/b') ? 'stripe' : file)
    await rm(join(at, file))
  }
  await writeFile(join(at, 'secrets.json'), '{"database":')
  const failed = startMain({ DATA_DIR: at })
  expect(await failed.ended).toBe(1)
  expect(failed.printed.err.split('\n')[0]).toContain('secrets.json is damaged')
  expect(failed.printed.err).not.toMatch(/^ +at /m)
})
