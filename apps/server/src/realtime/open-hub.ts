import { setTimeout } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { Temporal } from 'temporal-polyfill'
import { membershipChanged, personErased, sessionEnded } from '@buy-locals/contracts/auth/events'
import type { Clock } from '@buy-locals/service-kit/clock'
import type { Consumer } from '@buy-locals/service-kit/inbox'
import { hasEnded } from '@buy-locals/service-kit/ended-sessions'
import { isErased } from '@buy-locals/service-kit/erasure'
import type { Log } from '@buy-locals/service-kit/log'
import { id, type Id } from '@buy-locals/values/ids'
import type { Composed } from '../compose.ts'
import type { Config } from '../config.ts'
import { ownOrigins } from '../own-origins.ts'
import type { Secrets } from '../secrets.ts'
import { inProcessFanOut } from './fan-out.ts'
import { realtimeHub } from './hub.ts'
import { redisFanOut } from './redis-fan-out.ts'

type Options = {
  config: Config
  secrets: Secrets
  redis: Redis | undefined
  composed: Pick<Composed, 'auth' | 'authenticateRealtime' | 'isMember'>
  publicUrl: string
  clock: Clock
  log: Log
}

/** The hub of this process, and the consumers that end the subscriptions of former members, of sessions that have ended and of people who were erased. */
export async function openHub({ config, secrets, redis, composed, publicUrl, clock, log }: Options) {
  const { isMember } = composed
  const fanOut = config.REDIS_URL && redis ? await redisFanOut(config.REDIS_URL, redis) : inProcessFanOut()
  const hub = realtimeHub({
    authenticate: async (token) => {
      const actor = await composed.authenticateRealtime(token)
      const { db } = composed.auth
      if (!actor || (await isErased(db, actor.id)) || (await hasEnded(db, actor.sessionId))) return undefined
      const { id: personId, sessionId } = actor
      return { personId, sessionId, expiresAt: Temporal.Instant.fromEpochMilliseconds(actor.expiresAt * 1000) }
    },
    isMember,
    clock,
    log,
    allowedOrigins: [...ownOrigins(publicUrl, config), ...config.CORS_ORIGINS],
    publishToken: secrets.realtimePublish,
    fanOut,
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
  const memberships: Consumer = {
    name: 'server.realtime',
    handles: membershipChanged.type,
    handle: async ({ data }) => {
      const { personId, scope, role } = membershipChanged.data.parse(data)
      const business = id('business').safeParse(scope)
      if (role === null && business.success) {
        await untilNoMember(isMember, personId, business.data)
        await hub.membershipEnded(personId, business.data)
      }
    },
  }
  return { hub, consumers: [memberships, sessions, erasures] }
}

/** The same event is on its way to where the hub looks memberships up: whoever subscribes again at once must not be let in. */
async function untilNoMember(isMember: Composed['isMember'], personId: Id<'person'>, businessId: Id<'business'>) {
  for (let tries = 0; tries < 40 && (await isMember(personId, businessId)); tries++) await setTimeout(25)
}
