import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { throttleInMemory } from '../src/adapters/throttle-in-memory.ts'
import { throttleInRedis } from '../src/adapters/throttle-in-redis.ts'
import { openRedis } from '../src/redis.ts'
import { consumeFrom, throttleInTables, throttleKey, type Throttle } from '../src/throttle.ts'
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

    test('what is uncounted was never taken, and no more than was taken can be', async () => {
      expect(await taken('cy@example.org', 3)).toEqual([true, true, true])
      await throttle.uncount('sign-in', 'cy@example.org', limit)
      expect((await taken('cy@example.org', 2)).filter((outcome) => outcome === true)).toHaveLength(1)
      expect(await taken('dee@example.org', 1)).toEqual([true])
      for (let times = 0; times < 5; times += 1) await throttle.uncount('sign-in', 'dee@example.org', limit)
      expect((await taken('dee@example.org', 4)).filter((outcome) => outcome === true)).toHaveLength(3)
    })

    test('a limit may be any number: beyond what a column counts, or no whole one', async () => {
      const take = (key: string, points: number) =>
        Promise.all([1, 2].map(() => throttle.consume('factor', key, { points, seconds: 60 })))
      for (const points of [2.5, 3e9, 1e300]) await expect(take(`${points}`, points)).resolves.toHaveLength(2)
      await expect(take('one', 1.5)).rejects.toMatchObject({ code: 'too-many-requests' })
    })

    test('what one limit refuses does not count towards the next', async () => {
      const take = (key: string) =>
        throttle
          .consumeAll([
            { name: 'from-address', key, limit: { points: 2, seconds: 60 } },
            { name: 'from-network', key: 'all', limit: { points: 3, seconds: 60 } },
          ])
          .then(
            () => true,
            () => false,
          )
      const ofOne = []
      for (let time = 0; time < 6; time++) ofOne.push(await take('192.0.2.1'))
      expect(ofOne).toEqual([true, true, false, false, false, false])
      expect([await take('192.0.2.2'), await take('192.0.2.3')]).toEqual([true, false])
    })
  })
}

promises('in memory', throttleInMemory(), () => setTimeout(1_100))
promises('in our own tables', throttleInTables(notes.db, notes.clock), () => notes.advance('PT1S'))

test('what was counted in our own tables is deleted once its time is over, and still counts until then', async () => {
  await using own = await startNotes()
  const throttle = throttleInTables(own.db, own.clock)
  await own.advance('PT0S') // the next cleanup is in an hour
  await throttle.consume('short', 'bo@example.org', { points: 1, seconds: 3_500 })
  const long = { points: 1, seconds: 3_700 }
  await throttle.consume('long', 'bo@example.org', long)
  await own.advance('PT1H')
  const rows = await own.db.selectFrom('throttles').select('key').execute()
  expect(rows).toEqual([{ key: throttleKey('long', 'bo@example.org') }])
  await expect(throttle.consume('long', 'bo@example.org', long)).rejects.toMatchObject({ code: 'too-many-requests' })
})

if (redisServer) await whereRedisIs(redisServer)

async function whereRedisIs(program: string) {
  const port = await freePort()
  const startRedis = () =>
    spawn(program, ['--port', String(port), '--save', '', '--bind', '127.0.0.1'], { stdio: 'ignore' })
  let server = startRedis()
  const lines: string[] = []
  const log = { info: (line: unknown) => void lines.push(String(line)), warn: (line: unknown) => void lines.push(String(line)) } // prettier-ignore
  const redis = openRedis(`redis://127.0.0.1:${port}`, log)
  const untilReady = async () => {
    while (redis.status !== 'ready') await setTimeout(20)
  }
  await untilReady()
  const insured = throttleInRedis(redis, 'test', throttleInTables(notes.db, notes.clock))
  promises('in Redis', insured, () => setTimeout(1_100))

  test('while Redis is down, slow or restarting nobody is refused for it or waits, limits count, and the log has a line when it is lost and one when it is back', async () => {
    const tryTen = async (key: string) => {
      const began = performance.now()
      const outcomes = await Promise.allSettled(
        Array.from({ length: 10 }, () => insured.consume('sign-in', key, { points: 3, seconds: 60 })),
      )
      const refused = outcomes.filter(({ status }) => status === 'rejected')
      expect(refused.map((outcome) => 'reason' in outcome && (outcome.reason as { code: string }).code)).toEqual(
        Array.from({ length: 7 }, () => 'too-many-requests'),
      )
      await insured.reset('sign-in', key)
      return performance.now() - began
    }
    lines.length = 0
    server.kill('SIGKILL')
    await once(server, 'exit')
    expect(await tryTen('while-killed@example.org')).toBeLessThan(1_000)
    server = startRedis()
    await untilReady()
    await tryTen('after-restart@example.org')
    expect(lines).toEqual([expect.stringContaining('does not answer'), 'Redis answers again'])

    server.kill('SIGSTOP')
    expect(await tryTen('while-stopped@example.org')).toBeLessThan(1_500)
    const again: number[] = []
    for (let more = 0; more < 20; more++) again.push(await tryTen(`again-${more}@example.org`))
    expect(again.toSorted((a, b) => a - b)[15], 'the machine may do something else meanwhile').toBeLessThan(500)
    server.kill('SIGCONT')
    await untilReady()
    await tryTen('after-pause@example.org')
    expect(lines).toHaveLength(4)
  })

  afterAll(async () => {
    redis.disconnect()
    server.kill()
    await once(server, 'exit')
  })
}

afterAll(() => notes[Symbol.asyncDispose]())

test('an IPv6 customer has one limit for all their addresses, and the network around them a larger one', async () => {
  const throttle = throttleInMemory()
  const isAllowed = (ip: string) =>
    consumeFrom(throttle, 'read', ip, { points: 2, seconds: 60 }).then(
      () => true,
      () => false,
    )
  const ofOne = await Promise.all(['::1', '::2', '::3', ':1::'].map((rest) => isAllowed(`2001:db8:1:2${rest}`)))
  expect(ofOne.filter(Boolean)).toHaveLength(2)
  const ofMany = []
  for (let subnet = 16; subnet < 56; subnet++) ofMany.push(await isAllowed(`2001:db8:1:${subnet}::1`))
  expect(ofMany.filter(Boolean)).toHaveLength(14)
  expect(await isAllowed('2001:db8:2::1')).toBe(true)
})

test('however many come, what is counted in memory is bounded', async () => {
  const throttle = throttleInMemory({ max: 1_000 })
  for (let i = 0; i < 10_000; i++) await throttle.consume('read', `192.0.${i >> 8}.${i % 256}`, limit)
  expect(throttle.size()).toBe(1_000)
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}
