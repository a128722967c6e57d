import { cloneDatabase } from '@buy-locals/embedded-postgres/testing/database'
import { sql } from 'kysely'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { migrateAll } from '../src/migrate-all.ts'
import { serviceNames } from '@buy-locals/contracts/operation'
import { systemClock } from '@buy-locals/service-kit/clock'
import { connect } from '@buy-locals/service-kit/database'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'
import { serviceUrl } from '@buy-locals/service-kit/migrate'
import { applyRetention, kitRetention, selectOver } from '@buy-locals/service-kit/retention'
import { retention as auth } from '@buy-locals/auth/persistence/retention'
import { retention as booking } from '@buy-locals/booking/persistence/retention'
import { retention as business } from '@buy-locals/business/persistence/retention'
import { retention as notification } from '@buy-locals/notification/persistence/retention'
import { retention as payment } from '@buy-locals/payment/persistence/retention'
import { retention as review } from '@buy-locals/review/persistence/retention'
import { readDeclarations, readRetention } from './personal-data.ts'

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

test('of every table it is said how long its rows stay, and the cleanup deletes what is said to be deleted', async () => {
  const declared = await readRetention()
  const tables = new Set((await listColumns()).map((place) => place.split('.').slice(0, 2).join('.')))
  expect(declared.map(({ place }) => place).toSorted()).toEqual([...tables].toSorted())
  expect(declared.filter(({ outcome }) => !/^(deleted .{5,}|kept: .{10,}|bounded: .{5,})$/.test(outcome))).toEqual([])

  const own = { auth, booking, business, notification, payment, review }
  const cleaned = serviceNames.flatMap((service) =>
    [...kitRetention, ...own[service]].filter(({ set }) => !set).map(({ table }) => `${service}.${table}`),
  )
  const byThemselves = /\.(outbox|jobs|far_availability)$/ // deleted by what uses them
  const deleted = declared.filter(({ place, outcome }) => outcome.startsWith('deleted') && !byThemselves.test(place))
  expect([...new Set(cleaned)].toSorted()).toEqual(deleted.map(({ place }) => place).toSorted())
})

test('every rule of the cleanup finds what is over by an index, and can be carried out on an empty database', async () => {
  const { url, drop } = await cloneDatabase('personal data', (template) => migrateAll(template, 'of the tests'))
  const own = { auth, booking, business, notification, payment, review }
  for (const service of serviceNames) {
    const db = connect<KitTables>(serviceUrl(url, service, 'of the tests'), { applicationName: service })
    for (const rule of [...kitRetention, ...own[service]]) {
      expect(await applyRetention(db, systemClock(), rule), `${service}.${rule.table}`).toBe(0)
      const { rows } = await db.connection().execute(async (one) => {
        await sql`set enable_seqscan = off`.execute(one)
        await sql`set enable_sort = off`.execute(one)
        return sql<object>`explain ${selectOver(systemClock(), rule)}`.execute(one)
      })
      expect(rows.map(Object.values).join('\n'), `${service}.${rule.table}`).not.toMatch(/Sort|Seq Scan on (?!refresh_tokens)/) // prettier-ignore
    }
    await db.destroy()
  }
  await drop()
})
