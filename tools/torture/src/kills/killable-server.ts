import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { isAlive, type ProcessIdentity } from '@buy-locals/embedded-postgres/process-identity'
import type { SeededServer } from '../seed.ts'
import { testEnvironment } from '../in-process-server.ts'
import { poll } from '../poll.ts'
import { happens } from '../random.ts'

/** What the server itself starts again. */
export type Supervised = 'database' | 'web' | 'worker'

export type KillableServer = {
  seeded: SeededServer
  /** As when the process crashes. */
  kill(): Promise<void>
  /** As when the machine loses its power. */
  killWithDatabase(): Promise<void>
  /** Resolves when the server says that everything is there again. */
  killSupervised(supervised: Supervised): Promise<void>
}

/** Time is moved on while people pay: most of them shall still be in time. */
export const killableEnvironment = { ...testEnvironment, BOOKING_HOLD_MINUTES: '45' }

/** The port is the same after every restart: tokens and webhooks name it. */
export type Place = { dataDir: string; port: number; environment?: Record<string, string> }

export async function startKillableServer({ dataDir, port, environment }: Place): Promise<KillableServer> {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve('./server-child.ts'))], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...{ PATH, NODE_COMPILE_CACHE, ...killableEnvironment, ...environment },
      ...{ PORT: String(port), DATA_DIR: dataDir },
    },
  })
  const exited = once(child, 'exit')
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), exited])) as [
    string | number,
  ]
  if (typeof line !== 'string') throw new Error(`The server did not start; it ended with ${line}`)
  const seeded = JSON.parse(line) as SeededServer
  const kill = async (also: readonly number[] = []) => {
    child.kill('SIGKILL')
    for (const pid of also) killNow(pid)
    await exited
  }
  const killSupervised = async (supervised: Supervised) => {
    const find = () => (supervised === 'database' ? databaseProcesses(dataDir) : childrenOf(child.pid, supervised))
    const isThere = () => (find().length > 0 ? find() : undefined)
    const before = (await poll(isThere, { everyMs: 20 })) ?? []
    if (before.length === 0) throw new Error(`There is no ${supervised} to be killed`)
    const killed = supervised === 'database' || happens(0.3) ? before : before.slice(0, 1)
    for (const pid of killed) killNow(pid)
    const isBack = async () => {
      const now = find()
      const isAway = now.length === 0 || (supervised === 'web' && now.length < before.length)
      if (isAway || killed.some((pid) => now.includes(pid))) return false
      return fetch(`${seeded.url}/health/ready`).then(
        ({ status }) => status === 200,
        () => false,
      )
    }
    if (!(await poll(isBack, { everyMs: 50, forMs: 60_000 })))
      throw new Error(`${supervised} did not come back in a minute`)
  }
  const killWithDatabase = async () => {
    const ofDatabase = databaseProcesses(dataDir)
    if (ofDatabase.length === 0) throw new Error('There is no database to be killed')
    await kill(ofDatabase)
  }
  return { seeded, kill: () => kill(), killWithDatabase, killSupervised }
}

/** The server's processes that do this. */
function childrenOf(primary: number | undefined, role: 'web' | 'worker'): number[] {
  const isOne = (pid: number) =>
    parentOf(pid) === primary && readFileSync(`/proc/${pid}/cmdline`, 'utf8').endsWith(`child.ts\0${role}\0`)
  return readdirSync('/proc').map(Number).filter(isOne)
}

/** The postmaster of this folder and its children. */
function databaseProcesses(dataDir: string): number[] {
  const pid = readPid(join(dataDir, 'postgres/running.json'), 'postmaster')
  const all = readdirSync('/proc').map(Number)
  return pid === undefined ? [] : [pid, ...all.filter((other) => parentOf(other) === pid)]
}

/** PostgreSQL and the simulator outlive a kill of the server. */
export function killLeftovers(dataDir: string): void {
  const simulator = readPid(join(dataDir, 'stripe/process.json'), 'identity')
  for (const pid of [...databaseProcesses(dataDir), ...(simulator === undefined ? [] : [simulator])]) killNow(pid)
}

/** PostgreSQL's workers come and go: one may have ended since it was found. */
function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The process that the file names, where it still runs. */
function readPid(file: string, name: string): number | undefined {
  if (!existsSync(file)) return undefined
  const identity = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, ProcessIdentity>)[name]
  return identity && isAlive(identity) ? identity.pid : undefined
}

function parentOf(pid: number): number | undefined {
  if (!Number.isInteger(pid)) return undefined
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    )
  } catch {
    return undefined // it has ended in the meantime
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
