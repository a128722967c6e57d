import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { openChannel, type End } from '../src/processes/channel.ts'

type Doubles = { double: { input: number; output: number } }
type None = Record<string, never>

/** Two ends of a pipe, as Node's fork has them, and how many messages went through it. */
function openPipe() {
  let messages = 0
  const [near, far] = [new EventEmitter(), new EventEmitter()]
  const endOf = (own: EventEmitter, other: EventEmitter) =>
    Object.assign(own, {
      connected: true,
      send: (message: unknown) => {
        messages += 1
        setImmediate(() => other.emit('message', JSON.parse(JSON.stringify(message)), undefined))
        return true
      },
    }) as unknown as End & { connected: boolean }
  return { near: endOf(near, far), far: endOf(far, near), emitted: near, countMessages: () => messages }
}

test('what is called in one turn of the event loop is one message, and so is what comes back', async () => {
  const { near, far, countMessages } = openPipe()
  openChannel<None, Doubles>(far, { double: async (number) => number * 2 })
  const channel = openChannel<Doubles, None>(near, {})
  const doubled = await Promise.all(Array.from({ length: 100 }, (_, number) => channel.call('double', number)))
  expect(doubled).toEqual(Array.from({ length: 100 }, (_, number) => number * 2))
  expect(countMessages()).toBe(2)
})

test('what was called just before the other end has ended is refused, and so is what is called afterwards', async () => {
  const { near, emitted } = openPipe()
  const channel = openChannel<Doubles, None>(near, {})
  const called = channel.call('double', 1)
  near.connected = false
  emitted.emit('disconnect')
  await expect(called).rejects.toThrow('has ended')
  await expect(channel.call('double', 2)).rejects.toThrow('has ended')
})
