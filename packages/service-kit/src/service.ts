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
import { runDue, type JobKind } from './jobs.ts'
import type { Db, KitTables } from './kit-tables.ts'
import type { Log } from './log.ts'
import type { ReadCache } from './read-cache.ts'
import { drain, type Publish } from './outbox.ts'
import { cleanup } from './cleanup.ts'
import { endedSessionsConsumer } from './ended-sessions.ts'

export type { Clock } from './clock.ts'
export type { Log } from './log.ts'

export type Actor = { id: Id<'person'>; sessionId?: Id<'session'> }

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
  /** One batch; returns how many events were published. */
  drainOutbox(): Promise<number>
  /** Publishes the current state again with the versions it has, so that projections can be rebuilt; returns how many events. */
  replay(): Promise<number>
  exportPerson: ExportPerson
  /** One batch; returns how many jobs were tried. */
  runDueJobs(): Promise<number>
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
  /** Without it every request reads the database. */
  readCache?: ReadCache
}

type Parts = {
  name: ServiceName
  router: Router
  publishes: readonly EventType[]
  consumers: readonly Consumer[]
  jobs: readonly JobKind[]
  replay: () => Promise<number>
  erasePerson: ErasePerson
  exportPerson: ExportPerson
}

/** Completes a service's own parts with those that are the same for all six. */
export function service<DB extends KitTables>(
  { db, clock, log, publish }: Pick<ServiceDeps<DB>, 'db' | 'clock' | 'log' | 'publish'>,
  { name, router, publishes, consumers, jobs, replay, erasePerson, exportPerson }: Parts,
): Service {
  const all = [...jobs, cleanup(db, clock), erasureJob(db, clock, erasePerson)]
  return {
    name,
    database: db as unknown as Db,
    router,
    publishes,
    consumers: [
      ...consumers,
      erasureConsumer(db, clock, name),
      ...(publishes.includes(sessionEnded) ? [] : [endedSessionsConsumer(db, name)]),
    ],
    jobs: all,
    drainOutbox: () => drain(db, publish),
    replay,
    exportPerson,
    runDueJobs: () => runDue(db, clock, all, { log }),
    close: () => db.destroy(),
  }
}
