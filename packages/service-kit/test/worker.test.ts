import { setTimeout } from 'node:timers/promises'
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
    worker.wake('booking')
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
