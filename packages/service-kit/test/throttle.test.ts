import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, describe, expect, test } from 'vitest'
import { throttleInRedis } from '../src/adapters/throttle-in-redis.ts'
import { throttleInTables, type Throttle } from '../src/throttle.ts'
import { startNotes } from './support.ts'

const notes = await startNotes()
const redisServer = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'].find(
  existsSync,
)
const limit = { points: 3, seconds: 1 }

function promises(name: string, throttle: Throttle, wait: () => Promise<void>) {
  describe(`a throttle ${name}`, () => {
    const taken = (key: string, times: number) =>
      Promise.all(
        Array.from({ length: times }, () =>
          throttle.consume('sign-in', key, limit).then(
            () => true,
            (error: unknown) => error,
          ),
        ),
      )

    test('of ten at once three go through, the rest learn when to come again', async () => {
      const outcomes = await taken('ada@example.org', 10)
      const refused = outcomes.filter((outcome) => outcome !== true)
      expect(refused).toHaveLength(7)
      expect(refused[0]).toMatchObject({ code: 'too-many-requests', extras: { retryAfter: 1 } })
    })

    test('others are not held up, a success wipes the slate, time does too', async () => {
      expect(await taken('bo@example.org', 3)).toEqual([true, true, true])
      await throttle.reset('sign-in', 'bo@example.org')
      expect(await taken('bo@example.org', 3)).toEqual([true, true, true])
      await wait()
      expect(await taken('bo@example.org', 1)).toEqual([true])
    })
  })
}

promises('in our own tables', throttleInTables(notes.db, notes.clock), () => notes.advance('PT1S'))

if (redisServer) {
  const port = await freePort()
  const server = spawn(redisServer, ['--port', String(port), '--save', '', '--bind', '127.0.0.1'], { stdio: 'ignore' })
  const redis = new Redis({ host: '127.0.0.1', port, retryStrategy: () => 20 })
  redis.on('error', () => {}) // until the server listens
  await new Promise<void>((done) => redis.once('ready', done))
  promises('in Redis', throttleInRedis(redis, 'test'), () => setTimeout(1_100))
  afterAll(async () => {
    redis.disconnect()
    server.kill()
    await once(server, 'exit')
  })
}

afterAll(() => notes[Symbol.asyncDispose]())

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}
