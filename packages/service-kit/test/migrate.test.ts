import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { migrate, serviceUrl } from '../src/migrate.ts'
import { cloneDatabase } from '@buy-locals/embedded-postgres/testing/database'

const secret = 'of the tests'

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql)
  return folder
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const result = client.query<Record<string, unknown>>(text)
  const [outcome] = await Promise.allSettled([result])
  await client.end()
  if (outcome.status === 'rejected') throw outcome.reason
  const responses = [outcome.value].flat()
  return responses.flatMap(({ rows }) => rows.map((row) => Object.values(row)[0]))
}

const empty = async () => {}
const places = `create table places (name text); create table deeds (name text); select append_only('deeds')`

test('a service has its rows and nothing else: no table of another, no change to what is only added to, no table of its own making', async () => {
  const { url, drop } = await cloneDatabase('empty', empty)
  const folder = await folderWith({ '001_places.sql': places })
  await migrate(url, { service: 'booking', folder, secret, extensions: ['btree_gist'] })
  await migrate(url, { service: 'payment', folder, secret })
  const booking = serviceUrl(url, 'booking', secret)
  await query(
    booking,
    `insert into places values ('found'); insert into deeds values ('done'); update places set name = 'there'`,
  )
  expect(await query(booking, `select name from places`)).toEqual(['there'])
  for (const sql of [
    `update deeds set name = 'undone'`,
    `delete from deeds`,
    `truncate deeds`,
    `delete from audit`,
    `select * from payment.places`,
    `create table mine ()`,
    `create table public.mine ()`,
    `drop table places`,
    `update migrations set hash = ''`,
    `set role bl_booking_owner`,
  ]) {
    await expect(query(booking, sql)).rejects.toThrow(/permission denied|must be owner/)
  }
  await drop()
})

test('what was applied is applied once, and may not be edited', async () => {
  const { url, drop } = await cloneDatabase('empty', empty)
  const files = { '001_places.sql': places, '002_more.sql': 'alter table places add column size int' }
  const expected = { service: 'review', secret, folder: await folderWith(files) } as const
  const applied = await migrate(url, expected)
  expect(applied.slice(-2)).toEqual(['review/001_places.sql', 'review/002_more.sql'])
  expect(await migrate(url, expected)).toEqual([])
  const edited = await folderWith({ ...files, '001_places.sql': `${places};` })
  await expect(migrate(url, { ...expected, folder: edited })).rejects.toThrow('review/001_places.sql')
  await drop()
})

test('a migration that fails in the middle leaves nothing behind, those before it stay', async () => {
  const { url, drop } = await cloneDatabase('empty', empty)
  const folder = await folderWith({ '001_a.sql': 'create table a ()', '002_b.sql': 'create table b (); select 1/0' })
  await expect(migrate(url, { service: 'review', folder, secret })).rejects.toThrow('review/002_b.sql')
  const tables = `select tablename from pg_tables where schemaname = 'review' and tablename in ('a', 'b')`
  expect(await query(url, tables)).toEqual(['a'])
  await drop()
})

test('several processes and several databases may begin at once', async () => {
  const folder = await folderWith({ '001_a.sql': 'create table a ()' })
  const databases = await Promise.all([1, 2, 3].map(() => cloneDatabase('empty', empty)))
  const urls = databases.flatMap(({ url }) => [url, url])
  const applied = await Promise.all(urls.map((url) => migrate(url, { service: 'auth', folder, secret })))
  const names = [...new Set(applied.flat())]
  expect(names).toEqual(expect.arrayContaining(['auth/001_a.sql', 'kit/001_kit.sql', 'kit/002_glossary.sql']))
  expect(applied.flat().toSorted()).toEqual(names.flatMap((name) => [name, name, name]).toSorted())
  await Promise.all(databases.map(({ drop }) => drop()))
})
