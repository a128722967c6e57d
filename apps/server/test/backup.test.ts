import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { api } from '@buy-locals/api-client/api'
import { login, readMe } from '@buy-locals/contracts/auth/operations'
import { readBusiness, registerBusiness } from '@buy-locals/contracts/business/operations'
import { serviceNames } from '@buy-locals/contracts/operation'
import { onboardPayee } from '@buy-locals/contracts/payment/operations'
import { startPostgres, version } from '@buy-locals/embedded-postgres/embedded-postgres'
import { manifestName, pack } from '../src/backup/backup-file.ts'
import { restoreBackup } from '../src/backup/restore-backup.ts'
import { ownFolder } from '../src/testing/folder.ts'
import { command } from './command.ts'
import { password, startServer } from './support.ts'

const shop = {
  categories: ['shop' as const],
  address: { city: 'Boise', country: 'US' },
  location: { lat: 43.6, lon: -116.2 },
}

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'buy-locals-backup-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

/** Stopped with its folder when the test says so, or ends before. */
async function open(changes: Record<string, string> = {}) {
  const server = await startServer({ DEMO: '0', ...changes }, { openFolder: ownFolder })
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= server[Symbol.asyncDispose]())
  onTestFinished(stop)
  return { server, stop }
}

async function superuserUrl(dataDir: string): Promise<string> {
  const { port } = JSON.parse(await readFile(join(dataDir, 'postgres/running.json'), 'utf8')) as { port: number }
  return `postgres://postgres:${await readFile(join(dataDir, 'postgres/password'), 'utf8')}@127.0.0.1:${port}/postgres`
}

/** Of every table how many rows it has and what is in them. Counters of throttles are not logged: they begin anew after a crash as well. */
async function contentsOf(url: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where nspname = any($1) and relkind = 'r' and relname <> 'throttles' order by 1`,
    [serviceNames],
  )
  const contents: Record<string, string> = {}
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ text: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as text from ${name} t`,
    )
    contents[name] = rows[0]?.text ?? ''
  }
  await client.end()
  return contents
}

const booksOf = (dataDir: string) => {
  const books = new DatabaseSync(join(dataDir, 'stripe/books.sqlite'), { readOnly: true })
  const rows = books.prepare('select id, document from objects order by id').all()
  books.close()
  return rows
}

test('a backup of a running server, restored on a new folder, has the same data, and people sign in', async () => {
  const [{ server: before, stop }, stored] = [await open(), await folder()]
  await before.market()
  const owner = await before.someone('Owen Owner')
  const business = await owner.call(registerBusiness, { body: { name: 'The Last Shop', ...shop } })
  await owner.call(onboardPayee, { params: { businessId: business.id } })
  await before.drain()
  const photo = 'media/photos/pho_1/f00-320.webp'
  for (const path of [photo, 'media/unfinished/half']) {
    await mkdir(join(before.dataDir, dirname(path)), { recursive: true })
    await writeFile(join(before.dataDir, path), 'of a photo')
  }

  const file = join(stored, 'all.tar.gz')
  const made = await command('backup', [file], { DATA_DIR: before.dataDir })
  expect(made).toMatchObject({ code: 0, err: '' })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const expected = await contentsOf(await superuserUrl(before.dataDir))
  expect(Object.keys(expected).length).toBeGreaterThan(40)
  const again = await command('backup', [file], { DATA_DIR: before.dataDir })
  expect(again.err).toContain('is there already')

  const dataDir = join(stored, 'data')
  expect(await command('restore', [file], { DATA_DIR: dataDir })).toMatchObject({ code: 0, err: '' })
  expect(await readFile(join(dataDir, photo), 'utf8')).toBe('of a photo')
  expect(await readdir(join(dataDir, 'media'))).toEqual(['photos'])
  const postgres = await startPostgres({ dataDir })
  expect(await contentsOf(postgres.url)).toEqual(expected)
  await postgres.stop()
  expect(booksOf(dataDir)).toEqual(booksOf(before.dataDir))
  await stop()

  const { server: after } = await open({ DATA_DIR: dataDir })
  const { session } = await api({ baseUrl: after.url })(login, {
    body: { email: 'owen.owner@example.com', password },
  })
  const call = api({ baseUrl: after.url, headers: () => ({ authorization: `Bearer ${session.accessToken}` }) })
  expect((await call(readMe, {})).memberships).toEqual([{ scope: business.id, role: 'owner' }])
  expect(await call(readBusiness, { params: { businessId: business.id } })).toMatchObject({ name: 'The Last Shop' })
})

test('a backup under load has everything that was acknowledged before it began', async () => {
  const [{ server, stop }, stored] = [await open(), await folder()]
  await server.market()
  const owner = await server.someone('Owen Owner')
  const register = (n: number) => owner.call(registerBusiness, { body: { name: `Shop ${n}`, ...shop } })
  const first = await Promise.all([1, 2, 3].map(register))
  let isWriting = true
  const writing = (async () => {
    for (let n = 4; isWriting; n += 1) await register(n)
  })()
  const file = join(stored, 'all.tar.gz')
  expect(await command('backup', [file], { DATA_DIR: server.dataDir })).toMatchObject({ code: 0 })
  isWriting = false
  await writing
  await stop()

  const dataDir = join(stored, 'data')
  expect(await command('restore', [file], { DATA_DIR: dataDir })).toMatchObject({ code: 0 })
  const { server: after } = await open({ DATA_DIR: dataDir })
  await after.drain()
  const again = await after.someone('Owen Owner')
  const scopes = (await again.call(readMe, {})).memberships.map(({ scope }) => scope)
  expect(scopes).toEqual(expect.arrayContaining(first.map(({ id }) => id)))
})

test('a restore overwrites nothing, and a backup says what it cannot hold', async () => {
  const stored = await folder()
  const refused = await command('restore', ['missing.tar.gz'], { DATA_DIR: stored.replace(/[^/]+$/, '') })
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('is not empty') as string })
  expect(await command('backup', [join(stored, 'x.tar.gz')], { DATA_DIR: stored })).toMatchObject({
    code: 1,
    err: expect.stringContaining('holds nothing of Buy Locals') as string,
  })
  expect(await command('backup', [], { DATA_DIR: stored })).toMatchObject({
    code: 1,
    err: expect.stringContaining('FILE') as string,
  })
})

test('a file with a link in it is no backup: nothing outside of the folder changes hands', async () => {
  const [from, to] = [await folder(), await folder()]
  const stranger = join(await folder(), 'stranger')
  await writeFile(stranger, 'mine', { mode: 0o600 })
  await writeFile(join(from, manifestName), JSON.stringify({ kind: 'buy-locals backup', postgres: version }))
  await mkdir(join(from, 'postgres/cluster'), { recursive: true })
  await symlink(stranger, join(from, 'postgres/cluster/evil'))
  const file = join(to, 'evil.tar')
  await pack(from, file)
  const { uid } = await stat(stranger)
  await expect(restoreBackup({ file, dataDir: join(to, 'data') })).rejects.toThrow('neither a file nor a folder')
  expect((await stat(stranger)).uid).toBe(uid)
})
