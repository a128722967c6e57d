import { expect, onTestFinished, test } from 'vitest'
import { parseConfig } from '../src/config.ts'
import { openLifetime } from '../src/lifetime.ts'
import { openEntrance } from '../src/processes/entrance.ts'
import type { Child } from '../src/processes/open-child.ts'
import { openReadiness } from '../src/readiness.ts'

/** A process that takes what `hand` takes. */
function aChild(hand: Child['calls']['hand']) {
  const calls = { call: () => Promise.reject(new Error('It has no calls')), hand, countHanded: () => 0 }
  const child: Child = {
    ...{ role: 'web', pid: 0, calls, isAlive: () => true, isOpen: () => true },
    ...{ stop: async () => {}, kill: () => {} },
  }
  return child
}

test('whoever waited for a process that ends is answered by one that was added meanwhile', async () => {
  const lifetime = openLifetime()
  onTestFinished(() => lifetime.end())
  const { url, add } = await openEntrance(parseConfig({ PORT: '0' }), openReadiness(['start']), lifetime)
  const { promise: ended, resolve: end } = Promise.withResolvers<boolean>()
  const { promise: isHanded, resolve: noteHanded } = Promise.withResolvers<void>()
  const stuck = aChild(() => {
    noteHanded()
    return ended
  })
  add(stuck)
  const response = fetch(url)
  await isHanded
  add(
    aChild(async (socket) => {
      socket.end('HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n')
      return true
    }),
  )
  end(false)
  expect((await response).status).toBe(204)
})
