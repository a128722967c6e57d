import { once } from 'node:events'
import { getPriority } from 'node:os'
import { expect, test } from 'vitest'
import { foreground, program, stop } from '../foreground.mjs'

const stubborn = `process.on('SIGTERM', () => {}); console.log('ready'); setInterval(() => {}, 1000)`

test('a program that does not stop when it is asked to is ended', async () => {
  const started = program(process.execPath, ['-e', stubborn], process.env, ['ignore', 'pipe', 'inherit'])
  await once(started.child.stdout, 'data')
  await stop(started, 200)
  expect([await started.ended, started.child.signalCode]).toEqual([1, 'SIGKILL'])
})

test('one that stops in time is not', async () => {
  const started = program(process.execPath, ['-e', `console.log('ready'); setInterval(() => {}, 1000)`], process.env, ['ignore', 'pipe', 'inherit']) // prettier-ignore
  await once(started.child.stdout, 'data')
  await stop(started, 10_000)
  expect(started.child.signalCode).toBe('SIGTERM')
})

test('what gives way to others runs with a lower priority, and its end is what is resolved', async () => {
  const priority = `setInterval(() => os.getPriority() !== ${getPriority()} && process.exit(os.getPriority()), 20)`
  expect(await foreground(process.execPath, ['-e', priority], process.env, undefined, 5)).toBe(getPriority() + 5)
})
