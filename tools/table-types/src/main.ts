import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '@buy-locals/embedded-postgres/embedded-postgres'
import { migrate } from '@buy-locals/service-kit/migrate'
import { Client } from 'pg'
import { describe } from './describe.ts'

const services = ['auth', 'business', 'booking', 'payment', 'review', 'notification'] as const
const extensions = ['btree_gist', 'btree_gin', 'pg_trgm', 'unaccent', 'citext', 'cube', 'earthdistance']
const root = fileURLToPath(new URL('../../../', import.meta.url))

const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-table-types-'))
const postgres = await startPostgres({ dataDir, fsync: false })
await mkdir(join(dataDir, 'no-migrations'))
try {
  for (const service of services) {
    const folder = join(root, 'services', service, 'migrations')
    if (existsSync(folder)) await writeTypes(service, folder)
  }
} finally {
  await postgres.stop()
  await rm(dataDir, { recursive: true })
}

async function writeTypes(service: (typeof services)[number], folder: string): Promise<void> {
  const url = new URL(postgres.url)
  url.pathname = `tables_of_${service}`
  await query(postgres.url, `create database tables_of_${service}`)
  const wanted = { service, secret: 'of nobody', extensions }
  await migrate(url.href, { ...wanted, folder: join(dataDir, 'no-migrations') })
  const kitTables = await query(url.href, `select tablename from pg_tables where schemaname = '${service}' order by 1`)
  await migrate(url.href, { ...wanted, folder })
  const source = await describe(url.href, service, kitTables)
  await mkdir(join(root, 'services', service, 'src/persistence'), { recursive: true })
  await writeFile(join(root, 'services', service, 'src/persistence/database.ts'), source)
}

/** The first column of the answer. */
async function query(url: string, text: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Record<string, string>>(text)
  await client.end()
  return rows.flatMap((row) => Object.values(row))
}
