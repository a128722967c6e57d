import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const hasRedis = isOnPath('redis-server')

function isOnPath(program: string) {
  try {
    execFileSync(program, ['--version'])
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

export type RedisServer = Awaited<ReturnType<typeof startRedis>>

/** A Redis of its own on a free port, or on this one. */
export async function startRedis(port?: number) {
  const chosen = port ?? (await freePort())
  const folder = mkdtempSync(join(tmpdir(), 'buy-locals-redis-'))
  const settings = [
    '--port',
    String(chosen),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ]
  const server: ChildProcess = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] })
  const gone = new Promise((resolve) => server.once('exit', resolve))
  await new Promise<void>((resolve) => {
    server.stdout?.on('data', (text: Buffer) => text.includes('Ready to accept connections') && resolve())
  })
  return {
    port: chosen,
    url: `redis://127.0.0.1:${chosen}`,
    /** As a machine does that swaps or is cut off: connections stay open and nothing is answered. */
    pause: () => server.kill('SIGSTOP'),
    resume: () => server.kill('SIGCONT'),
    async stop() {
      server.kill('SIGCONT')
      server.kill()
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort() {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
