import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { identifyProcess } from '@buy-locals/embedded-postgres/process-identity'

export const demoPassword = 'copper kettle sunday'

export type ServerProcess = { url: string; dataDir: string; startedIn: number; stop(): Promise<void> }

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The server that the journeys run against; playwright's workers read it from the environment. */
export const serverUrl = () => process.env['JOURNEYS_URL'] ?? ''
export const serverDataDir = () => process.env['JOURNEYS_DATA_DIR']

export function useServer({ url, dataDir }: Pick<ServerProcess, 'url' | 'dataDir'>): void {
  process.env['JOURNEYS_URL'] = url
  process.env['JOURNEYS_DATA_DIR'] = dataDir
}

/** The whole product as `npm start` runs it, on a folder of its own that is deleted afterwards. */
export async function startServerProcess(changes: Record<string, string> = {}): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-journeys-'))
  const began = performance.now()
  const child = spawn(process.execPath, ['apps/server/src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: dataDir,
      TEST_CLOCK: '1',
      DEMO: '1',
      DEMO_PASSWORD: demoPassword,
      DEMO_WEEKS: '1', // three more would take a minute
      LIMIT_FACTOR: '1000',
      LOG_LEVEL: 'error',
      ...changes,
    },
  })
  const stopWithUs = () => void child.kill('SIGTERM')
  process.once('exit', stopWithUs)
  const url = await readAddress(child)
  return {
    url,
    dataDir,
    startedIn: Math.round(performance.now() - began),
    stop: async () => {
      const children = await readChildren(dataDir)
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      const [code] = (await exited) as [number | null]
      process.off('exit', stopWithUs)
      const leftovers = children.filter(identifyProcess)
      await rm(dataDir, { recursive: true, force: true })
      if (code !== 0 || leftovers.length)
        throw new Error(`The server ended with ${code} and left behind: ${leftovers.join(', ')}`)
    },
  }
}

/** Resolves with the address of the site as soon as the server prints that it is ready. */
async function readAddress(child: ChildProcess): Promise<string> {
  let output = ''
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    output += String(chunk)
    const url = /^ *Site +(\S+)$/m.exec(output)?.[1]
    if (url && /^ready after/m.test(output)) {
      child.stdout?.pipe(process.stderr) // from now on it says what went wrong
      return url
    }
  }
  throw new Error(`The server did not start:\n${output}`)
}

/** The process ids of the database and, where payments are not off, of the simulator, which they wrote to their folders. */
async function readChildren(dataDir: string): Promise<number[]> {
  const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(dataDir, file), 'utf8'))
  const database = (await read('postgres/running.json')) as { postmaster: { pid: number } }
  if (!existsSync(join(dataDir, 'stripe'))) return [database.postmaster.pid]
  const simulator = (await read('stripe/process.json')) as { identity: { pid: number } }
  return [database.postmaster.pid, simulator.identity.pid]
}
