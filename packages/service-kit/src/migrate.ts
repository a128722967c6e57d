import { createHash, createHmac } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import type { ServiceName } from '@buy-locals/contracts/operation'
import { schemaAndRoles } from './schema-and-roles.ts'

type Options = {
  service: ServiceName
  folder: URL | string
  /** What the passwords of all services' roles are derived from. */
  secret: string
  extensions?: readonly string[]
}

const kitFolder = new URL('../migrations/', import.meta.url)

/** Migrates one service's schema: its roles, the kit's tables, then its own files, each in a transaction of its own. Returns the files that were applied. */
export async function migrate(
  adminUrl: string,
  { service, folder, secret, extensions = [] }: Options,
): Promise<string[]> {
  const admin = new Client({ connectionString: adminUrl, application_name: `migrate ${service}` })
  await admin.connect()
  try {
    await admin.query(`select pg_advisory_lock(hashtextextended('buy-locals migrations', 0))`)
    await admin.query(schemaAndRoles(service, passwordOf(service, secret)))
    for (const name of extensions) {
      await admin.query(`create extension if not exists ${escapeIdentifier(name)} schema extensions`)
    }
    const files = [...(await filesIn('kit', kitFolder)), ...(await filesIn(service, folder))]
    return await applyPending(admin, service, files)
  } finally {
    await admin.end()
  }
}

/** The address for the service itself: its own role, which sees its own schema alone. */
export function serviceUrl(adminUrl: string, service: ServiceName, secret: string): string {
  const url = new URL(adminUrl)
  url.username = `bl_${service}`
  url.password = passwordOf(service, secret)
  return url.href
}

const passwordOf = (service: ServiceName, secret: string) =>
  createHmac('sha256', secret).update(`bl_${service}`).digest('base64url')

type Migration = { name: string; sql: string; hash: string }

async function filesIn(prefix: string, folder: URL | string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(typeof folder === 'string' ? `${folder}/${name}` : new URL(name, folder), 'utf8')
      return { name: `${prefix}/${name}`, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** One file of a service by itself, whether or not it has been applied: for tests of what it does to rows. */
export async function runMigration(adminUrl: string, service: ServiceName, file: URL): Promise<void> {
  const admin = new Client({ connectionString: adminUrl, application_name: `migrate ${service}` })
  await admin.connect()
  try {
    await admin.query(`begin; ${asOwner(service)};\n${await readFile(file, 'utf8')}\n; commit`)
  } finally {
    await admin.end()
  }
}

const asOwner = (service: ServiceName) =>
  `set local role bl_${service}_owner; set local search_path = ${service}, extensions`

async function applyPending(admin: Client, service: ServiceName, files: Migration[]): Promise<string[]> {
  const recorded = await admin.query<{ name: string; hash: string }>(`select name, hash from ${service}.migrations`)
  const applied = new Map(recorded.rows.map(({ name, hash }) => [name, hash]))
  const edited = files.filter(({ name, hash }) => applied.has(name) && applied.get(name) !== hash)
  if (edited.length)
    throw new Error(`Migrations are never edited, but these were: ${edited.map(({ name }) => name).join(', ')}`)
  const pending = files.filter(({ name }) => !applied.has(name))
  // One message is one transaction: a file that fails in the middle leaves nothing behind.
  for (const { name, sql, hash } of pending) {
    await admin
      .query(
        `begin; ${asOwner(service)};\n${sql}\n; set local role none; ` +
          `insert into ${service}.migrations (name, hash) values (${escapeLiteral(name)}, ${escapeLiteral(hash)}); commit`,
      )
      .catch(async (error: unknown) => {
        await admin.query('rollback')
        throw new Error(`Migration ${name} failed`, { cause: error })
      })
  }
  return pending.map(({ name }) => name)
}
