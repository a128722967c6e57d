import { once } from 'node:events'
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'
import { sql, type Kysely, type Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import type { Work } from '../src/added-work.ts'
import { saveConsequences } from '../src/consequences.ts'
import { connect, isDatabaseAway } from '../src/database.ts'
import { jobType, schedule, scheduleNew, scheduleOnce, toJobRow } from '../src/jobs.ts'
import type { KitTables } from '../src/kit-tables.ts'
import { record, toEventRow } from '../src/outbox.ts'
import { signed } from './support.ts'
import { cloneDatabase } from '@buy-locals/embedded-postgres/testing/database'

const { url, drop } = await cloneDatabase('empty', async () => {})
const db = connect<object>(url, { applicationName: 'test', max: 1 })
afterAll(async () => {
  await db.destroy()
  await drop()
})

const send = async (text: ReturnType<typeof sql>) => Object.values((await text.execute(db)).rows[0] as object)

test('statements are planned once for all values where that is asked for, and only where they have names', async () => {
  const planOf = async (options: { plansOnce?: boolean; namedStatements?: boolean }) => {
    const other = connect<object>(url, { applicationName: 'test', max: 1, ...options })
    const { rows } = await sql<{ plan_cache_mode: string }>`show plan_cache_mode`.execute(other)
    await other.destroy()
    return rows[0]?.plan_cache_mode
  }
  expect(await planOf({})).toBe('auto')
  expect(await planOf({ plansOnce: true })).toBe('force_generic_plan')
  expect(await planOf({ plansOnce: true, namedStatements: false })).toBe('auto')
})

test('after a quiet minute two connections are still there', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const open = async (max: number) => {
    const other = connect<object>(url, { applicationName: 'test', max })
    const pid = async () => (await sql<{ pid: number }>`select pg_backend_pid() as pid, pg_sleep(0.1)`.execute(other)).rows[0]?.pid // prettier-ignore
    const before = await Promise.all([pid(), pid(), pid(), pid()])
    vi.advanceTimersByTime(60_000)
    const after = await Promise.all([pid(), pid(), pid(), pid()])
    await other.destroy()
    return new Set(after.filter((one) => before.includes(one))).size
  }
  expect(await open(4)).toBe(2)
  expect(await open(1)).toBe(1)
})

test('a transaction begins with its first statement, and nothing is done where the connection ends meanwhile', async () => {
  await sql`create table begun (id integer)`.execute(db)
  await using relay = await startRelay(url)
  const other = connect<object>(relay.url, { applicationName: 'test', max: 1 })
  await sql`select 1`.execute(other)
  relay.holdResponses()
  const inserted = other.transaction().execute((tx) => sql`insert into begun values (1)`.execute(tx))
  inserted.catch(() => {})
  await vi.waitFor(() => expect(relay.sent()).toContain('insert into begun'))
  expect(relay.sent()).toContain('begin')
  relay.cut()
  expect(await inserted.catch(isDatabaseAway)).toBe(true)
  expect(await send(sql`select count(*) from begun`)).toEqual([0])
  await other.destroy()
})

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

test('events, and jobs with their lane and time, are reported when they have been committed, and only then', async () => {
  const reported: Work[] = []
  const onWorkCommitted = (work: readonly Work[]) => void reported.push(...work)
  const own = connect<KitTables>(url, { applicationName: 'test', max: 1, onWorkCommitted })
  await createKitTables(own)
  const now = Temporal.Instant.from('2026-03-20T08:00:00Z')
  const [refund, mail] = [jobType('a.refund', z.object({})), jobType('a.mail', z.object({}), { lane: 'mail' })]
  const data = { noteId: 'note', name: 'Ada' }
  const reportOf = async (work: (tx: Transaction<KitTables>) => Promise<void>) => {
    await own.transaction().execute(async (tx) => {
      await work(tx)
      expect(reported).toEqual([])
    })
    return reported.splice(0)
  }
  const event = { duty: 'outbox' as const }
  expect(await reportOf((tx) => record(tx, now, signed, 'note', 1, data))).toEqual([event])
  const jobs = [toJobRow(refund, 'one', now, {})]
  expect(await reportOf((tx) => saveConsequences(tx, now, { jobs }))).toEqual([{ duty: 'prompt', at: now }])
  const events = [toEventRow(signed, 'note', 2, data)]
  expect(await reportOf((tx) => saveConsequences(tx, now, { events }))).toEqual([event])
  expect(await reportOf((tx) => saveConsequences(tx, now, {}))).toEqual([])
  const mailed = [{ duty: 'mail', at: now }]
  expect(await reportOf((tx) => schedule(tx, mail, 'one', now, {}))).toEqual(mailed)
  expect(await reportOf((tx) => scheduleOnce(tx, mail, 'two', now, {}))).toEqual(mailed)
  expect(await reportOf((tx) => scheduleNew(tx, mail, [{ key: 'three', runAt: now, input: {} }]))).toEqual(mailed)
  const { rows } = await sql`select kind, key from jobs order by key`.execute(own)
  expect(rows).toHaveLength(3 + 1)
  const undone = own.transaction().execute(async (tx) => {
    await record(tx, now, signed, 'note', 3, data)
    throw new Error('no')
  })
  await expect(undone).rejects.toThrow('no')
  expect(await reportOf(async (tx) => void (await sql`select 1`.execute(tx)))).toEqual([])
  await own.destroy()
})

test('what follows from a change is sent together with the end of its transaction, which fails where that cannot be stored', async () => {
  await using relay = await startRelay(url)
  const own = connect<KitTables>(relay.url, { applicationName: 'test', max: 1, namedStatements: false })
  const now = Temporal.Instant.from('2026-03-08T09:30:00Z')
  const event = toEventRow(signed, 'note', 1, { noteId: 'note', name: 'Ada' })
  await createKitTables(own)
  await sql`create temporary table changed (id integer)`.execute(own)
  const store = (beforeTheEnd = () => {}) =>
    own.transaction().execute(async (tx) => {
      await sql`insert into changed values (1)`.execute(tx)
      beforeTheEnd()
      await saveConsequences(tx, now, { events: [event] })
    })
  await store()
  await expect(store()).rejects.toThrow(/duplicate key/)
  const { rows } = await sql<{ count: number }>`select count(*) from changed`.execute(own)
  expect(rows).toEqual([{ count: 1 }])
  const isHeld = Promise.withResolvers<void>()
  store(() => isHeld.resolve(relay.holdResponses())).catch(() => {})
  await isHeld.promise
  await vi.waitFor(() => expect(relay.sent()).toMatch(/insert into outbox[^]*commit/))
  relay.cut()
  await own.destroy()
})

async function createKitTables(db: Kysely<KitTables>): Promise<void> {
  await sql`create temporary table outbox (id text primary key, type text, subject text, sequence bigint, at timestamptz, correlation_id text, data jsonb)`.execute(db) // prettier-ignore
  await sql`create temporary table audit (at timestamptz, actor text, action text, subject text, before jsonb, after jsonb, reason text)`.execute(db) // prettier-ignore
  await sql`create temporary table jobs (id text, kind text, key text, run_at timestamptz, payload jsonb, attempts integer,
    leased_until timestamptz, last_error text, primary key (kind, key))`.execute(db)
}

/** Between a client and PostgreSQL. */
async function startRelay(to: string) {
  const { hostname, port } = new URL(to)
  const sockets: Socket[] = []
  let sent = ''
  let isHeld = false
  const server = createServer((client) => {
    const database = createConnection({ host: hostname, port: Number(port) })
    sockets.push(client, database)
    for (const socket of [client, database]) socket.on('error', () => {})
    client.on('data', (bytes) => {
      sent += bytes.toString('latin1')
      database.write(bytes)
    })
    database.on('data', (bytes) => {
      if (!isHeld) client.write(bytes)
    })
  })
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const own = new URL(to)
  own.search = '' // or it would name the socket of PostgreSQL
  own.port = String((server.address() as AddressInfo).port)
  return {
    url: own.href,
    sent: () => sent,
    holdResponses: () => {
      sent = ''
      isHeld = true
    },
    cut,
    [Symbol.asyncDispose]: async () => {
      cut()
      await once(server.close(), 'close')
    },
  }
}
