import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, gzipSync, zstdDecompressSync } from 'node:zlib'
import { Client } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { onTestFinished } from 'vitest'
import { serviceNames } from '@buy-locals/contracts/operation'
import { startPostgres } from '@buy-locals/embedded-postgres/embedded-postgres'
import { migrateAll } from '../src/migrate-all.ts'
import { readSecrets } from '../src/secrets.ts'

/**
 * `files.tar.zst` holds the DATA_DIR (`data/`) that the program of commit d33c086 left behind when it was killed, and the
 * backup (`backup.tar`) that the same program's `npm run backup` made of it afterwards; `facts.json` what was in it at
 * that moment. A script used that program through its API, once with every consumer at work and then with outboxes and
 * jobs stopped one after another, so that events are unsent and jobs due. PostgreSQL was stopped in order. To be small
 * it lost its template databases and old log segments; the backup was unzipped, so that both are packed as one.
 */
const fixture = new URL('fixtures/kept-data/', import.meta.url)

type Money = { amount: number; currency: string }
type KeptBooking = {
  id: `bkg_${string}`
  status: string
  version: number
  refundShare: number | null
  price: number
  partySize: number
  start: string
  consumerId: string
  note: string | null
  /** Of its receipt; absent where nothing was paid. */
  receipt?: number
}
export type Facts = {
  stoppedAt: string
  password: string
  marketId: `mkt_${string}`
  businessId: `biz_${string}`
  secondId: `biz_${string}`
  services: Record<'haircut' | 'lesson', `svc_${string}`>
  people: Record<string, { id: string; memberships: { scope: string; role: string }[] }>
  refreshToken: string
  guest: { bookingId: `bkg_${string}`; token: string }
  guestPaid: { bookingId: `bkg_${string}`; token: string }
  idempotent: { key: string; by: string | null; body: unknown; answer: { id: string } }[]
  reviews: Record<'handled' | 'unsent', string>
  bookings: Record<string, KeptBooking>
  unsent: { service: string; id: string; type: string; subject: string }[]
  jobs: { service: string; kind: string; key: string; runAt: string }[]
  counts: Record<string, Record<string, number>>
  ledger: { entries: number; total: string }
  balance: Record<'held' | 'frozen' | 'released' | 'owed', Money>
  mails: number
}

/** Jobs that did not exist when the folder was left. */
export const addedByMigrations = [
  'booking.publish-complaints',
  'business.reindex-all',
  'business.remove-orphans',
  'review.remove-orphans',
]

export const readFacts = async () => JSON.parse(await readFile(new URL('facts.json', fixture), 'utf8')) as Facts

const run = promisify(execFile)

/** The DATA_DIR and the backup, in a folder that goes with the test. */
export async function unpackFixture(): Promise<{ folder: string; dataDir: string; backup: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'buy-locals-kept-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const packed = await readFile(new URL('files.tar.zst', fixture))
  const params = { [constants.ZSTD_d_windowLogMax]: 27 }
  await writeFile(join(folder, 'all.tar'), zstdDecompressSync(packed, { params }))
  await run('tar', ['-xpf', join(folder, 'all.tar'), '-C', folder])
  await rm(join(folder, 'all.tar'))
  const backup = join(folder, 'backup.tar.gz')
  await writeFile(backup, gzipSync(await readFile(join(folder, 'backup.tar')), { level: 1 }))
  return { folder, dataDir: join(folder, 'data'), backup }
}

/** However much later this test runs: for whoever opens the folder, it is the moment at which the old program stopped. */
export async function turnClockBack(dataDir: string, { stoppedAt }: Facts): Promise<void> {
  const by = Temporal.Now.instant().until(stoppedAt).round('second').toString()
  await writeFile(join(dataDir, 'test-clock.json'), JSON.stringify(by))
}

export type Contents = {
  /** Of each schema how many rows its tables have, without the tables' names. What is empty or unlogged is left out, and the slugs, which a migration copies from the businesses. */
  counts: Record<string, number[]>
  outbox: { service: string; id: string; type: string }[]
  jobs: { service: string; kind: string; key: string; due: boolean; lastError: string | null }[]
  inbox: { service: string; consumer: string; eventId: string }[]
  ledger: Facts['ledger']
}

/** The schemas in their newest form and nothing else: no event is sent and no job has run yet. */
export async function migrateAlone(dataDir: string, facts: Facts): Promise<Contents> {
  await mkdir(dataDir, { recursive: true })
  const postgres = await startPostgres({ dataDir })
  try {
    await migrateAll(postgres.url, (await readSecrets(dataDir, {})).database)
    return await contentsOf(postgres.url, facts.stoppedAt)
  } finally {
    await postgres.stop()
  }
}

export async function contentsOfRunning(dataDir: string, now: string): Promise<Contents> {
  const { port } = JSON.parse(await readFile(join(dataDir, 'postgres/running.json'), 'utf8')) as { port: number }
  const password = await readFile(join(dataDir, 'postgres/password'), 'utf8')
  return contentsOf(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`, now)
}

async function contentsOf(url: string, now: string): Promise<Contents> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const all = async <T extends object>(text: (schema: string) => string, values: unknown[] = []) => {
    const found: (T & { service: string })[] = []
    for (const service of serviceNames) {
      const { rows } = await client.query<T>(text(service), values)
      found.push(...rows.map((row) => ({ ...row, service })))
    }
    return found
  }
  const tables = await all<{ name: string }>(
    (schema) => `select oid::regclass::text as name from pg_class
      where relnamespace = '${schema}'::regnamespace and relkind = 'r' and relpersistence = 'p' and relname not in ('migrations', 'slugs', 'ledger_sums', 'customers')`,
  )
  const counts: Contents['counts'] = {}
  for (const { service, name } of tables) {
    const only = name.endsWith('.jobs') ? ` where kind <> all('{${addedByMigrations.join(',')}}')` : ''
    const { rows } = await client.query<{ n: number }>(`select count(*)::integer as n from ${name}${only}`)
    if (rows[0]?.n) (counts[service] ??= []).push(rows[0].n)
  }
  const ledger = await client.query<Facts['ledger']>(
    'select count(*)::integer as entries, coalesce(sum(abs(amount)), 0)::text as total from payment.ledger_entries',
  )
  const contents = {
    counts: Object.fromEntries(Object.entries(counts).map(([name, list]) => [name, list.toSorted((a, b) => a - b)])),
    outbox: await all<{ id: string; type: string }>((schema) => `select id, type from ${schema}.outbox`),
    jobs: await all<{ kind: string; key: string; due: boolean; lastError: string | null }>(
      (schema) => `select kind, key, run_at <= $1::timestamptz as due, last_error as "lastError" from ${schema}.jobs`,
      [now],
    ),
    inbox: await all<{ consumer: string; eventId: string }>(
      (schema) => `select consumer, event_id as "eventId" from ${schema}.inbox`,
    ),
    ledger: ledger.rows[0] ?? { entries: 0, total: '0' },
  }
  await client.end()
  return contents
}
