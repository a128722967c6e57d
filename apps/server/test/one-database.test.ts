import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { serviceUrl } from '@buy-locals/service-kit/migrate'
import { parseConfig } from '../src/config.ts'
import { claimDatabase } from '../src/one-server.ts'
import { start } from '../src/start.ts'
import { ownFolder } from '../src/testing/folder.ts'
import { folderOnSharedCluster } from '../src/testing/shared-cluster.ts'
import { startMain } from './start-main.ts'

const settings = { PORT: '0', DEMO: '0', PAYMENTS: 'off', LOG_LEVEL: 'silent', PROCESSES: '1' }

async function openFolder() {
  const { environment, [Symbol.asyncDispose]: dispose } = await folderOnSharedCluster()
  const { DATA_DIR, DATABASE_URL = '' } = environment
  return { environment: { DATA_DIR, DATABASE_URL }, url: DATABASE_URL, [Symbol.asyncDispose]: dispose }
}

const isFree = (url: string) =>
  claimDatabase(url, { patienceMs: 0 }).then(
    async ({ release }) => (await release(), true),
    () => false,
  )

test('a second server on one database is refused in words that say what to do, and changes nothing', async () => {
  await using folder = await openFolder()
  await using other = await ownFolder()
  const first = await start(parseConfig({ ...settings, ...folder.environment }))
  // The second one has a secret of its own: with its passwords the first would be locked out.
  const signIn = async () => {
    const client = new Client({ connectionString: serviceUrl(folder.url, 'auth', first.secrets.database) })
    await client.connect()
    await client.end()
  }
  const DATA_DIR = join(other.environment.DATA_DIR, 'second')
  const second = start(parseConfig({ ...settings, DATA_DIR, DATABASE_URL: folder.url }))
  const refusal = await second.then(() => '', (error: Error) => error.message) // prettier-ignore
  expect(refusal).toMatch(
    /^DATABASE_URL: another server runs on the database at 127\.0\.0\.1:\d+\/\w+: stop it, or set /,
  )
  expect(refusal).toMatch(/ROLE=web or ROLE=worker, one REDIS_URL and the same secrets: docs\/running\.md/)
  expect(existsSync(DATA_DIR)).toBe(false)
  await signIn()
  await first.close()
})

test('a server takes its database again while the one before it is still ending', async () => {
  await using folder = await openFolder()
  const config = parseConfig({ ...settings, ...folder.environment })
  const first = await start(config)
  const second = start(config)
  await setTimeout(1_000)
  const [, again] = await Promise.all([first.close(), second])
  expect((await fetch(`${again.url}/v1/markets`)).status).toBe(200)
  await again.close()
  expect(await isFree(folder.url)).toBe(true)
})

test('a server of several processes that was killed takes its database again', async () => {
  await using folder = await openFolder()
  const environment = { ...settings, ...folder.environment, PROCESSES: '2' }
  const killed = startMain(environment)
  await killed.isOpen()
  expect(await isFree(folder.url)).toBe(false)
  killed.child.kill('SIGKILL')
  const again = startMain(environment)
  await again.isOpen()
  expect(await isFree(folder.url)).toBe(false)
  again.child.kill('SIGTERM')
  expect(await again.ended).toBe(0)
})

test('a server whose connection has broken has its database again as soon as it can', async () => {
  await using folder = await openFolder()
  const claim = await claimDatabase(folder.url)
  const admin = new Client({ connectionString: folder.url })
  await admin.connect()
  const readLockers = async () => {
    const locks = `select pid from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`
    return (await admin.query<{ pid: number }>(locks)).rows.map(({ pid }) => pid)
  }
  const [broken] = await readLockers()
  await admin.query('select pg_terminate_backend($1)', [broken])
  await expect.poll(async () => (await readLockers()).filter((pid) => pid !== broken)).toHaveLength(1)
  await claim.release()
  expect(await readLockers()).toEqual([])
  await admin.end()
})

test('a server whose database was taken meanwhile by another learns it', async () => {
  await using folder = await openFolder()
  const { promise: lost, resolve: onLost } = Promise.withResolvers<Error>()
  const claim = await claimDatabase(folder.url, { onLost, lostAfterMs: 0 })
  const other = new Client({ connectionString: folder.url })
  await other.connect()
  const lock = `pg_advisory_lock(hashtextextended('buy-locals server', 0))`
  const taken = other.query(`select ${lock}`) // waits in line before whoever claims it again
  const admin = new Client({ connectionString: folder.url })
  await admin.connect()
  const locks = `from pg_locks where locktype = 'advisory'
    and database = (select oid from pg_database where datname = current_database())`
  await expect.poll(async () => (await admin.query(`select ${locks} and not granted`)).rowCount).toBe(1)
  await admin.query(`select pg_terminate_backend(pid) ${locks} and granted`)
  await taken
  expect((await lost).message).toMatch(/^DATABASE_URL: another server has taken the database at 127\.0\.0\.1:\d+\//)
  await other.end()
  await admin.end()
  await claim.release()
})
