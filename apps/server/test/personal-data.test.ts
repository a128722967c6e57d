import { cloneDatabase } from '@buy-locals/embedded-postgres/testing/database'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { migrateAll } from '../src/migrate-all.ts'
import { serviceNames } from '@buy-locals/contracts/operation'
import { readDeclarations } from './personal-data.ts'

async function listColumns(): Promise<string[]> {
  const { url, drop } = await cloneDatabase('personal data', (template) => migrateAll(template, 'of the tests'))
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ place: string }>(
    `select table_schema || '.' || table_name || '.' || column_name as place from information_schema.columns where table_schema = any($1)`,
    [serviceNames],
  )
  await client.end()
  await drop()
  return rows.map(({ place }) => place)
}

test('every column is declared as erased, kept for a reason, or about nobody', async () => {
  const declared = (await readDeclarations()).map(({ place }) => place).filter((place) => /^\w+\.\w+\.\w+$/.test(place))
  expect(declared.toSorted()).toEqual((await listColumns()).toSorted())
})

test('a declaration says what becomes of the data, and why it stays', async () => {
  const outcome = /^(erased(: .{10,})?|kept because .{10,}|no person(: .{10,})?)$/
  expect((await readDeclarations()).filter((declared) => !outcome.test(declared.outcome))).toEqual([])
})
