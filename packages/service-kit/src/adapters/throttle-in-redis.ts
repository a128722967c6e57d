import type { Redis } from 'ioredis'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { throttleKey, tooManyRequests, type Limit, type Throttle } from '../throttle.ts'

export function throttleInRedis(redis: Redis, keyPrefix: string): Throttle {
  const limiters = new Map<string, RateLimiterRedis>()
  const limiterOf = ({ points, seconds }: Limit) => {
    const name = `${points}/${seconds}`
    const limiter =
      limiters.get(name) ?? new RateLimiterRedis({ storeClient: redis, keyPrefix, points, duration: seconds })
    limiters.set(name, limiter)
    return limiter
  }
  return {
    consume: async (name, key, limit) => {
      await limiterOf(limit).consume(throttleKey(name, key)).catch(refused)
    },
    reset: async (name, key) => {
      await redis.del(`${keyPrefix}:${throttleKey(name, key)}`)
    },
  }
}

function refused(reason: unknown): never {
  if (reason instanceof RateLimiterRes) throw tooManyRequests(reason.msBeforeNext / 1_000)
  throw reason
}
