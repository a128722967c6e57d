import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { serviceNames } from '@buy-locals/contracts/operation'
import { cloneDatabase } from '@buy-locals/embedded-postgres/testing/database'
import { unmetNeeds, refuseUnfitDatabase, type DatabaseState } from '../src/database-fit.ts'
import { migrateAll, refuseUnfit } from '../src/migrate-all.ts'
import { command } from './command.ts'

const secret = 'of the tests'
const role = `newcomer_${process.pid}`
const { url, drop } = await cloneDatabase('empty', async () => {})
const database = new URL(url).pathname.slice(1)
const admin = new Client({ connectionString: url })
await admin.connect()
await admin.query(`create role ${role} login password 'of the tests'`)
afterAll(async () => {
  await admin.query(`reassign owned by ${role} to postgres; drop owned by ${role} cascade`)
  await admin.end()
  await drop()
  const cluster = new Client({ connectionString: inject('postgres') })
  await cluster.connect()
  await cluster.query(`drop owned by ${role} cascade; drop role ${role}`)
  await cluster.end()
})

const asNewcomer = new URL(url)
Object.assign(asNewcomer, { username: role, password: secret })
const refusal = () => refuseUnfit(asNewcomer.href).then(() => '', (error: Error) => error.message) // prettier-ignore

const fit: DatabaseState = {
  version: 160_000,
  serverVersion: '16.0',
  encoding: 'UTF8',
  isReadOnly: false,
  role: 'ada',
  database: 'shop',
  mayCreateRoles: true,
  mayCreateSchemas: true,
  foreignRoles: [],
  missingExtensions: [],
  displacedExtensions: [],
}

test('a database that is too old, or lacks an extension, the encoding or the right to write, is refused in a sentence that says what is needed', () => {
  expect(unmetNeeds(fit)).toEqual([])
  const old = { version: 150_018, serverVersion: '15.18 (Debian 15.18-0+deb12u1)', missingExtensions: ['cube'] }
  expect(unmetNeeds({ ...fit, ...old })).toEqual([
    'PostgreSQL 16 or newer is needed, and there is 15.18 (Debian 15.18-0+deb12u1).',
  ])
  expect(unmetNeeds({ ...fit, missingExtensions: ['btree_gist', 'cube'], encoding: 'LATIN1', isReadOnly: true })).toEqual([
    expect.stringContaining('takes no changes'),
    expect.stringContaining('UTF8 is needed, and the database has LATIN1'),
    expect.stringContaining('btree_gist, cube are needed'),
  ]) // prettier-ignore
})

test('a role without the rights is told all that it lacks, and nothing is made', async () => {
  const DATA_DIR = join(tmpdir(), `buy-locals-unfit-${process.pid}`)
  const started = await command('../main', [], { DATA_DIR, PORT: '0', DATABASE_URL: asNewcomer.href })
  expect(started.code).toBe(1)
  expect(started.err.trim().split('\n')).toHaveLength(1)
  expect(started.err).toContain(`ALTER ROLE "${role}" CREATEROLE`)
  expect(started.err).toContain(`GRANT CREATE ON DATABASE "${database}" TO "${role}"`)
  expect(started.err).not.toContain('of%20the%20tests')
  expect(existsSync(DATA_DIR)).toBe(false)
  const schemas = await admin.query(`select nspname from pg_namespace where nspname in ('auth', 'extensions')`)
  expect(schemas.rows).toEqual([])
})

test('a role that may create roles and schemas is enough', async () => {
  await migrateAllElsewhere()
  await admin.query(`alter role ${role} createrole; grant create on database ${escapeIdentifier(database)} to ${role}`)
  expect(await refusal()).toMatch(/The roles bl_auth, .* belong to somebody else/)
  const ours = serviceNames.flatMap((service) => [`bl_${service}`, `bl_${service}_owner`])
  await admin.query(`grant ${ours.join(', ')} to ${role} with admin option`)
  expect(await refusal()).toBe('')
  await migrateAll(asNewcomer.href, secret)
  expect(await refusal()).toBe('')
})

test('a server that does not answer is named without the password', async () => {
  const nowhere = 'postgres://ada:s3cret@127.0.0.1:9/shop'
  const refused = await refuseUnfitDatabase(nowhere, { roles: [], extensions: [] }).catch((error: Error) => error)
  expect(String(refused)).toMatch(/no connection to 127\.0\.0\.1:9\/shop/)
  expect(String(refused)).not.toContain('s3cret')
})

/** Roles belong to the whole cluster: other tests have made them, or are about to. */
async function migrateAllElsewhere(): Promise<void> {
  const other = await cloneDatabase('server', (template) => migrateAll(template, secret))
  await other.drop()
}
