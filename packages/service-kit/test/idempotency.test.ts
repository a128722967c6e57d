import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { newId } from '@buy-locals/values/ids'
import { runOnce } from '../src/idempotency.ts'
import type { Db } from '../src/kit-tables.ts'
import { startNotes, writeNote } from './support.ts'

async function startShop() {
  const seen: string[] = []
  const notes = await startNotes(seen)
  const [staff, shop] = [newId('person'), newId('business')]
  await notes.member(staff, shop, 'staff')
  const write = (text: string, key: string, { as = staff, pace }: { as?: typeof staff; pace?: 'slow' } = {}) =>
    notes.call(
      writeNote,
      { params: { businessId: shop }, body: { text, ...(pace && { pace }) } },
      { as, headers: { 'idempotency-key': key } },
    )
  return Object.assign(notes, { seen, shop, staff, write })
}

test('of fifty identical requests at once one runs, and all get its response', async () => {
  await using shop = await startShop()
  const key = randomUUID()
  const all = await Promise.all(Array.from({ length: 50 }, () => shop.write('once', key)))
  const good = all.filter(({ status }) => status === 201)
  expect(shop.seen).toEqual(['once'])
  expect(new Set(good.map(({ body }) => body.id)).size).toBe(1)
  expect(
    all.filter(({ status }) => status !== 201).every(({ problem }) => problem?.code === 'idempotency/in-progress'),
  ).toBe(true)
  const later = await shop.write('once', key)
  expect([later.status, later.body, later.headers.get('etag')]).toEqual([201, good[0]?.body, '"1"'])
  expect(await shop.db.selectFrom('notes').selectAll().execute()).toHaveLength(1)
})

test('a key does not fit another request, and another person has keys of their own', async () => {
  await using shop = await startShop()
  const key = randomUUID()
  const other = newId('person')
  await shop.member(other, shop.shop, 'owner')
  await shop.write('first', key)
  expect((await shop.write('second', key)).problem?.code).toBe('idempotency/key-reused')
  expect((await shop.write('first', key, { as: other })).status).toBe(201)
  expect(shop.seen).toEqual(['first', 'first'])
})

test('a refusal is repeated, a breakdown and what came too early are tried again', async () => {
  await using shop = await startShop()
  const [refused, broken, early] = [randomUUID(), randomUUID(), randomUUID()]
  for (let time = 1; time <= 2; time++) {
    const { status, problem } = await shop.write('again', refused)
    expect([status, problem?.code]).toEqual([409, 'review/already'])
    expect((await shop.write('broken', broken)).status).toBe(500)
    expect((await shop.write('too early', early)).headers.get('retry-after')).toBeNull()
  }
  expect(shop.seen).toEqual(['again', 'broken', 'too early', 'broken', 'too early'])
})

test('each of many who are refused at once is refused the same again', async () => {
  await using shop = await startShop()
  const keys = Array.from({ length: 10 }, () => randomUUID())
  for (const isReplayed of [null, 'true']) {
    const all = await Promise.all(keys.map((key) => shop.write('again', key)))
    for (const { problem, headers } of all)
      expect([problem?.code, headers.get('idempotency-replayed')]).toEqual(['review/already', isReplayed])
  }
  expect(shop.seen).toHaveLength(10)
})

test(
  'whoever tries again while their first request is stored delays none of those who begin with them',
  { timeout: 10_000 },
  async () => {
    await using notes = await startNotes()
    const db = notes.db as unknown as Db
    const keys = Array.from({ length: 5 }, () => randomUUID())
    const begin = (key: string) =>
      runOnce(
        db,
        () => Temporal.Now.instant(),
        { caller: 'anybody', operation: 'write', key, request: {} },
        () => Promise.resolve({ status: 201, headers: {}, body: key }),
      )
    await begin('again')
    const again = await db.transaction().execute(async (tx) => {
      await tx.selectFrom('idempotency_keys').select('key').forUpdate().execute()
      const replayed = begin('again')
      expect((await Promise.all(keys.map(begin))).map(({ body }) => body)).toEqual(keys)
      return { replayed }
    })
    expect((await again.replayed).headers).toEqual({ 'idempotency-replayed': 'true' })
  },
)

test('who dies in the middle of a request frees its key after half a minute', async () => {
  await using shop = await startShop()
  const key = randomUUID()
  const { body } = await shop.write('hello', key)
  await shop.db.updateTable('idempotency_keys').set({ response: null }).execute() // as if we had died before noting it
  expect((await shop.write('hello', key)).problem).toMatchObject({ status: 409, retryAfter: 1 })
  await shop.advance('PT31S')
  const again = await shop.write('hello', key)
  expect([again.status, again.body.id === body.id]).toEqual([201, false])
})

test('a response stored with its effect is repeated, whatever broke after the commit', async () => {
  await using shop = await startShop()
  const key = randomUUID()
  expect((await shop.write('crash', key, { pace: 'slow' })).status).toBe(500)
  const again = await shop.write('crash', key, { pace: 'slow' })
  const [row, ...more] = await shop.db.selectFrom('notes').select('id').execute()
  expect([again.status, again.body.id, more]).toEqual([201, row?.id, []])
  const [stored] = await shop.db.selectFrom('idempotency_keys').selectAll().execute()
  expect(JSON.stringify(stored)).not.toMatch(new RegExp(`crash|${key}`)) // sealed: to be read with the key alone
})

test('a key is asked for, long enough to be nobody else’s', async () => {
  await using shop = await startShop()
  for (const key of ['', 'short', 'x'.repeat(256)]) {
    expect((await shop.write('x', key)).problem?.errors?.[0]?.pointer).toBe('/headers/idempotency-key')
  }
})
