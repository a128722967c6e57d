import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { KitTables } from '../src/kit-tables.ts'
import { upsertNewer } from '../src/projection.ts'
import { connect } from '../src/database.ts'
import { cloneDatabase } from '@buy-locals/embedded-postgres/testing/database'

type Shop = { id: string; day: string; name: string; sequence: number }
type Database = KitTables & { shops: Shop }

const { url, drop } = await cloneDatabase('projection', async () => {})
const db = connect<Database>(url, { applicationName: 'projection' })
beforeAll(() =>
  sql`create table shops (id text, day date, name text, sequence bigint, primary key (id, day))`.execute(db),
)
afterAll(async () => {
  await db.destroy()
  await drop()
})

const day = '2026-03-20'
const shop = (id: string, name: string, sequence: number): Shop => ({ id, day, name, sequence })
const project = (...rows: Shop[]) => db.transaction().execute((tx) => upsertNewer(tx, 'shops', ['id', 'day'], ...rows))
const names = async (id: string) =>
  (await db.selectFrom('shops').select('name').where('id', '=', id).execute()).map(({ name }) => name)

test('a projection has what the newest event says, in whatever order events arrive', async () => {
  await project(shop('one', 'second', 2))
  await project(shop('one', 'first', 1))
  expect(await names('one')).toEqual(['second'])
  await project(shop('one', 'third', 3))
  await project(shop('one', 'third, once more', 3))
  expect(await names('one')).toEqual(['third'])
})

test('of several rows at once each is compared with its own', async () => {
  await project(shop('two', 'old', 1), shop('three', 'newer', 5))
  await project(shop('two', 'new', 2), shop('three', 'late', 4), shop('four', 'only', 1))
  expect([await names('two'), await names('three'), await names('four')]).toEqual([['new'], ['newer'], ['only']])
  await project()
})
