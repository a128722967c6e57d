import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { isAlive, type ProcessIdentity } from '@buy-locals/embedded-postgres/process-identity'
import type { Foundations } from '../foundations.ts'
import { environment } from '../server-inside.ts'

export type Killable = {
  at: Foundations
  /** As when the process crashes. */
  kill(): Promise<void>
  /** As when the machine loses its power: nothing of it says good-bye. */
  killWithDatabase(): Promise<void>
}

/** The address stays after every restart: tokens and webhooks name it. */
export type Place = { dataDir: string; port: number }

export async function startKillable({ dataDir, port }: Place): Promise<Killable> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve('./host.ts'))], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], ...environment, PORT: String(port), DATA_DIR: dataDir },
  })
  const gone = once(child, 'exit')
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), gone])) as [
    string | number,
  ]
  if (typeof line !== 'string') throw new Error(`The server did not start; it ended with ${line}`)
  const at = JSON.parse(line) as Foundations
  const kill = async (also: readonly number[] = []) => {
    child.kill('SIGKILL')
    for (const pid of also) process.kill(pid, 'SIGKILL')
    await gone
  }
  return { at, kill: () => kill(), killWithDatabase: () => kill(databaseProcesses(dataDir)) }
}

/** The postmaster of this folder and all that it has started. */
function databaseProcesses(dataDir: string): number[] {
  const pid = noted(join(dataDir, 'postgres/running.json'), 'postmaster')
  const all = readdirSync('/proc').map(Number)
  return pid === undefined ? [] : [pid, ...all.filter((other) => parentOf(other) === pid)]
}

/** What outlives a kill, at the end of all. */
export function stopWhatIsLeft(dataDir: string): void {
  const simulator = noted(join(dataDir, 'stripe/process.json'), 'life')
  for (const pid of [...databaseProcesses(dataDir), ...(simulator === undefined ? [] : [simulator])])
    process.kill(pid, 'SIGKILL')
}

/** A process that was noted in a file and still is the same. */
function noted(file: string, as: string): number | undefined {
  if (!existsSync(file)) return undefined
  const life = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, ProcessIdentity>)[as]
  return life && isAlive(life) ? life.pid : undefined
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
    return undefined // it has ended meanwhile
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
