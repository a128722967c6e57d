import { existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { z } from 'zod'
import { isAlive, lifeOf, untilGone, type Life } from './process-life.ts'

const life = z.object({ pid: z.number(), began: z.string() })
const record = z.object({ clusterInode: z.number(), port: z.number(), postmaster: life, owner: life })

export type Running = { life: Life; port: number; hasLivingOwner: boolean }

/** Who runs this cluster, and for whom: noted at every start. A note that was copied with the folder speaks of another cluster. */
export function noteRunning(home: string, postmaster: Life, port: number): void {
  const owner = lifeOf(process.pid)
  const note = { clusterInode: inode(home), port, postmaster, owner }
  writeFileSync(join(home, 'running.json'), JSON.stringify(record.parse(note)))
}

export function running(home: string): Running | undefined {
  const file = join(home, 'running.json')
  if (!existsSync(file)) return undefined
  const { clusterInode, port, postmaster, owner } = record.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (clusterInode !== inode(home) || !isAlive(postmaster)) return undefined
  return { life: postmaster, port, hasLivingOwner: owner.pid !== process.pid && isAlive(owner) }
}

/** One program at a time makes, adopts or starts a cluster. Whoever was killed meanwhile is not waited for. */
export async function inTurn<T>(home: string, work: () => Promise<T>): Promise<T> {
  const file = join(home, 'turn.json')
  const mine = JSON.stringify(lifeOf(process.pid))
  while (!claimed(file, mine)) {
    const other = existsSync(file) ? life.safeParse(JSON.parse(readFileSync(file, 'utf8') || '{}')).data : undefined
    if (!other || !isAlive(other)) rmSync(file, { force: true })
    else await setTimeout(20)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function claimed(file: string, mine: string): boolean {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, mine)
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

/** Waits until it lets us in; recovery after a crash takes as long as it takes. False: it has ended. */
export async function answers(postmaster: Life, url: string): Promise<boolean> {
  for (; isAlive(postmaster); await setTimeout(15)) if (await letsUsIn(url)) return true
  return false
}

const notReady = ['ECONNREFUSED', 'ECONNRESET', '57P03']

async function letsUsIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && notReady.some((known) => known === error.code)) return false
    if (error instanceof Error && error.message === 'Connection terminated unexpectedly') return false
    throw error
  }
}

/** A fast shutdown: open transactions are rolled back, everything committed is written. */
export async function shutDown(home: string, postmaster: Life): Promise<void> {
  if (isAlive(postmaster)) process.kill(postmaster.pid, 'SIGINT')
  if (!(await untilGone(postmaster, 60_000))) {
    throw new Error(`PostgreSQL (process ${postmaster.pid}) did not stop within a minute`)
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

function inode(home: string): number {
  return statSync(join(home, 'cluster')).ino
}
