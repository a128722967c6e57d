import type { Redis } from 'ioredis'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { countOf, tooMany, type Limit, type Throttle } from '../throttle.ts'

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
    take: async (name, key, limit) => {
      await limiterOf(limit).consume(countOf(name, key)).catch(refused)
    },
    forget: async (name, key) => {
      await redis.del(`${keyPrefix}:${countOf(name, key)}`)
    },
  }
}

function refused(reason: unknown): never {
  if (reason instanceof RateLimiterRes) throw tooMany(reason.msBeforeNext / 1_000)
  throw reason
}
