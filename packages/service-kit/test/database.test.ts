import { sql, type Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { afterAll, expect, test } from 'vitest'
import { connect } from '../src/database.ts'
import { cloneDatabase } from '@buy-locals/embedded-postgres/testing/database'

const { url, drop } = await cloneDatabase('empty', async () => {})
const db = connect<object>(url, { applicationName: 'test', max: 1 })
afterAll(async () => {
  await db.destroy()
  await drop()
})

const send = async (text: ReturnType<typeof sql>) => Object.values((await text.execute(db)).rows[0] as object)

test('columns arrive as what they are', async () => {
  const at = Temporal.Instant.from('2026-03-08T09:30:00.123456Z')
  const [instant, day, big, list, none, range, exact, json] = await send(
    sql`select ${at}::timestamptz as a, ${'2026-03-08'}::date as b, 9007199254740991::bigint as c, array[1, null]::bigint[] as d,
        '{}'::bigint[] as e, tstzrange(${at}, ${at.add({ hours: 1 })}) as f, 1.10::numeric as g, '{"a":[1]}'::jsonb as h`,
  )
  expect(String(instant)).toBe('2026-03-08T09:30:00.123456Z')
  expect([day, big, list, none, exact, json]).toEqual([
    '2026-03-08',
    9007199254740991,
    [1, null],
    [],
    '1.10',
    { a: [1] },
  ])
  expect(range).toMatch(/^\["2026-03-08 09:30:00\.123456\+00",/)
})

test('every instant comes back as it was sent, whole seconds, parts of one, and the ends of the calendar', async () => {
  const texts = [
    '2026-03-08T09:30:00Z',
    '2026-03-08T09:30:00.5Z',
    '2026-03-08T09:30:00.123Z',
    '2026-03-08T09:30:00.123456Z',
  ]
  const edges = [
    '0001-01-01T00:00:00Z',
    '0099-12-31T23:59:59.999Z',
    '1969-12-31T23:59:59.999999Z',
    '9999-12-31T23:59:59Z',
  ]
  for (const text of [...texts, ...edges]) {
    const [back] = await send(sql`select ${Temporal.Instant.from(text)}::timestamptz`)
    expect(String(back)).toBe(text)
  }
})

test('lists of instants go there and come back', async () => {
  const days = [1, 2].map((day) => Temporal.Instant.from(`2026-03-0${day}T00:00:00Z`))
  const [back] = await send(sql`select ${days}::timestamptz[]`)
  expect(back).toEqual(days)
})

test('a number that cannot be counted exactly is refused, not rounded', async () => {
  await expect(send(sql`select 9007199254740993::bigint`)).rejects.toThrow(RangeError)
})

test('statements are prepared once per connection, unless that is switched off', async () => {
  const prepared = sql`select count(*) from pg_prepared_statements where statement like 'select $1%only once%'`
  for (const value of [1, 2, 3]) await send(sql`select ${value}::int as "only once"`)
  expect(await send(prepared)).toEqual([1])
  const other = connect<object>(url, { applicationName: 'test', max: 1, namedStatements: false })
  await sql`select ${1}::int as "only once"`.execute(other)
  expect((await prepared.execute(other)).rows).toEqual([{ count: 0 }])
  await other.destroy()
})

test('an event or a job is reported when it has been committed, and only then', async () => {
  let reports = 0
  const own = connect<object>(url, { applicationName: 'test', max: 1, onWorkCommitted: () => (reports += 1) })
  await sql`create temporary table "outbox" (id int)`.execute(own)
  const add = (tx: Kysely<object>) => sql`insert into "outbox" values (1)`.execute(tx)
  await own.transaction().execute(async (tx) => {
    await add(tx)
    await add(tx)
    expect(reports).toBe(0)
  })
  expect(reports).toBe(1)
  const undone = own.transaction().execute(async (tx) => {
    await add(tx)
    throw new Error('no')
  })
  await expect(undone).rejects.toThrow('no')
  await own.transaction().execute((tx) => sql`select 1`.execute(tx))
  expect(reports).toBe(1)
  await own.destroy()
})
