import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Role, Scope } from '@buy-locals/contracts/auth/shapes'
import type { DataOf, Envelope, EventType } from '@buy-locals/contracts/event'
import type { Input, Operation, Output, ServiceName } from '@buy-locals/contracts/operation'
import type { problemDocument } from '@buy-locals/contracts/problem'
import { newId, type Id } from '@buy-locals/values/ids'
import { cloneDatabase } from '@buy-locals/embedded-postgres/testing/database'
import { application } from '../application.ts'
import { movableClock, type Clock } from '../clock.ts'
import { connect } from '../database.ts'
import { createDelivery } from '../delivery.ts'
import type { KitTables } from '../kit-tables.ts'
import { createLog } from '../log.ts'
import { grant } from '../memberships.ts'
import { migrate, runMigration, serviceUrl } from '../migrate.ts'
import type { Recorded } from '../outbox.ts'
import type { Authenticate, Service, ServiceDeps } from '../service.ts'
import { refuseSecondConnection } from './one-connection.ts'
import { requestTo } from './request.ts'

type Options<DB extends KitTables, S extends Service> = {
  name: ServiceName
  /** The service's own folder: `new URL('../migrations/', import.meta.url)`. */
  migrations: URL
  extensions?: readonly string[]
  /** Where the clock stands; it moves by `advance` alone. */
  now?: string
  make(deps: ServiceDeps<DB> & { databaseUrl: string }): S | Promise<S>
}

type Caller = { as?: Id<'person'> | undefined; headers?: Record<string, string> }

/** What came back. `body` is what the contract promises, if it went well; `problem` is the refusal, if it did not. */
export type TestResponse<O extends Operation> = {
  status: number
  headers: Headers
  body: Output<O>
  problem: (ReturnType<typeof problemDocument> & { errors?: { pointer: string; detail: string }[] }) | undefined
}

export type RunningService<DB extends KitTables, S extends Service = Service> = AsyncDisposable & {
  service: S
  url: string
  db: Kysely<DB>
  /** Address with all rights, for what a test must look at from outside. */
  adminUrl: string
  clock: Clock
  call<O extends Operation>(operation: O, input: Input<O>, caller?: Caller): Promise<TestResponse<O>>
  /** Gives the service an event of another one. */
  deliver<E extends EventType>(of: E, subject: string, sequence: number, data: DataOf<E>): Promise<Envelope>
  redeliver(event: Envelope): Promise<void>
  /** Every event published so far, or those of one type, oldest first. */
  published(): Promise<Envelope[]>
  published<E extends EventType>(of: E): Promise<Envelope<DataOf<E>>[]>
  /** Moves the clock and runs what is due then. */
  advance(by: string): Promise<void>
  member(personId: Id<'person'>, scope: Scope, role: Role): Promise<void>
  /** Runs a migration of the service once more: what a test has stored is what it meets. */
  runMigration(file: string): Promise<void>
}

const secret = 'of the tests'

/** `Bearer test:per_…` is that person, `Bearer test:per_…:ses_…` in that session, and with seconds since 1970 after it, when its second factor was shown. */
export const authenticateTest: Authenticate = async (token) => {
  const [kind, id, sessionId, confirmedAt] = token.split(':')
  if (kind !== 'test' || !id?.startsWith('per_')) return undefined
  return {
    ...{ id: id as Id<'person'> },
    ...(sessionId && { sessionId: sessionId as Id<'session'> }),
    ...(confirmedAt && { confirmedAt: Number(confirmedAt) }),
  }
}

/** Why a test gets a 500 is always printed. */
const unexpectedAlone = {
  write: (line: string) => void (line.includes('"msg":"unexpected error"') && process.stderr.write(line)),
}

/** One service on a database of its own, behind its HTTP application, with nothing else around it. */
export async function startService<DB extends KitTables, S extends Service = Service>({
  name,
  migrations,
  extensions = [],
  now = '2026-03-20T08:00:00Z',
  make,
}: Options<DB, S>): Promise<RunningService<DB, S>> {
  const { url: adminUrl, drop } = await cloneDatabase(`${name} ${migrations.pathname}`, async (template) => {
    await migrate(template, { service: name, folder: migrations, secret, extensions })
  })
  const databaseUrl = serviceUrl(adminUrl, name, secret)
  const db = connect<DB>(databaseUrl, { applicationName: name })
  const { clock, advance } = movableClock(() => Temporal.Instant.from(now))
  const log = process.env['TEST_LOG'] ? createLog({ level: 'debug' }) : createLog({ destination: unexpectedAlone })
  const publishedEvents: Envelope[] = []
  const publish = async (events: readonly Recorded[]) => {
    for (const { type } of events)
      if (!service.publishes.some((declared) => declared.type === type))
        throw new Error(`The ${name} service does not declare that it publishes ${type}`)
    publishedEvents.push(...events.map(({ tries: _, ...event }) => event))
    return events.map(({ id }) => id)
  }
  const service = await make({
    db: refuseSecondConnection(db),
    clock,
    log,
    publish,
    authenticate: authenticateTest,
    allowedOrigins: [],
    databaseUrl,
  })
  const server = application({ services: [service], log, trustProxy: 'loopback' }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const redeliver = async (event: Envelope) => {
    const errors: unknown[] = []
    const collect = { ...log, error: (fields: object | string) => void errors.push(Reflect.get(Object(fields), 'err')) }
    const deliver = createDelivery({ log: collect, patienceMs: 60_000 })
    const [handled] = await deliver(service.consumers, [{ ...event, tries: 1 }])
    if (!handled) throw errors[0] ?? new Error(`${event.type} was not handled in time`)
  }
  return {
    service,
    url,
    db,
    adminUrl,
    clock,
    call: async (operation, input, { as, headers = {} } = {}) => {
      const { path, ...request } = requestTo(operation, input)
      const own: Record<string, string> = { ...request.headers }
      if (as) own['authorization'] = `Bearer test:${as}`
      if (operation.idempotent) own['idempotency-key'] = randomUUID()
      const response = await fetch(url + path, { ...request, headers: { ...own, ...headers }, redirect: 'manual' })
      const content = await response.text()
      const isJson = response.headers.get('content-type')?.includes('json') ?? false
      const body = isJson ? (JSON.parse(content) as never) : (content as never)
      const { status } = response
      return { status, headers: response.headers, body, problem: status >= 400 ? body : undefined }
    },
    deliver: async (of, subject, sequence, data) => {
      const event = { id: newId('event'), type: of.type, subject, sequence, at: clock().toString(), data }
      await redeliver(event)
      return event
    },
    redeliver,
    published: async (of?: EventType) => {
      while ((await service.drainOutbox()) > 0);
      const events = publishedEvents.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      return (of ? events.filter(({ type }) => type === of.type) : events) as never
    },
    advance: async (by) => {
      advance(by)
      while ((await service.runDueJobs()) > 0);
    },
    member: (personId, scope, role) =>
      db.transaction().execute((tx) => grant(tx, { personId, scope, role, sequence: 1 })),
    runMigration: (file) => runMigration(adminUrl, name, new URL(file, migrations)),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await service.close()
      await drop()
    },
  }
}
