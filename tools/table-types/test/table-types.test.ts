import { Client } from 'pg'
import { cloneDatabase } from '@buy-locals/embedded-postgres/testing/database'
import { expect, test } from 'vitest'
import { tableTypes } from '../src/table-types.ts'

test('columns are described as the kit reads and writes them, and the tables of the kit are left out', async () => {
  const { url, drop } = await cloneDatabase('table types', async (template) => {
    const client = new Client({ connectionString: template })
    await client.connect()
    await client.query(`
      create schema salon;
      create table salon.outbox (id text primary key);
      create table salon.visits (
        id text primary key, starts_at timestamptz not null, day date not null, price bigint not null,
        note text, seats integer not null default 1, policy jsonb not null, staff text[] not null
      )`)
    await client.end()
  })
  const source = await tableTypes(url, 'salon', ['outbox'])
  await drop()
  expect(source.slice(source.indexOf('interface Visits'))).toBe(`interface Visits {
  day: string
  id: string
  note: string | null
  policy: ColumnType<unknown, string, string>
  price: number
  seats: Generated<number>
  staff: string[]
  starts_at: Temporal.Instant
}

export type Database = KitTables & {
  visits: Visits
}
`)
})
