import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '@buy-locals/embedded-postgres/embedded-postgres'
import { serviceNames, type ServiceName } from '@buy-locals/contracts/operation'
import { migrateService } from '@buy-locals/server/migrate-all'
import { migrate } from '@buy-locals/service-kit/migrate'
import { Client } from 'pg'
import { tableTypes } from './table-types.ts'

const secret = 'of nobody'
const root = fileURLToPath(new URL('../../../', import.meta.url))

const dataDir = await mkdtemp(join(tmpdir(), 'buy-locals-table-types-'))
try {
  await writeAll()
} finally {
  await rm(dataDir, { recursive: true })
}

async function writeAll(): Promise<void> {
  const noMigrations = join(dataDir, 'no-migrations')
  await mkdir(noMigrations)
  const postgres = await startPostgres({ dataDir, fsync: false })
  try {
    for (const service of serviceNames) {
      const url = new URL(postgres.url)
      url.pathname = `tables_of_${service}`
      await query(postgres.url, `create database tables_of_${service}`)
      await writeTypes(service, url.href, noMigrations)
    }
  } finally {
    await postgres.stop()
  }
}

async function writeTypes(service: ServiceName, url: string, noMigrations: string): Promise<void> {
  await migrate(url, { service, secret, folder: noMigrations })
  const kitTables = await query(url, `select tablename from pg_tables where schemaname = '${service}' order by 1`)
  await migrateService(url, secret, service)
  const source = await tableTypes(url, service, kitTables)
  await writeFile(join(root, 'services', service, 'src/persistence/database.ts'), source)
}

/** The first column of the result. */
async function query(url: string, text: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Record<string, string>>(text)
  await client.end()
  return rows.flatMap((row) => Object.values(row))
}
