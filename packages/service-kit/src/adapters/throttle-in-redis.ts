import type { Redis } from 'ioredis'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { throttleKey, tooManyRequests, type Limit, type Throttle } from '../throttle.ts'

/** While Redis does not answer, `insurance` counts. The library's own insurance would keep a timer for every address in memory. */
export function throttleInRedis(redis: Redis, keyPrefix: string, insurance: Throttle): Throttle {
  const limiters = new Map<string, RateLimiterRedis>()
  const limiterOf = ({ points, seconds }: Limit) => {
    const name = `${points}/${seconds}`
    const limiter =
      limiters.get(name) ?? new RateLimiterRedis({ storeClient: redis, keyPrefix, points, duration: seconds })
    limiters.set(name, limiter)
    return limiter
  }
  const consume: Throttle['consume'] = async (name, key, limit) => {
    const counted = await limiterOf(limit)
      .consume(throttleKey(name, key))
      .catch((reason: unknown) => (reason instanceof RateLimiterRes ? reason : undefined))
    if (!counted) return insurance.consume(name, key, limit)
    if (counted.consumedPoints > limit.points) throw tooManyRequests(counted.msBeforeNext / 1_000)
  }
  return {
    consume,
    consumeAll: async (uses) => {
      for (const { name, key, limit } of uses) await consume(name, key, limit)
    },
    uncount: async (name, key, limit) => {
      const [limiter, id] = [limiterOf(limit), throttleKey(name, key)]
      const uncount = async () => {
        if (((await limiter.get(id))?.consumedPoints ?? 0) > 0) await limiter.reward(id)
      }
      await uncount().catch(() => insurance.uncount(name, key, limit))
    },
    reset: async (name, key) => {
      await redis.del(`${keyPrefix}:${throttleKey(name, key)}`).catch(() => insurance.reset(name, key))
    },
  }
}
