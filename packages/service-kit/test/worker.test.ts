import { setTimeout } from 'node:timers/promises'
import type { JobLane } from '../src/run-jobs.ts'
import { expect, test } from 'vitest'
import { startWorker } from '../src/hosts/worker.ts'
import { createLog } from '../src/log.ts'

test('a step that goes on failing is tried after longer and longer pauses; that it fails is logged once, and that it works again', async () => {
  const lines: string[] = []
  const log = createLog({ destination: { write: (line) => void lines.push(line) } })
  let tries = 0
  let isBroken = true
  const drainOutbox = async () => {
    tries += 1
    if (isBroken) throw new Error('no table')
    return 0
  }
  const worker = startWorker([{ name: 'booking', drainOutbox, lanes: [] }], { log, pollMs: 5 })
  for (let wakes = 0; wakes < 40; wakes += 1) {
    worker.wake('booking', ['outbox'])
    await setTimeout(5)
  }
  expect(tries).toBeLessThan(20)
  isBroken = false
  for (let waits = 0; waits < 200 && lines.length < 2; waits += 1) await setTimeout(10)
  await worker.stop()
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
    'outbox of booking fails',
    'outbox of booking works again',
  ])
})

test('what is committed wakes whoever has to do it, and nobody else', async () => {
  const log = createLog({ level: 'silent' })
  const counts = { outbox: 0, prompt: 0, mail: 0, other: 0 }
  const counting = (duty: keyof typeof counts) => async () => {
    counts[duty] += 1
    return 0
  }
  const lane = (its: 'prompt' | 'mail'): JobLane => ({
    ...{ lane: its, concurrency: 1, runDue: counting(its), atWork: () => 0, finish: async () => {} },
  })
  const lanes = [lane('prompt'), lane('mail')]
  const services = [
    { name: 'booking' as const, drainOutbox: counting('outbox'), lanes },
    { name: 'payment' as const, drainOutbox: counting('other'), lanes: [] },
  ]
  const worker = startWorker(services, { log, pollMs: 60_000 })
  await expect.poll(() => counts).toEqual({ outbox: 1, prompt: 1, mail: 1, other: 1 })
  worker.wake('booking', ['outbox'])
  await expect.poll(() => counts.outbox).toBe(2)
  worker.wake('booking', ['mail'])
  await expect.poll(() => counts.mail).toBe(2)
  expect(counts).toEqual({ outbox: 2, prompt: 1, mail: 2, other: 1 })
  await worker.stop()
})

test('a step that found many rests a little, so that the next finds more of them at once, and never long', async () => {
  const stepsIn = async (found: number) => {
    let steps = 0
    const drainOutbox = async () => {
      steps += 1
      return found
    }
    const worker = startWorker([{ name: 'booking', drainOutbox, lanes: [] }], { log: createLog({ level: 'silent' }) })
    for (let waits = 0; waits < 20; waits += 1) {
      worker.wake('booking', ['outbox'])
      await setTimeout(50)
    }
    await worker.stop()
    return steps
  }
  const [few, many] = await Promise.all([stepsIn(1), stepsIn(10_000)])
  expect(many).toBeLessThan(few / 2)
  expect(many).toBeGreaterThanOrEqual(3)
})
