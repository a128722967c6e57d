import { Redis } from 'ioredis'
import type { Log } from './log.ts'

/** Nobody waits longer for Redis than this. */
const patienceMs = 300

const longestPauseMs = 1_000

/** How a connection behaves that must never hold anybody up: one that does not answer in time is opened anew, and until then every command fails at once. */
export const impatient = {
  commandTimeout: patienceMs,
  socketTimeout: patienceMs,
  connectTimeout: 2_000,
  keepAlive: 10_000,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  retryStrategy: (times: number) => Math.min(50 * times, longestPauseMs),
} as const

/** Nothing that is true is in Redis alone, so everybody who asks it can do without. The log has one line when it is lost and one when it is back. */
export function openRedis(url: string, log: Pick<Log, 'info' | 'warn'>): Redis {
  let isLost = false
  const retryStrategy = (times: number) => {
    if (!isLost) log.warn('Redis does not answer: limits, cache and realtime do without it')
    isLost = true
    return impatient.retryStrategy(times)
  }
  const redis = new Redis(url, { ...impatient, retryStrategy })
  redis.on('error', () => {}) // every attempt that fails is one
  redis.on('ready', () => {
    if (isLost) log.info('Redis answers again')
    isLost = false
  })
  return redis
}
