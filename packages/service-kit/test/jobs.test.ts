import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { listDeadLetters, retryDeadLetter } from '../src/dead-letters.ts'
import { cancelJob, job, jobType, schedule, scheduleOnce, type JobKind } from '../src/jobs.ts'
import { applyRetention, kitRetention } from '../src/retention.ts'
import { jobLane, jobLanes } from '../src/run-jobs.ts'
import { createLog } from '../src/log.ts'
import { statementsOf } from '../src/testing/statements.ts'
import { startNotes } from './support.ts'

const log = createLog({ level: 'silent' })
const remind = jobType('note.remind', z.object({ text: z.string() }))

async function startWithJobs() {
  const notes = await startNotes()
  const ran: string[] = []
  const kinds = [
    job(remind, async ({ key, payload }) => {
      if (payload.text === 'poison') throw new Error('cannot')
      ran.push(key)
      return payload.text === 'daily' ? notes.clock().add({ hours: 24 }) : undefined
    }),
  ]
  const plan = (key: string, after: object, text = 'once') =>
    notes.db.transaction().execute((tx) => schedule(tx, remind, key, notes.clock().add(after), { text }))
  const lane = (own: JobKind[], settings = {}) => jobLane(notes.db, notes.clock, own, { log, ...settings })
  const run = lane(kinds, { concurrency: 2 }).runDue
  return Object.assign(notes, { ran, plan, run, lane })
}

test('a job runs when its time has come, once, and moves when it is planned anew', async () => {
  await using notes = await startWithJobs()
  await notes.plan('b', { minutes: 20 })
  await notes.plan('a', { minutes: 10 })
  await notes.plan('moved', { minutes: 5 })
  await notes.plan('moved', { hours: 5 })
  await notes.plan('cancelled', { minutes: 1 })
  await notes.db.transaction().execute((tx) => cancelJob(tx, remind, 'cancelled'))
  await notes.run()
  expect(notes.ran).toEqual([])
  await notes.advance('PT30M')
  await Promise.all([notes.run(), notes.run(), notes.run()])
  await notes.run()
  expect(notes.ran).toEqual(['a', 'b'])
})

test('jobs that end together are removed by one statement, and one that takes longer by another', async () => {
  await using notes = await startWithJobs()
  for (const key of ['a', 'b', 'c', 'slow']) await notes.plan(key, { seconds: 1 })
  await notes.advance('PT1M')
  const kinds = [job(remind, ({ key }) => setTimeout(key === 'slow' ? 200 : 0))]
  const { runDue, finish } = notes.lane(kinds, { concurrency: 4 })
  const statements = await statementsOf(async () => {
    await runDue()
    await finish()
  })
  expect(statements.filter((text) => text.startsWith('delete from "jobs"'))).toHaveLength(2)
  expect(await notes.db.selectFrom('jobs').select('key').where('kind', '=', remind.kind).execute()).toEqual([])
})

test('after a job that others did not wait for, they are run', async () => {
  await using notes = await startWithJobs()
  for (const key of ['a', 'b', 'c']) await notes.plan(key, { seconds: 1 })
  await notes.advance('PT1M')
  const ran: string[] = []
  const slow = job(remind, async ({ key }) => void (await setTimeout(100), ran.push(key)))
  const { runDue } = notes.lane([slow], { concurrency: 1, patienceMs: 60 })
  while ((await runDue()) > 0);
  expect(ran).toHaveLength(3)
})

test('many workers at once run every job once', async () => {
  await using notes = await startWithJobs()
  for (let n = 0; n < 30; n++) await notes.plan(`job ${n}`, { seconds: n })
  await notes.advance('PT1M')
  const ran: string[] = []
  const slow = [
    job(remind, async ({ key }) => {
      await setTimeout(5)
      ran.push(key)
    }),
  ]
  const worker = async () => {
    while ((await notes.lane(slow, { concurrency: 2 }).runDue()) > 0);
  }
  await Promise.all(Array.from({ length: 6 }, worker))
  expect([ran.length, new Set(ran).size]).toEqual([30, 30])
})

test('a job that always fails is put off and holds up no other', async () => {
  await using notes = await startWithJobs()
  await notes.plan('bad', { minutes: 1 }, 'poison')
  await notes.plan('good', { minutes: 2 })
  await notes.advance('PT5M')
  await notes.run()
  expect(notes.ran).toEqual(['good'])
  expect(await notes.run()).toBe(0)
  const [bad] = await notes.db.selectFrom('jobs').selectAll().where('kind', '=', 'note.remind').execute()
  expect([bad?.key, bad?.attempts, bad?.last_error]).toEqual(['bad', 1, 'Error'])
  await notes.advance('PT1M')
  expect(await notes.run()).toBe(1)
})

test('a daily job plans its next day itself', async () => {
  await using notes = await startWithJobs()
  await notes.plan('digest', { minutes: 0 }, 'daily')
  await notes.run()
  await notes.run()
  expect(notes.ran).toEqual(['digest'])
  await notes.advance('P1D')
  await notes.run()
  expect(notes.ran).toEqual(['digest', 'digest'])
})

test('what is planned once for many changes waits for no later one, and is planned again while it runs', async () => {
  await using notes = await startWithJobs()
  const planOnce = (after: object) =>
    notes.db.transaction().execute((tx) => scheduleOnce(tx, remind, 'shop', notes.clock().add(after), { text: 'once' }))
  await Promise.all(Array.from({ length: 8 }, (_, nth) => planOnce({ seconds: 1 + nth })))
  await planOnce({ minutes: 5 })
  expect(await notes.db.selectFrom('jobs').select('key').where('kind', '=', remind.kind).execute()).toHaveLength(1)
  await notes.advance('PT8S')
  const again = job(remind, async () => {
    await planOnce({ seconds: 1 })
    notes.ran.push('while it runs')
  })
  await notes.lane([again]).runDue()
  await notes.advance('PT1S')
  await notes.run()
  expect(notes.ran).toEqual(['while it runs', 'shop'])
})

test('a job planned anew while it runs is not lost when the run ends', async () => {
  await using notes = await startWithJobs()
  await notes.plan('again', { minutes: 0 })
  let runs = 0
  const kinds = [job(remind, async () => void ((runs += 1) === 1 && (await notes.plan('again', { minutes: 0 }))))]
  const lane = notes.lane(kinds)
  await lane.runDue()
  expect(await lane.runDue()).toBe(1)
  expect(runs).toBe(2)
})

test('what is old is swept: keys after a day', async () => {
  await using notes = await startWithJobs()
  const at = notes.clock()
  const row = { scope: 's', operation: 'o', key: 'k', request_hash: 'h', lease: 'l', leased_until: at, created_at: at }
  await notes.db.insertInto('idempotency_keys').values(row).execute()
  await notes.advance('PT23H')
  expect(await notes.db.selectFrom('idempotency_keys').selectAll().execute()).toHaveLength(1)
  await notes.advance('PT2H')
  expect(await notes.db.selectFrom('idempotency_keys').selectAll().execute()).toHaveLength(0)
})

test('a poisoned job is parked after its tries and retried by hand; what repeats by itself is never parked', async () => {
  await using notes = await startWithJobs()
  let isBroken = true
  const daily = jobType('note.daily', z.object({}), { isNeverParked: true })
  const kinds = [
    job(remind, async ({ key }) => {
      if (isBroken) throw new TypeError('cannot')
      notes.ran.push(key)
    }),
    job(daily, () => Promise.reject(new Error('cannot either'))),
  ]
  const lane = notes.lane(kinds, { maxTries: 3 })
  await notes.plan('bad', { minutes: 0 })
  await notes.db.transaction().execute((tx) => schedule(tx, daily, '', notes.clock(), {}))
  for (let tries = 0; tries < 4; tries++) {
    await lane.runDue()
    await notes.advance('PT1H')
  }
  const db = notes.service.database
  const [letter, ...more] = await listDeadLetters(db)
  expect(letter).toMatchObject({ kind: 'note.remind', subject: 'bad', tries: 3, error: 'TypeError' })
  expect(more).toEqual([])
  expect(await db.selectFrom('jobs').select(['kind', 'attempts']).where('kind', 'like', 'note.%').execute()).toEqual([
    { kind: 'note.daily', attempts: 4 },
  ])
  isBroken = false
  await retryDeadLetter(db, letter?.id ?? '')
  await lane.runDue()
  expect([notes.ran, await listDeadLetters(db)]).toEqual([['bad'], []])
})

test('one slow job delays neither the others of its lane nor those of another, and is not run twice while it runs', async () => {
  await using notes = await startWithJobs()
  const held = Promise.withResolvers<void>()
  const begun: string[] = []
  const slowly = job(remind, async ({ key }) => {
    begun.push(key)
    if (key === 'slow') await held.promise
  })
  const settings = { concurrency: 2, leaseSeconds: 1.5, patienceMs: 20 }
  const [lane, other] = [notes.lane([slowly], settings), notes.lane([slowly], settings)]
  await notes.plan('slow', { seconds: -1 })
  for (const key of ['a', 'b', 'c', 'd']) await notes.plan(key, { seconds: 0 })
  while (begun.length < 5) await lane.runDue()
  expect(begun.toSorted()).toEqual(['a', 'b', 'c', 'd', 'slow'])
  await setTimeout(2_000) // longer than the lease
  await other.runDue()
  expect(begun).toHaveLength(5)
  held.resolve()
  await lane.finish()
  expect(await notes.db.selectFrom('jobs').select('key').where('kind', '=', remind.kind).execute()).toEqual([])
})

test('while every mail hangs, what is prompt is done, and no mail is begun twice', async () => {
  await using notes = await startWithJobs()
  const answered = Promise.withResolvers<void>()
  const begun: string[] = []
  const mail = jobType('note.mail', z.object({}), { lane: 'mail' })
  const kinds = [
    job(mail, async ({ key }) => {
      begun.push(key)
      await answered.promise
    }),
    job(remind, async ({ key }) => void notes.ran.push(key)),
  ]
  await notes.db.transaction().execute(async (tx) => {
    for (let n = 0; n < 10; n += 1) await schedule(tx, mail, `mail ${n}`, notes.clock(), {})
  })
  for (let n = 0; n < 20; n += 1) await notes.plan(`refund ${n}`, { seconds: 0 })
  const lanes = jobLanes(notes.db, notes.clock, kinds, { log, patienceMs: 20 })
  const turn = () => Promise.all(lanes.map(({ runDue }) => runDue()))
  while (notes.ran.length < 20) await turn()
  expect([notes.ran.length, begun.length]).toEqual([20, 8])
  answered.resolve()
  while (begun.length < 10) await turn()
  await Promise.all(lanes.map(({ finish }) => finish()))
  expect([begun.length, new Set(begun).size]).toEqual([10, 10])
})

test('what is old is deleted batch by batch', async () => {
  await using notes = await startWithJobs()
  await sql`
    insert into inbox (consumer, event_id, received_at)
    select 'old', nth, now() - interval '8 days' from generate_series(1, 4500) nth`.execute(notes.db)
  await sql`insert into inbox (consumer, event_id) values ('new', '1')`.execute(notes.db)
  const [inbox] = kitRetention
  if (!inbox) throw new Error('There is no rule')
  expect(await applyRetention(notes.db, notes.clock(), inbox)).toBe(4_500)
  expect(await notes.db.selectFrom('inbox').select('consumer').execute()).toEqual([{ consumer: 'new' }])
})

test('a kind has its own longest pause, and its own number of tries', async () => {
  await using notes = await startWithJobs()
  const impatient = jobType('note.impatient', z.object({}), { longestPauseSeconds: 3, maxTries: 9 })
  const lane = notes.lane([job(impatient, () => Promise.reject(new Error('cannot')))])
  await notes.db.transaction().execute((tx) => schedule(tx, impatient, '', notes.clock(), {}))
  const tries = async () => {
    const row = notes.db.selectFrom('jobs').select('attempts').where('kind', '=', impatient.kind)
    return (await row.executeTakeFirst())?.attempts
  }
  const seen: (number | undefined)[] = []
  for (let step = 0; step < 10; step++) {
    await lane.runDue()
    seen.push(await tries())
    await notes.advance('PT3S')
  }
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, undefined, undefined])
  expect((await listDeadLetters(notes.service.database))[0]).toMatchObject({ kind: impatient.kind, tries: 9 })
})
