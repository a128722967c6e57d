import { Temporal } from 'temporal-polyfill'
import type { Redis } from 'ioredis'
import type { ServiceName } from '@buy-locals/contracts/operation'
import { throttleInRedis } from './adapters/throttle-in-redis.ts'
import type { Duty, Work } from './added-work.ts'
import { connect } from './database.ts'
import type { KitTables } from './kit-tables.ts'
import { serviceUrl } from './migrate.ts'
import type { ServiceDeps } from './service.ts'
import { throttleInTables, type Throttle } from './throttle.ts'

/** What the process that hosts a service gives it, whichever service it is. */
export type Host = Pick<
  ServiceDeps,
  | 'clock'
  | 'log'
  | 'publish'
  | 'authenticate'
  | 'allowedOrigins'
  | 'minimumAppVersion'
  | 'readCache'
  | 'sharedReads'
  | 'operatorsNeedSecondFactor'
> & {
  /** The database's address with any role; each service connects with its own. */
  databaseUrl: string
  /** What the passwords of the services' roles are derived from. */
  databaseSecret: string
  /** Where people reach the product, such as `https://buylocals.example`. */
  publicUrl: string
  redis?: Redis | undefined
  /** That service has committed events to publish, or jobs that are due. */
  onWorkCommitted?: (service: ServiceName, duties: readonly Duty[]) => void
  /** How many connections each service may open in this process; ten by default. */
  connections?: number
  /** Multiplies every limit, so that tests raise limits and never switch them off. */
  limitFactor: number
}

/** Their statements look rows up by what has an index. How a search is best read depends on its area and words. */
const plansOnce = new Set<ServiceName>(['auth', 'booking', 'notification', 'payment', 'review'])

/** The dependencies that are the same for all services, on a connection of the service's own role. */
export function hostedDeps<DB extends KitTables>(
  service: ServiceName,
  { databaseUrl, databaseSecret, connections, redis, limitFactor, onWorkCommitted, publicUrl: _, ...shared }: Host,
): ServiceDeps<DB> & { throttle: Throttle } {
  const db = connect<DB>(serviceUrl(databaseUrl, service, databaseSecret), {
    applicationName: service,
    plansOnce: plansOnce.has(service),
    ...(connections && { max: connections }),
    onIdleError: (err) => shared.log.warn({ err, service }, 'connection lost'),
    onWorkCommitted: (work) => {
      const due = dutiesDue(work, shared.clock())
      if (due.length > 0) onWorkCommitted?.(service, due)
    },
  })
  const inTables = throttleInTables(db, shared.clock)
  const throttle = redis ? throttleInRedis(redis, service, inTables) : inTables
  return { ...shared, db, throttle: withFactor(throttle, limitFactor) }
}

const dutiesDue = (work: readonly Work[], now: Temporal.Instant): Duty[] => [
  ...new Set(work.filter(({ at }) => !at || Temporal.Instant.compare(at, now) <= 0).map(({ duty }) => duty)),
]

function withFactor(throttle: Throttle, factor: number): Throttle {
  const consumeAll: Throttle['consumeAll'] = (uses) =>
    throttle.consumeAll(
      uses.map(({ limit, ...use }) => ({ ...use, limit: { ...limit, points: limit.points * factor } })),
    )
  return { ...throttle, consumeAll, consume: (name, key, limit) => consumeAll([{ name, key, limit }]) }
}
