import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { z } from 'zod'
import { isAlive, identifyProcess, waitUntilGone, type ProcessIdentity } from './process-identity.ts'

const processIdentity = z.object({ pid: z.number(), began: z.string() })
const record = z.object({
  clusterInode: z.number(),
  port: z.number(),
  postmaster: processIdentity,
  owner: processIdentity,
})

export type Running = { postmaster: ProcessIdentity; port: number; hasLivingOwner: boolean }

/** Who runs this cluster, and for whom: noted at every start. A note that was copied with the folder speaks of another cluster. */
export function recordRunning(home: string, postmaster: ProcessIdentity, port: number): void {
  const owner = identifyProcess(process.pid)
  const content = { clusterInode: readInode(home), port, postmaster, owner }
  const file = join(home, 'running.json')
  writeFileSync(`${file}.unfinished`, JSON.stringify(record.parse(content)), { mode: 0o600 })
  renameSync(`${file}.unfinished`, file)
}

export function readRunning(home: string): Running | undefined {
  const file = join(home, 'running.json')
  if (!existsSync(file)) return undefined
  const written = record.safeParse(parseJson(readFileSync(file, 'utf8')))
  if (!written.success) throw new Error(`${file} is damaged: remove it, once no PostgreSQL runs on this folder`)
  const { clusterInode, port, postmaster, owner } = written.data
  if (clusterInode !== readInode(home) || !isAlive(postmaster)) return undefined
  return { postmaster, port, hasLivingOwner: owner.pid !== process.pid && isAlive(owner) }
}

/** One program at a time makes, adopts or starts a cluster. Whoever was killed meanwhile is not waited for. */
export async function withTurn<T>(home: string, work: () => Promise<T>): Promise<T> {
  const file = join(home, 'turn.json')
  const own = JSON.stringify(identifyProcess(process.pid))
  while (!claimed(file, own)) {
    const other = existsSync(file) ? processIdentity.safeParse(parseJson(readFileSync(file, 'utf8'))).data : undefined
    if (!other || !isAlive(other)) rmSync(file, { force: true })
    else await setTimeout(20)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function claimed(file: string, own: string): boolean {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, own, { mode: 0o600 })
  try {
    linkSync(draft, file) // whole or not at all, and for one only
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft)
  }
}

/**
 * Postgres does not start while its lock file names a process id that exists, be it a zombie or a stranger. Our own id,
 * its parent's, it takes for stale; the rest of the file tells it which processes of the killed one must end first.
 */
export function disownLockFile(home: string): void {
  const file = join(home, 'cluster/postmaster.pid')
  if (existsSync(file)) writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)))
}

/** Waits until it accepts connections, however long its recovery after a crash takes. False: it has ended, or it is no longer wanted. */
export async function acceptsConnections(
  postmaster: ProcessIdentity,
  url: string,
  signal: AbortSignal,
): Promise<boolean> {
  for (; isAlive(postmaster) && !signal.aborted; await setTimeout(15)) if (await tryConnect(url)) return true
  return false
}

const notReady = ['ECONNREFUSED', 'ECONNRESET', '57P03']

async function tryConnect(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && notReady.some((code) => code === error.code)) return false
    if (error instanceof Error && error.message === 'Connection terminated unexpectedly') return false
    throw error
  }
}

/** A fast shutdown: open transactions are rolled back, everything committed is written. Where that takes too long it ends as in a crash, and its next start reads the log. */
export async function shutDown(home: string, postmaster: ProcessIdentity, patienceMs = 60_000): Promise<void> {
  if (isAlive(postmaster)) process.kill(postmaster.pid, 'SIGINT')
  if (!(await waitUntilGone(postmaster, patienceMs))) {
    if (isAlive(postmaster)) process.kill(postmaster.pid, 'SIGQUIT')
    if (!(await waitUntilGone(postmaster, 6_000)))
      throw new Error(`PostgreSQL (process ${postmaster.pid}) does not stop`)
  }
  rmSync(join(home, 'running.json'), { force: true })
}

/** Below the range from which the system takes ports for outgoing connections, so that it stays free until it is used. */
export async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 12_000)
  const isFree = await new Promise<boolean>((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
  return isFree ? port : freePort()
}

function readInode(home: string): number {
  return statSync(join(home, 'cluster')).ino
}
