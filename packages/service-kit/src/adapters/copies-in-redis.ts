import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { copyLifeMs, type Copy, type SharedCopies } from '../read-cache.ts'
import type { StoredResponse } from '../reply.ts'

/** The copy and how long it lives, or the time and whether the caller is the first to read. Machines' clocks differ: only that of Redis is asked. */
const fetchScript = `
local copy = redis.call('GET', KEYS[1])
if copy then return {copy, redis.call('PTTL', KEYS[1])} end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
return {false, now, redis.call('SET', KEYS[2], '', 'NX', 'PX', ARGV[1]) and 1 or 0}`

/** However late it arrives, the copy dies when it must, and never takes the place of one that was read later. */
const keepScript = `
redis.call('DEL', KEYS[2])
local time = redis.call('TIME')
local left = ARGV[2] + ARGV[3] - (time[1] * 1000 + math.floor(time[2] / 1000))
if left > redis.call('PTTL', KEYS[1]) and left > 0 then redis.call('SET', KEYS[1], ARGV[1], 'PX', left) end`

type Fetched = [copy: string, livesMs: number] | [copy: null, now: number, isFirst: 0 | 1]

const readingMs = 200
const pausesMs = [5, 15, 30]
const mostBytes = 512 * 1024
const restMs = 500

/** Copies that all processes share. Nobody waits long for Redis: after an answer that did not come in time it is left alone for a moment. */
export function copiesInRedis(redis: Redis, { withinMs = 10 }: { withinMs?: number } = {}): SharedCopies {
  let restsUntil = 0
  const run = async <T>(command: () => Promise<T>): Promise<T | undefined> => {
    if (redis.status !== 'ready' || performance.now() < restsUntil) return undefined
    const failed = Symbol('failed')
    const reply = await Promise.race([command().catch(() => failed), late(withinMs, failed)])
    if (reply !== failed) return reply as T
    restsUntil = performance.now() + restMs
    return undefined
  }
  const find = async (
    keys: [string, string],
  ): Promise<{ copy: Copy } | { now: number; isFirst: boolean } | undefined> => {
    const began = performance.now()
    const fetched = await run(() => redis.eval(fetchScript, 2, ...keys, readingMs) as Promise<Fetched>)
    if (!fetched) return undefined
    const [copy, number, isFirst] = fetched
    if (copy === null) return { now: number, isFirst: isFirst === 1 }
    return { copy: { response: JSON.parse(copy) as StoredResponse, readAt: began + number - copyLifeMs } }
  }
  return {
    fetch: async (key) => {
      const name = `reads:{${createHash('sha256').update(key).digest('base64url').slice(0, 27)}}`
      const keys: [string, string] = [name, `${name}:reading`]
      const first = await find(keys)
      if (!first || 'copy' in first) return first
      let latest: Awaited<ReturnType<typeof find>> = first
      for (const ms of pausesMs) {
        if (!latest || 'copy' in latest || latest.isFirst) break
        await pause(ms)
        latest = await find(keys)
      }
      if (!latest || 'copy' in latest) return latest
      const { now } = latest
      return {
        keep: (response) => {
          if ((response.body?.length ?? 0) > mostBytes) return
          void run(() => redis.eval(keepScript, 2, ...keys, JSON.stringify(response), now, copyLifeMs))
        },
      }
    },
  }
}

/** A reply that has arrived while this process was busy is still read first. */
const late = <T>(ms: number, value: T): Promise<T> =>
  new Promise((done) => void setTimeout(() => setImmediate(done, value), ms))
