import { mkdir } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { Temporal } from 'temporal-polyfill'
import type { Express, Router } from 'express'
import { membershipChanged } from '@buy-locals/contracts/auth/events'
import { id, type Id } from '@buy-locals/values/ids'
import { startPostgres } from '@buy-locals/embedded-postgres/embedded-postgres'
import { application } from '@buy-locals/service-kit/application'
import { inProcessBus, type Bus } from '@buy-locals/service-kit/bus'
import type { Clock } from '@buy-locals/service-kit/clock'
import { startWorker } from '@buy-locals/service-kit/hosts/worker'
import { createLog, type Log } from '@buy-locals/service-kit/log'
import { isMember } from '@buy-locals/service-kit/memberships'
import { metrics } from '@buy-locals/service-kit/metrics'
import { clientConfigOf, clientConfigRouter } from './client-config.ts'
import { compose, type Composed } from './compose.ts'
import type { Config } from './config.ts'
import { docsPage } from './docs-page.ts'
import { gateway } from './gateway.ts'
import { healthAndMetrics } from './health.ts'
import { openInternalApi } from './internal-api.ts'
import { migrateAll } from './migrate-all.ts'
import { startPayments } from './payments.ts'
import { inProcessFanOut } from './realtime/fan-out.ts'
import { realtimeHub } from './realtime/hub.ts'
import { redisFanOut } from './realtime/redis-fan-out.ts'
import { readSecrets, type Secrets } from './secrets.ts'
import { drain } from './drain.ts'
import { openClock, testClockRouter } from './test-clock.ts'

export type Running = {
  url: string
  publicUrl: string
  /** The services without the gateway, for this machine itself. */
  internalUrl: string
  /** All that can be reached here. */
  app: Express
  stripeApiBase: string | undefined
  composed: Composed
  secrets: Secrets
  log: Log
  bus: Bus
  /** Says all that is recorded and runs all that is due, until nothing is left. */
  drain(): Promise<void>
  /** Something was committed that may have to be said or done: look now. */
  wake(): void
  /** Shifts this process's time, for the demonstration's past. Nothing is kept of it. */
  shiftTime(by: string): void
  /** Lets what is under way end, says what can be said, and stops what this process has started. */
  close(): Promise<void>
}

type Screens = (at: { apiUrl: string; publicUrl: string; clock: Clock }) => Promise<Router>

/** Everything on one machine: database, six services, gateway, hub and worker, and the screens if there are any. */
export async function start(config: Config, screens?: Screens): Promise<Running> {
  const log = createLog({ level: config.LOG_LEVEL })
  const dataDir = resolve(config.DATA_DIR)
  await mkdir(dataDir, { recursive: true })
  const secrets = await readSecrets(dataDir)
  const { server, url, serve } = await listen(config)
  const publicUrl = config.PUBLIC_URL ?? url

  const postgres = config.DATABASE_URL ? undefined : await startPostgres({ dataDir })
  const databaseUrl = config.DATABASE_URL ?? postgres?.url ?? ''
  await migrateAll(databaseUrl, secrets.database)
  const payments = await startPayments({ ...config, DATA_DIR: dataDir }, url)

  const { clock, shift, advance } = await openClock(dataDir, config.TEST_CLOCK === '1')
  const redis = config.REDIS_URL ? new Redis(config.REDIS_URL) : undefined
  const bus = inProcessBus({ log })
  const fanOut = config.REDIS_URL ? await redisFanOut(config.REDIS_URL, log) : inProcessFanOut()
  const composed = await compose({
    config,
    secrets,
    databaseUrl,
    publicUrl,
    clock,
    log,
    publish: bus.publish,
    payments,
    redis,
    tell: (channel, events) => hub.publish(channel, events),
  })
  const { services, databases } = composed
  const hostRoutes = { router: clientConfigRouter(composed.auth, clientConfigOf(config, payments, publicUrl)) }
  const isHere = (personId: string, businessId: string) =>
    isMember(composed.business.db, { id: personId as Id<'person'> }, businessId as Id<'business'>)
  const hub = realtimeHub({
    authenticate: async (token) => {
      const actor = await composed.realtime(token)
      return actor && { personId: actor.id, expiresAt: Temporal.Instant.fromEpochMilliseconds(actor.expiresAt * 1000) }
    },
    isMember: isHere,
    clock,
    log,
    allowedOrigins: [new URL(publicUrl).origin, ...config.CORS_ORIGINS],
    publishToken: secrets.realtimePublish,
    fanOut,
  })
  for (const { consumers } of services) bus.connect(consumers)
  bus.connect([
    {
      name: 'server.realtime',
      handles: membershipChanged.type,
      handle: async ({ data }) => {
        const { personId, scope, role } = membershipChanged.data.parse(data)
        const business = id('business').safeParse(scope)
        if (role || !business.success) return
        // The same news is on its way to where the hub looks; whoever asks again at once must not be let in once more.
        for (let tries = 0; tries < 40 && (await isHere(personId, business.data)); tries++) await setTimeout(25)
        await hub.membershipEnded(personId, business.data)
      },
    },
  ])

  const worker = startWorker(services, { log })
  const measured = metrics()
  for (const [name, db] of databases) measured.watch(name, db, clock)
  const moveEverything = async (by: string) => {
    await payments.simulator?.advance(by)
    await advance(by)
    await drain(services)
  }
  const front: Router[] = [
    gateway({
      connect: [publicUrl.replace(/^http/, 'ws'), ...(payments.simulator ? [payments.simulator.url] : [])],
      stripe: config.payments === 'stripe',
      https: publicUrl.startsWith('https:'),
      corsOrigins: config.CORS_ORIGINS,
      limitFactor: config.LIMIT_FACTOR,
      redis,
    }),
    healthAndMetrics({ databases, metrics: measured, token: config.METRICS_TOKEN }),
    hub.router,
    docsPage(),
    ...(config.TEST_CLOCK === '1' ? [testClockRouter(moveEverything, clock)] : []),
  ]
  const inside = await openInternalApi([...services, hostRoutes], log, worker.wake)
  const back = screens ? [await screens({ apiUrl: inside.url, publicUrl, clock })] : []
  const routers = [...front, ...services.map(({ router }) => router), hostRoutes.router, ...back].map((router) => ({
    router,
  }))
  const app = application({
    services: routers,
    log,
    trustProxy: trustOf(config.TRUST_PROXY),
    onAnswer: (answer) => {
      measured.onAnswer(answer)
      worker.wake()
    },
  })
  serve(app)
  hub.attach(server)

  return {
    url,
    publicUrl,
    internalUrl: inside.url,
    app,
    stripeApiBase: payments.simulator?.url,
    composed,
    secrets,
    log,
    bus,
    drain: () => drain(services),
    wake: worker.wake,
    shiftTime: shift,
    close: async () => {
      await hub.close()
      server.closeIdleConnections()
      await new Promise((done) => server.close(done))
      await inside.close()
      await worker.stop()
      for (const service of services) await service.close()
      await fanOut.close()
      redis?.disconnect()
      await payments.simulator?.stop()
      await postgres?.stop()
    },
  }
}

/** The address is taken before anything else, because tokens and webhooks name it; until all is ready it asks for patience. */
async function listen({ HOST, PORT }: Config) {
  let handle: RequestListener = (_req, res) => void res.writeHead(503, { 'retry-after': '1' }).end()
  const server = createServer((req, res) => handle(req, res))
  await new Promise<void>((done, failed) => server.once('error', failed).listen(PORT, HOST, done))
  const { port } = server.address() as AddressInfo
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST
  return {
    server,
    url: `http://${host}:${port}`,
    serve: (ready: RequestListener) => {
      handle = ready
    },
  }
}

const trustOf = (given: string | undefined): number | string | false =>
  given === undefined ? false : /^\d+$/.test(given) ? Number(given) : given
