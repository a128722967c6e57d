import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Envelope } from '@buy-locals/contracts/event'
import { newId } from '@buy-locals/values/ids'
import { inProcessBus } from '../src/bus.ts'
import { createDelivery } from '../src/delivery.ts'
import { listDeadLetters, retryDeadLetter } from '../src/dead-letters.ts'
import { consumer, projection, repeatable } from '../src/inbox.ts'
import { createLog } from '../src/log.ts'
import { startWorker } from '../src/hosts/worker.ts'
import { openOutbox, record, type Recorded } from '../src/outbox.ts'
import { upsertNewer } from '../src/projection.ts'
import { redeliveryJob } from '../src/redelivery.ts'
import { jobLane } from '../src/run-jobs.ts'
import { signed, startNotes } from './support.ts'

const log = createLog({ level: 'silent' })

test('an event that comes twice, or twice at once, has its effect once', async () => {
  await using notes = await startNotes()
  const event = await notes.deliver(signed, 'note', 1, { noteId: 'note', name: 'Ada' })
  await Promise.all([notes.redeliver(event), notes.redeliver(event)])
  expect(await notes.db.selectFrom('signatures').selectAll().execute()).toEqual([{ note_id: 'note', name: 'Ada' }])
})

const eventOf = (subject: string, sequence = 1, tries = 1): Recorded => ({
  ...{ id: newId('event'), type: signed.type, subject, sequence, at: '2026-03-20T08:00:00Z', tries },
  data: { noteId: subject, name: 'Bo' },
})

test('one who fails holds nobody back and tries again alone', async () => {
  await using notes = await startNotes()
  const effects: string[] = []
  let isDown = true
  const consumers = [
    consumer(notes.db, 'a.fine', signed, async () => void effects.push('fine')),
    consumer(notes.db, 'a.down', signed, async () => {
      if (isDown) throw new Error('down')
      effects.push('up again')
    }),
  ]
  const deliver = createDelivery({ log })
  const event = eventOf('s')
  expect(await deliver(consumers, [event])).toEqual([])
  isDown = false
  expect(await deliver(consumers, [event])).toEqual([event.id])
  expect(effects).toEqual(['fine', 'up again'])
})

test('a subject that fails, and one that hangs, delay only themselves', async () => {
  await using notes = await startNotes()
  const held = Promise.withResolvers<void>()
  const [decided, seen]: [string[], string[]] = [[], []]
  const consumers = [
    consumer(notes.db, 'a.decision', signed, async (_tx, { subject }) => {
      if (subject === 'poison') throw new Error('cannot')
      if (subject === 'slow') await held.promise
      decided.push(subject)
    }),
    projection(notes.db, 'a.projection', signed, async (_db, events) => {
      if (events.some(({ subject }) => subject === 'poison')) throw new Error('cannot')
      seen.push(...events.map(({ subject }) => subject))
    }),
  ]
  const deliver = createDelivery({ log, patienceMs: 5_000 })
  const others = Array.from({ length: 1_000 }, (_, nth) => eventOf(`note ${nth}`))
  const [poison, slow] = [eventOf('poison'), eventOf('slow')]
  const delivered: string[] = []
  for (let from = 0; from < others.length; from += 200) {
    const tries = from === 0 ? 1 : 2
    const batch = [...others.slice(from, from + 200), { ...poison, tries }, { ...slow, tries }]
    delivered.push(...(await deliver(consumers, batch)))
  }
  held.resolve()
  expect(delivered).toEqual(others.map(({ id }) => id))
  expect([decided.length, seen.includes('slow'), seen.includes('poison')]).toEqual([1_000, true, false])
  await expect.poll(() => deliver(consumers, [slow])).toEqual([slow.id])
  expect(decided.filter((subject) => subject === 'slow')).toEqual(['slow'])
})

test('an event that takes long has not failed: it is handled once, is nobody else’s meanwhile, and those behind it follow at once', async () => {
  await using notes = await startNotes()
  const held = Promise.withResolvers<void>()
  using ending = new DisposableStack() // before the database is closed, which waits for whoever holds a connection
  ending.defer(held.resolve)
  ending.adopt(setTimeout(held.resolve, 15_000), clearTimeout)
  const handled: string[] = []
  const bus = inProcessBus({ log, patienceMs: 20 })
  bus.connect([
    consumer(notes.db, 'a.slow', signed, async (_tx, { subject, sequence }) => {
      await held.promise
      handled.push(`${subject} ${sequence}`)
    }),
  ])
  const add = (subjects: string[], sequence: number) =>
    notes.db.transaction().execute(async (tx) => {
      for (const subject of subjects)
        await record(tx, notes.clock(), signed, subject, sequence, { noteId: subject, name: 'Ada' })
    })
  const subjects = ['a', 'b', 'c', 'd', 'e', 'f'] // more than are handled at once
  const outbox = openOutbox(notes.db, bus.publish, { leaseSeconds: 0.5 })
  await add(subjects, 1)
  await notes.db.updateTable('outbox').set({ attempts: 7 }).execute() // after one failure more it would wait for 25 s
  expect(await outbox.drain()).toBe(0)
  await add(['a'], 2)
  expect(await outbox.drain()).toBe(0)
  expect([outbox.atWork(), handled]).toEqual([7, []])
  const leasedUntil = async () => {
    const rows = await notes.db.selectFrom('outbox').select('leased_until').execute()
    return Math.min(...rows.map((row) => row.leased_until?.epochMilliseconds ?? 0))
  }
  const first = await leasedUntil()
  await expect.poll(leasedUntil, { timeout: 5_000 }).toBeGreaterThan(first)
  held.resolve()
  await expect.poll(outbox.atWork, { timeout: 15_000 }).toBe(0)
  await outbox.finish()
  expect(handled.toSorted()).toEqual(['a 1', 'a 2', 'b 1', 'c 1', 'd 1', 'e 1', 'f 1'])
  expect(await notes.db.selectFrom('outbox').selectAll().execute()).toEqual([])
})

test('many events of many subjects are one transaction, and of those of one subject the newest counts', async () => {
  await using notes = await startNotes()
  const statements: string[] = []
  const counted = notes.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      statements.push('one')
      return result
    },
  })
  const names = projection(counted, 'a.names', signed, (db, events) => {
    const rows = events.map(({ data, sequence }) => ({ note_id: data.noteId, name: data.name, version: sequence }))
    return upsertNewer(db, 'names', ['note_id'], ...rows)
  })
  const events = [3, 1, 2].flatMap((sequence) =>
    Array.from({ length: 50 }, (_, nth) => ({
      ...eventOf(`note ${nth}`, sequence),
      data: { noteId: `note ${nth}`, name: `version ${sequence}` },
    })),
  )
  expect(await createDelivery({ log })([names], events)).toHaveLength(150)
  expect(statements).toHaveLength(2) // how long it waits for locks, and all of the rows
  const { rows } = await sql<{ name: string }>`select distinct name from names`.execute(notes.db)
  expect(rows).toEqual([{ name: 'version 3' }])
})

test('a batch that waits for one locked row lets the others pass', async () => {
  await using notes = await startNotes()
  await sql`insert into names values ('locked', 'old', 0)`.execute(notes.db)
  const names = projection(notes.db, 'a.names', signed, (db, events) => {
    const rows = events.map(({ data, sequence }) => ({ note_id: data.noteId, name: data.name, version: sequence }))
    return upsertNewer(db, 'names', ['note_id'], ...rows)
  })
  const deliver = createDelivery({ log, patienceMs: 3_000 })
  const [locked, others] = [eventOf('locked'), Array.from({ length: 20 }, (_, nth) => eventOf(`note ${nth}`))]
  const unlock = Promise.withResolvers<void>()
  const holding = Promise.withResolvers<void>()
  const held = notes.db.transaction().execute(async (tx) => {
    await sql`update names set name = 'held' where note_id = 'locked'`.execute(tx)
    holding.resolve()
    await unlock.promise
  })
  await holding.promise
  expect(await deliver([names], [locked, ...others])).toEqual(others.map(({ id }) => id))
  unlock.resolve()
  await held
  await expect.poll(() => deliver([names], [{ ...locked, tries: 2 }])).toEqual([locked.id])
})

test('a poisoned event is parked for the consumer that cannot handle it, listed without its words, and retried', async () => {
  await using notes = await startNotes()
  const others: string[] = []
  let isBroken = true
  const broken = consumer(notes.db, 'a.broken', signed, async (_tx, { data }) => {
    if (isBroken) throw new TypeError(`cannot read ${data.name}`)
    others.push('broken no more')
  })
  const fine = consumer(notes.db, 'a.fine', signed, async () => void others.push('fine'))
  const deliver = createDelivery({ log, maxTries: 3 })
  const event = eventOf('note')
  const db = notes.service.database
  for (const tries of [1, 2]) expect(await deliver([broken, fine], [{ ...event, tries }])).toEqual([])
  expect(await listDeadLetters(db)).toEqual([])
  expect(await deliver([broken, fine], [{ ...event, tries: 3 }])).toEqual([event.id])
  expect(await deliver([broken, fine], [{ ...event, tries: 4 }])).toEqual([event.id]) // as after a crash
  const listed = await listDeadLetters(db)
  expect(listed).toEqual([expect.objectContaining({ kind: 'a.broken', subject: 'note', tries: 3, error: 'TypeError' })])
  expect(JSON.stringify(listed)).not.toContain('Bo')
  expect(others).toEqual(['fine'])

  isBroken = false
  expect(await retryDeadLetter(db, 'dlt_of_nobody')).toBe(false)
  expect(await retryDeadLetter(db, listed[0]?.id ?? '')).toBe(true)
  const lane = jobLane(notes.db, notes.clock, [redeliveryJob([broken, fine])], { log })
  expect(await lane.runDue()).toBe(1)
  expect([others, await listDeadLetters(db)]).toEqual([['fine', 'broken no more'], []])
})

test('one who has nothing to do for an event opens no transaction', async () => {
  await using notes = await startNotes()
  const idle = consumer(notes.db, 'a.idle', signed, () => Promise.reject(new Error('not for it')), {
    skips: ({ name }) => name === 'Bo',
  })
  const event = eventOf('note')
  expect(await createDelivery({ log })([idle], [event])).toEqual([event.id])
  expect(await notes.db.selectFrom('inbox').selectAll().execute()).toEqual([])
})

test('an effect that fails leaves no note that it happened', async () => {
  await using notes = await startNotes()
  let fails = true
  const fragile = consumer(notes.db, 'a.fragile', signed, async (tx, { data }) => {
    await tx.insertInto('signatures').values({ note_id: data.noteId, name: data.name }).execute()
    if (fails) throw new Error('too early')
  })
  const event: Envelope = {
    id: newId('event'),
    type: signed.type,
    subject: 's',
    sequence: 1,
    at: '',
    data: { noteId: 'n', name: 'Bo' },
  }
  await expect(fragile.handle(event)).rejects.toThrow('too early')
  expect(await notes.db.selectFrom('signatures').selectAll().execute()).toEqual([])
  fails = false
  await fragile.handle(event)
  expect(await notes.db.selectFrom('signatures').selectAll().execute()).toHaveLength(1)
})

test('within one process a fact goes from outbox to inbox by itself, and what is late comes after all', async () => {
  await using notes = await startNotes()
  const bus = inProcessBus({ log })
  let tries = 0
  bus.connect([
    ...notes.service.consumers,
    repeatable('b.flaky', signed, async () => {
      tries += 1
      if (tries === 1) throw new Error('once')
    }),
  ])
  const ran = { name: notes.service.name, drainOutbox: openOutbox(notes.db, bus.publish).drain, lanes: [] }
  const worker = startWorker([ran], { log, pollMs: 50 })
  await notes.db
    .transaction()
    .execute((tx) => record(tx, notes.clock(), signed, 'note', 1, { noteId: 'note', name: 'Ada' }))
  worker.wake(notes.service.name, ['outbox'])
  await expect.poll(() => notes.db.selectFrom('signatures').selectAll().execute()).toHaveLength(1)
  await expect.poll(() => notes.db.selectFrom('outbox').selectAll().execute()).toHaveLength(0)
  expect(tries).toBe(2)
  await worker.stop()
})
