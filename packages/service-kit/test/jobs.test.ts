import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { cancelJob, job, jobType, runDue, schedule, scheduleOnce } from '../src/jobs.ts'
import { createLog } from '../src/log.ts'
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
  const run = () => runDue(notes.db, notes.clock, kinds, { log })
  return Object.assign(notes, { ran, plan, run, kinds })
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
  expect(notes.ran).toEqual(['a', 'b'])
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
    while ((await runDue(notes.db, notes.clock, slow, { log, limit: 2 })) > 0);
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
  await runDue(notes.db, notes.clock, [again], { log })
  await notes.advance('PT1S')
  await notes.run()
  expect(notes.ran).toEqual(['while it runs', 'shop'])
})

test('a job planned anew while it runs is not lost when the run ends', async () => {
  await using notes = await startWithJobs()
  await notes.plan('again', { minutes: 0 })
  let runs = 0
  const kinds = [job(remind, async () => void ((runs += 1) === 1 && (await notes.plan('again', { minutes: 0 }))))]
  await runDue(notes.db, notes.clock, kinds, { log })
  expect(await runDue(notes.db, notes.clock, kinds, { log })).toBe(1)
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
