import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { login, register } from '@buy-locals/contracts/auth/operations'
import { api, type Api } from '@buy-locals/api-client/api'

export type Server = {
  url: string
  dataDir: string
  /** With all rights. */
  databaseUrl: string
  /** The process that all others of this server descend from. */
  pid: number
  stop(): Promise<void>
}

type Options = { checkout: string; dataDir: string; environment?: Record<string, string> }

const password = 'copper kettle sunday'
const mostStartMs = 15 * 60_000

/** A checkout with its demonstration town, as `npm start` runs it there, and ends it with its caller. What it prints goes to a file, so that nobody has to read it while it is measured. */
export async function startServer(
  { checkout, dataDir, environment = {} }: Options,
  ends: AsyncDisposableStack,
): Promise<Server> {
  await mkdir(dataDir, { recursive: true })
  const file = join(dataDir, `printed-${Date.now()}.log`)
  const printed = openSync(file, 'a')
  const child = spawn('node', ['tools/run/start.mjs'], {
    cwd: checkout,
    stdio: ['ignore', printed, printed],
    env: { ...ownEnvironment(), PORT: '0', DATA_DIR: dataDir, DEMO_PASSWORD: password, LIMIT_FACTOR: '10000', TRUST_PROXY: 'loopback', npm_lifecycle_event: 'start', ...environment }, // prettier-ignore
  })
  closeSync(printed)
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  ends.defer(stop)
  const url = await untilReady(child, file)
  return {
    url,
    dataDir,
    databaseUrl: await databaseUrlOf(dataDir),
    pid: child.pid ?? 0,
    stop,
  }
}

/** Neither npm's variables nor a mode that this process was started with: a checkout says itself how it runs. */
function ownEnvironment(): Record<string, string | undefined> {
  const passedOn = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TURBO_CACHE_DIR', 'npm_config_cache', 'NODE_EXTRA_CA_CERTS']
  return Object.fromEntries(passedOn.map((name) => [name, process.env[name]]))
}

async function untilReady(child: ReturnType<typeof spawn>, file: string): Promise<string> {
  for (const until = performance.now() + mostStartMs; performance.now() < until; await setTimeout(250)) {
    const text = await readFile(file, 'utf8')
    const url = /^ {2}Site +(\S+)$/m.exec(text)?.[1]
    if (url && /^ready after/m.test(text)) return url
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${text.slice(-2_000)}`)
  }
  child.kill('SIGTERM')
  throw new Error(`The server was not ready after ${mostStartMs / 60_000} minutes; see ${file}`)
}

async function databaseUrlOf(dataDir: string): Promise<string> {
  const home = join(dataDir, 'postgres')
  const port = (await readFile(join(home, 'cluster/postmaster.pid'), 'utf8')).split('\n')[3]
  return `postgres://postgres:${await readFile(join(home, 'password'), 'utf8')}@127.0.0.1:${port}/postgres`
}

type DemoPerson = 'consumer' | 'owner' | 'admin'

export async function callAs(server: Server, name: DemoPerson): Promise<Api> {
  const body = { email: `${name}@demo.example`, password }
  const { session } = await api({ baseUrl: server.url, headers: () => app })(login, { body })
  return callWith(server, session.accessToken)
}

/** Somebody new, by the access token of their session. */
export async function registerPerson({ url }: Server, name: string): Promise<string> {
  const email = `bench-${process.pid}-${++registered}@example.com`
  const { session } = await api({ baseUrl: url, headers: () => app })(register, { body: { email, name, password } })
  return session.accessToken
}

export const callWith = ({ url }: Server, accessToken: string): Api =>
  api({ baseUrl: url, patience: 20, headers: () => ({ ...app, authorization: `Bearer ${accessToken}` }) })

const app = { 'x-client': 'app' }
let registered = 0

/** What a browser sends after somebody has signed in there. */
export async function cookiesOf({ url }: Server, name: DemoPerson): Promise<string> {
  const response = await fetch(`${url}/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: `${name}@demo.example`, password }),
  })
  if (!response.ok) throw new Error(`${name} cannot sign in: ${response.status}`)
  await response.arrayBuffer()
  return response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ') // prettier-ignore
}
