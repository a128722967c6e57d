import { statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { z } from 'zod'
import { withTurn } from '@buy-locals/embedded-postgres/postmaster'
import { identifyProcess, isAlive } from '@buy-locals/embedded-postgres/process-identity'
import { placeOf } from './database-fit.ts'
import { readJsonFile, writeAtomically } from './files.ts'

/** With the folder's inode: a note that was copied with the folder speaks of another one. */
const note = z.object({ inode: z.number(), server: z.object({ pid: z.number(), began: z.string() }) })

export type Claim = { release(): Promise<void> }

/** One server at a time has a folder. Commands such as a backup work beside it; a note of a server that was killed is passed over. */
export async function claimDataDir(dataDir: string): Promise<Claim> {
  const file = join(dataDir, 'server.json')
  const inode = statSync(dataDir).ino
  await withTurn(dataDir, async () => {
    const other = await readJsonFile(file, note, 'remove it, once no server runs on this folder')
    if (other?.inode === inode && isAlive(other.server))
      throw new Error(
        `A server is running on ${dataDir} (process ${other.server.pid}): stop it, or set another DATA_DIR`,
      )
    await writeAtomically(file, JSON.stringify({ inode, server: identifyProcess(process.pid) }))
  })
  return { release: () => rm(file, { force: true }) }
}

type Options = {
  patienceMs?: number
  signal?: AbortSignal
  /** The connection broke, and another server has the database now. */
  onLost?: (error: Error) => void
  /** Until then the lock may be that of our own broken connection, which PostgreSQL has not noticed yet. */
  lostAfterMs?: number
}

/**
 * On a database that others look after one server that does everything begins at a time: it sets the passwords of the
 * services' roles. One that is being stopped is waited for; one that was killed has lost its claim with its connection, and
 * one whose connection breaks claims it again as soon as nobody else has it.
 */
export async function claimDatabase(url: string, options: Options = {}): Promise<Claim> {
  const { patienceMs = 12_000, signal, onLost, lostAfterMs = 90_000 } = options
  let isReleased = false
  let connection: Client | undefined
  const claim = async () => {
    connection = await lockedConnection(url)
    if (isReleased) await connection?.end()
    else connection?.once('end', () => void claimAgain())
    return connection !== undefined
  }
  const claimAgain = async () => {
    let refusedAt: number | undefined
    while (!isReleased) {
      const isClaimed = await claim().catch(() => undefined) // where it cannot be reached nobody knows whose it is
      if (isClaimed) return
      refusedAt = isClaimed === false ? (refusedAt ?? performance.now()) : undefined
      if (refusedAt && performance.now() - refusedAt > lostAfterMs)
        return onLost?.(new Error(`DATABASE_URL: another server has taken the database at ${placeOf(url)}`))
      await setTimeout(1_000, undefined, { ref: false })
    }
  }
  for (const until = performance.now() + patienceMs; !(await claim()); await setTimeout(200, undefined, { signal }))
    if (performance.now() > until)
      throw new Error(
        `DATABASE_URL: another server runs on the database at ${placeOf(url)}: stop it, or set another DATABASE_URL. ` +
          'Several machines on one database have ROLE=web or ROLE=worker, one REDIS_URL and the same secrets: docs/running.md, "Several machines"',
      )
  return {
    release: async () => {
      isReleased = true
      await connection?.end()
    },
  }
}

/** Undefined where another server has the lock. A machine that has vanished without a word is noticed within a minute. */
async function lockedConnection(url: string): Promise<Client | undefined> {
  const client = new Client({ connectionString: url, application_name: 'server', connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // its end is noticed
  await client.connect()
  await client.query(
    'set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3; set idle_session_timeout = 0',
  )
  const { rows } = await client.query<{ isLocked: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('buy-locals server', 0)) as "isLocked"`,
  )
  if (rows[0]?.isLocked) return client
  await client.end()
  return undefined
}
