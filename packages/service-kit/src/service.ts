import { setTimeout } from 'node:timers/promises'
import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { sessionEnded } from '@buy-locals/contracts/auth/events'
import type { EventType } from '@buy-locals/contracts/event'
import type { ServiceName } from '@buy-locals/contracts/operation'
import type { Id } from '@buy-locals/values/ids'
import type { Caller } from './caller.ts'
import type { Clock } from './clock.ts'
import type { Consumer } from './inbox.ts'
import { erasureConsumer, erasureJob, type ErasePerson } from './erasure.ts'
import type { ExportPerson } from './export.ts'
import type { JobKind } from './jobs.ts'
import type { Db, KitTables } from './kit-tables.ts'
import type { Log } from './log.ts'
import type { ReadCache } from './read-cache.ts'
import type { StoredResponse } from './reply.ts'
import { openOutbox, type Publish } from './outbox.ts'
import { cleanup } from './cleanup.ts'
import { redeliveryJob } from './redelivery.ts'
import { kitRetention, type Retention } from './retention.ts'
import { jobLanes, type JobLane } from './run-jobs.ts'
import { endedSessionsConsumer } from './ended-sessions.ts'

export type { Clock } from './clock.ts'
export type { Log } from './log.ts'

export type Actor = {
  id: Id<'person'>
  sessionId?: Id<'session'>
  /** When the session's second factor was last shown, in seconds since 1970; absent where it was opened without one. */
  confirmedAt?: number
  /** Operators need a second factor here, and this session was opened without one: whoever operates a market is anybody in it. */
  lacksSecondFactor?: true
}

/** Whose token this is; undefined of one that is not valid or has expired. */
export type Authenticate = (token: string) => Promise<Actor | undefined>

/** What a caller without a session may show instead, such as a guest's token. What it opens, the service decides. */
export type GuestProof = (caller: Caller) => string | undefined

/** All that a host may know of a service. */
export type Service = {
  name: ServiceName
  /** For the host's health check and metrics, which read the kit's tables alone. */
  database: Db
  router: Router
  publishes: readonly EventType[]
  consumers: readonly Consumer[]
  jobs: readonly JobKind[]
  /** Which rows the cleanup deletes. */
  retention: readonly Retention[]
  /** One batch; returns how many events were published. */
  drainOutbox(): Promise<number>
  /** Publishes the current state again with the versions it has, so that projections can be rebuilt; returns how many events. */
  replay(): Promise<number>
  exportPerson: ExportPerson
  lanes: readonly JobLane[]
  /** One batch of every lane; returns how many jobs were at work. */
  runDueJobs(): Promise<number>
  /** How many events and jobs this process has in its hands. */
  atWork(): number
  close(): Promise<void>
}

/** What every service is given, whatever else it needs. */
export type ServiceDeps<DB extends KitTables = KitTables> = {
  db: Kysely<DB>
  clock: Clock
  log: Log
  authenticate: Authenticate
  publish: Publish
  /** Origins of pages that may change something with a cookie, such as `https://buylocals.example`. */
  allowedOrigins: readonly string[]
  guestProof?: GuestProof
  /** Apps below it are told to upgrade. */
  minimumAppVersion?: string
  /** Nobody operates a market in a session that was opened without one. */
  operatorsNeedSecondFactor?: boolean
  /** Without it every request reads the database. */
  readCache?: ReadCache
  sharedReads?: SharedReads
}

/** What every stranger is answered, by the operation's id: for whoever asks in the same process, without a request. */
export type SharedReads = Map<string, (input: SharedInput) => Promise<StoredResponse>>
type SharedInput = { params: Record<string, string>; query: Record<string, string> }

type Parts = {
  name: ServiceName
  router: Router
  publishes: readonly EventType[]
  consumers: readonly Consumer[]
  jobs: readonly JobKind[]
  /** Of the service's own tables. */
  retention?: readonly Retention[]
  replay: () => Promise<number>
  erasePerson: ErasePerson
  exportPerson: ExportPerson
}

/** Completes a service's own parts with those that are the same for all six. */
export function service<DB extends KitTables>(
  { db, clock, log, publish }: Pick<ServiceDeps<DB>, 'db' | 'clock' | 'log' | 'publish'>,
  { name, router, publishes, consumers, jobs, retention: own = [], replay, erasePerson, exportPerson }: Parts,
): Service {
  const allConsumers = [
    ...consumers,
    erasureConsumer(db, clock, name),
    ...(publishes.includes(sessionEnded) ? [] : [endedSessionsConsumer(db, name)]),
  ]
  const retention = [...kitRetention, ...own]
  const all = [...jobs, cleanup(db, clock, retention), erasureJob(db, clock, erasePerson), redeliveryJob(allConsumers)]
  const lanes = jobLanes(db, clock, all, { log })
  const outbox = openOutbox(db, publish)
  return {
    name,
    database: db as unknown as Db,
    router,
    publishes,
    consumers: allConsumers,
    jobs: all,
    retention,
    drainOutbox: outbox.drain,
    replay,
    exportPerson,
    lanes,
    runDueJobs: async () => {
      const counts = await Promise.all(lanes.map(({ runDue }) => runDue()))
      return counts.reduce((sum, count) => sum + count, 0)
    },
    atWork: () => [outbox, ...lanes].reduce((sum, { atWork }) => sum + atWork(), 0),
    close: async () => {
      await Promise.race([
        Promise.all([outbox, ...lanes].map(({ finish }) => finish())),
        setTimeout(longestEnd, undefined, { ref: false }),
      ])
      await db.destroy()
    },
  }
}

/** What still runs then is run again when its lease is over. */
const longestEnd = 5_000
