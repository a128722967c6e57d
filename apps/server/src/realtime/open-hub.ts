import type { Redis } from 'ioredis'
import { Temporal } from 'temporal-polyfill'
import { personErased, sessionEnded } from '@buy-locals/contracts/auth/events'
import type { Clock } from '@buy-locals/service-kit/clock'
import type { Consumer } from '@buy-locals/service-kit/inbox'
import { hasEnded } from '@buy-locals/service-kit/ended-sessions'
import { isErased } from '@buy-locals/service-kit/erasure'
import type { Log } from '@buy-locals/service-kit/log'
import type { Composed } from '../compose.ts'
import type { Config } from '../config.ts'
import { ownOrigins } from '../own-origins.ts'
import type { Secrets } from '../secrets.ts'
import { inProcessFanOut, type FanOut } from './fan-out.ts'
import { realtimeHub } from './hub.ts'
import type { OpenConnections } from './open-connections.ts'
import { redisFanOut } from './redis-fan-out.ts'

type Options = {
  config: Config
  secrets: Secrets
  redis: Redis | undefined
  composed: Pick<Composed, 'auth' | 'authenticateRealtime' | 'realtimeEpoch'>
  publicUrl: string
  clock: Clock
  log: Log
  /** To the other processes of this machine, where there is no Redis. */
  fanOut?: FanOut | undefined
  openConnections?: OpenConnections | undefined
}

/** The hub of this process, and the consumers that end the subscriptions of sessions that have ended and of people who were erased. Former members need none: nothing is published any more where they listen. */
export async function openHub({ config, secrets, redis, composed, publicUrl, clock, log, ...options }: Options) {
  const fanOut =
    config.REDIS_URL && redis ? await redisFanOut(config.REDIS_URL, redis) : (options.fanOut ?? inProcessFanOut())
  const hub = realtimeHub({
    authenticate: async (token) => {
      const actor = await composed.authenticateRealtime(token)
      const { db } = composed.auth
      if (!actor || (await isErased(db, actor.id)) || (await hasEnded(db, actor.sessionId))) return undefined
      const { id: personId, sessionId } = actor
      return { personId, sessionId, expiresAt: Temporal.Instant.fromEpochMilliseconds(actor.expiresAt * 1000) }
    },
    epochOf: composed.realtimeEpoch,
    clock,
    log,
    allowedOrigins: [...ownOrigins(publicUrl, config), ...config.CORS_ORIGINS],
    publishToken: secrets.realtimePublish,
    fanOut,
    openConnections: options.openConnections,
  })
  const erasures: Consumer = {
    name: 'server.erasure',
    handles: personErased.type,
    handle: ({ data }) => hub.personErased(personErased.data.parse(data).personId),
  }
  const sessions: Consumer = {
    name: 'server.ended-sessions',
    handles: sessionEnded.type,
    handle: ({ data }) => hub.sessionEnded(sessionEnded.data.parse(data).sessionId),
  }
  return { hub, fanOut, consumers: [sessions, erasures] }
}
