import { setTimeout } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { copiesInRedis } from '../src/adapters/copies-in-redis.ts'
import { copyLifeMs, readCache, type ReadCache } from '../src/read-cache.ts'
import type { StoredResponse } from '../src/reply.ts'
import { newId } from '@buy-locals/values/ids'
import { hasRedis, startRedis, type RedisServer } from '../src/testing/redis.ts'
import { pinNotes, startNotes, writeNote } from './support.ts'

const servers: RedisServer[] = []
const clients: Redis[] = []
afterAll(async () => {
  for (const client of clients) client.disconnect()
  for (const server of servers) await server.stop()
})

async function redisServer(): Promise<RedisServer> {
  const server = await startRedis()
  servers.push(server)
  return server
}

async function connectTo({ port }: RedisServer): Promise<Redis> {
  const redis = new Redis({ host: '127.0.0.1', port, retryStrategy: () => 50 })
  redis.on('error', () => {}) // until the server listens
  clients.push(redis)
  if (redis.status !== 'ready') await new Promise<void>((done) => redis.once('ready', done))
  return redis
}

describe('of what a service answers', async () => {
  const notes = await startNotes([], readCache())
  afterAll(() => notes[Symbol.asyncDispose]())
  const businessId = newId('business')
  const staff = newId('person')
  await notes.member(staff, businessId, 'staff')
  const write = (text: string) => notes.call(writeNote, { params: { businessId }, body: { text } }, { as: staff })
  /** Behind the service's back, so that whoever still reads the old text was given a copy. */
  const rewrite = (id: string, text: string) =>
    notes.db.updateTable('notes').set({ text }).where('id', '=', id).execute()
  const read = async (id: string, query = '', headers: Record<string, string> = {}) => {
    const response = await fetch(`${notes.url}/v1/notes/${id}${query}`, { headers })
    return ((await response.json()) as { text: string }).text
  }

  /** A copy lives half a second, which a busy machine may need between two lines. */
  const holdTime = () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
  }

  test('a stranger is given a copy, and whoever shows a session never, nor is what they read kept', async () => {
    holdTime()
    const { id } = (await write('old')).body
    const shown = [
      { authorization: `Bearer test:${staff}` },
      { cookie: `bl_access=test:${staff}` },
      { cookie: 'bl_refresh=x' },
    ]
    await read(id, '', shown[0])
    await rewrite(id, 'new')
    expect(await read(id)).toBe('new')
    await rewrite(id, 'newer')
    expect(await read(id, '', { cookie: 'theme=dark' })).toBe('new')
    for (const headers of shown) expect(await read(id, '', headers)).toBe('newer')
  })

  test('parameters that mean nothing, or the same, make no other copy', async () => {
    holdTime()
    const { id } = (await write('old')).body
    await read(id, '?loud=1')
    await rewrite(id, 'new')
    for (const query of ['?loud=1&nonsense=7', '?nonsense=7&loud=yes']) expect(await read(id, query)).toBe('old')
    expect(await read(id)).toBe('new')
  })

  test('whoever has changed something reads it, and where time is moved nothing is read from before', async () => {
    const { id } = (await write('old')).body
    await read(id)
    await rewrite(id, 'new')
    await write('another')
    expect(await read(id)).toBe('new')
    await rewrite(id, 'newer')
    await notes.advance('PT10S')
    expect(await read(id)).toBe('newer')
  })

  test('what takes something out of sight is answered when no copy can show it any more', async () => {
    const began = performance.now()
    const { status } = await notes.call(pinNotes, { params: { businessId } }, { as: staff })
    expect(status).toBe(204)
    expect(performance.now() - began).toBeGreaterThanOrEqual(2 * copyLifeMs)
  })

  test('an answer to whoever shows a session is kept by nobody on the way', async () => {
    const { id } = (await write('mine')).body
    const headersOf = async (headers: Record<string, string>) =>
      (await fetch(`${notes.url}/v1/notes/${id}`, { headers })).headers.get('cache-control')
    expect(await headersOf({})).toBe('no-store')
    for (const headers of [{ authorization: `Bearer test:${staff}` }, { cookie: 'bl_refresh=x' }] as Record<
      string,
      string
    >[])
      expect(await headersOf(headers)).toBe('private, no-store')
  })
})

let keys = 0
/** Something to read, which says how often it was read. It takes a while, in which it may change. */
function something(cache: ReadCache) {
  const key = `thing ${(keys += 1)}`
  let reads = 0
  let value = 'first'
  const load = async (ms: number): Promise<StoredResponse> => {
    const body = value
    reads += 1
    await setTimeout(ms)
    return { status: 200, headers: { etag: '"1"' }, body }
  }
  const read = async ({ ms = 0, by = cache } = {}) => (await by.read({ key, subject: 'biz_1' }, () => load(ms))).body
  return { read, change: (to: string) => void (value = to), reads: () => reads }
}

/** A copy lives for half a second, and the machine may do something else for as long: a promise that does not hold fails every time. */
const patience = { retry: 5 }

function promises(name: string, open: () => Promise<ReadCache>) {
  describe(`copies ${name}`, patience, () => {
    test('of a hundred who ask at once, one reads the database', async () => {
      const thing = something(await open())
      const all = await Promise.all(Array.from({ length: 100 }, () => thing.read({ ms: 20 })))
      expect([new Set(all).size, thing.reads()]).toEqual([1, 1])
      await thing.read()
      expect(thing.reads()).toBe(1)
    })

    test('a copy dies half a second after the database began to be read, however long that took', async () => {
      const thing = something(await open())
      await thing.read({ ms: copyLifeMs - 150 })
      thing.change('second')
      expect(await thing.read()).toBe('first')
      await setTimeout(200)
      expect(await thing.read()).toBe('second')
    })

    test('whoever asks late does not join a reading that began too long ago, and what it brings is not kept', async () => {
      const thing = something(await open())
      const slow = thing.read({ ms: copyLifeMs + 300 })
      await setTimeout(copyLifeMs + 100)
      thing.change('second')
      expect(await thing.read()).toBe('second')
      expect(await slow).toBe('first')
      expect(await thing.read()).toBe('second')
    })

    test('what changes while it is read is read again by whoever asks after the change', async () => {
      const cache = await open()
      const thing = something(cache)
      const before = thing.read({ ms: 50 })
      await setTimeout(20)
      thing.change('second')
      cache.forget('biz_1')
      const after = thing.read()
      expect([await before, await after, await thing.read()]).toEqual(['first', 'second', 'second'])
    })

    test('a failure reaches whoever waits for it and is not kept', async () => {
      const cache = await open()
      const read = (load: () => Promise<StoredResponse>) => cache.read({ key: `${name} fails`, subject: 'biz_1' }, load)
      await expect(read(() => Promise.reject(new Error('the database is gone')))).rejects.toThrow('gone')
      expect((await read(async () => ({ status: 200, headers: {}, body: 'there' }))).body).toBe('there')
    })

    test('however much is read, what is kept is bounded, and all are answered', async () => {
      const cache = await open()
      const body = 'x'.repeat(2 ** 20)
      const before = process.memoryUsage.rss()
      for (let i = 0; i < 200; i += 1) {
        const load = async () => ({ status: 200, headers: {}, body: body + i })
        expect((await cache.read({ key: `${name} large ${i}`, subject: 'biz_1' }, load)).body).toHaveLength(
          body.length + `${i}`.length,
        )
      }
      expect(process.memoryUsage.rss() - before).toBeLessThan(150 * 2 ** 20)
    })
  })
}

promises('in this process', async () => readCache())

describe.skipIf(!hasRedis)('with Redis', patience, async () => {
  const server = await redisServer()
  const open = async () => readCache(copiesInRedis(await connectTo(server), { withinMs: 100 }))
  promises('in Redis', open)

  test('of a hundred who ask in two processes at once, one reads the database', async () => {
    const [one, other] = [await open(), await open()]
    const thing = something(one)
    const readByTurns = (_: unknown, i: number) => thing.read({ ms: 20, by: i % 2 ? one : other })
    expect(new Set(await Promise.all(Array.from({ length: 100 }, readByTurns))).size).toBe(1)
    expect(thing.reads()).toBe(1)
  })

  test('a copy that another process has read is not older for having come by Redis', async () => {
    const [one, other] = [await open(), await open()]
    const thing = something(one)
    await thing.read()
    await setTimeout(copyLifeMs - 200)
    thing.change('second')
    expect(await thing.read({ by: other })).toBe('first')
    expect(thing.reads()).toBe(1)
    await setTimeout(250)
    expect(await thing.read({ by: other })).toBe('second')
  })

  test('what was read earlier does not take the place of what was read later', async () => {
    const [one, other, third] = [await open(), await open(), await open()]
    const thing = something(one)
    const slow = thing.read({ ms: 250 })
    await setTimeout(50)
    thing.change('second')
    expect(await thing.read({ by: other })).toBe('second')
    expect(await slow).toBe('first')
    await setTimeout(20)
    expect(await thing.read({ by: third })).toBe('second')
    expect(thing.reads()).toBe(2)
  })

  test('a process that dies while it reads holds nobody up', async () => {
    const [one, other] = [await open(), await open()]
    const thing = something(one)
    void thing.read({ ms: 20_000 })
    await setTimeout(50)
    const began = performance.now()
    expect(await thing.read({ by: other })).toBe('first')
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

describe.skipIf(!hasRedis)('a Redis that', patience, () => {
  const isQuick = async (cache: ReadCache) => {
    const thing = something(cache)
    const began = performance.now()
    expect(await thing.read()).toBe('first')
    thing.change('second')
    expect(await thing.read()).toBe('first')
    await setTimeout(copyLifeMs)
    expect(await thing.read()).toBe('second')
    expect(performance.now() - began).toBeLessThan(copyLifeMs + 10_000)
  }

  test('is full keeps nothing, and the database is read', async () => {
    const redis = await connectTo(await redisServer())
    await redis.config('SET', 'maxmemory', '1')
    await isQuick(readCache(copiesInRedis(redis)))
    expect(await redis.keys('*')).toEqual([])
  })

  test('does not answer is waited for some milliseconds, and then left alone', async () => {
    const redis = await connectTo(await redisServer())
    await redis.call('CLIENT', 'PAUSE', '20000', 'ALL')
    await isQuick(readCache(copiesInRedis(redis)))
  })

  test('keeps late what was read keeps nothing that is older than it may be', async () => {
    const server = await redisServer()
    const [writer, reader] = [await connectTo(server), await connectTo(server)]
    const [one, other] = [readCache(copiesInRedis(writer)), readCache(copiesInRedis(reader, { withinMs: 2_000 }))]
    const thing = something(one)
    const reading = thing.read({ ms: 50 })
    await setTimeout(20)
    await reader.call('CLIENT', 'PAUSE', String(copyLifeMs + 100), 'ALL')
    await reading
    thing.change('second')
    expect(await thing.read({ by: other })).toBe('second')
  })

  test('dies and comes back costs no request', async () => {
    const server = await redisServer()
    const redis = await connectTo(server)
    const [cache, other] = [readCache(copiesInRedis(redis)), readCache(copiesInRedis(await connectTo(server)))]
    const thing = something(cache)
    const reading = thing.read({ ms: 100 })
    await server.stop()
    expect(await reading).toBe('first')
    await isQuick(cache)
    servers.push(await startRedis(server.port))
    for (const end = performance.now() + 60_000; redis.status !== 'ready' && performance.now() < end;)
      await setTimeout(20)
    await setTimeout(copyLifeMs + 20) // in which it is left alone
    const again = something(cache)
    await again.read()
    await again.read({ by: other })
    expect(again.reads()).toBe(1)
  })
})
