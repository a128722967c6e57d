import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { identifyProcess } from '@buy-locals/embedded-postgres/process-identity'

export const demoPassword = 'copper kettle sunday'

export type ServerProcess = { url: string; dataDir: string; startedIn: number; stop(): Promise<void> }

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The whole product as `npm start` runs it, on a folder of its own that goes with it. */
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
      LIMIT_FACTOR: '1000',
      LOG_LEVEL: 'error',
      ...changes,
    },
  })
  const endWithUs = () => void child.kill('SIGTERM')
  process.once('exit', endWithUs)
  const url = await addressOf(child)
  return {
    url,
    dataDir,
    startedIn: Math.round(performance.now() - began),
    stop: async () => {
      const noted = await childrenOf(dataDir)
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      const [code] = (await gone) as [number | null]
      process.off('exit', endWithUs)
      const left = noted.filter(identifyProcess)
      await rm(dataDir, { recursive: true, force: true })
      if (code !== 0 || left.length)
        throw new Error(`The server ended with ${code} and left behind: ${left.join(', ')}`)
    },
  }
}

/** Resolves with the site's address as soon as the server says that it is ready. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    const url = /^ *Site +(\S+)$/m.exec(said)?.[1]
    if (url && /^ready after/m.test(said)) {
      child.stdout?.resume()
      return url
    }
  }
  throw new Error(`The server did not start:\n${said}`)
}

/** The database and the simulator, by what was written down of them. */
async function childrenOf(dataDir: string): Promise<number[]> {
  const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(dataDir, file), 'utf8'))
  const database = (await read('postgres/running.json')) as { postmaster: { pid: number } }
  const simulator = (await read('stripe/process.json')) as { life: { pid: number } }
  return [database.postmaster.pid, simulator.life.pid]
}
