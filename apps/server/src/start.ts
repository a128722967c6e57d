import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Express } from 'express'
import type { ServiceName } from '@buy-locals/contracts/operation'
import type { Push } from '@buy-locals/notification/deps'
import { copiesInRedis } from '@buy-locals/service-kit/adapters/copies-in-redis'
import { inProcessBus, type Bus } from '@buy-locals/service-kit/bus'
import { startWorker, type Worker } from '@buy-locals/service-kit/hosts/worker'
import { createLog, type Log } from '@buy-locals/service-kit/log'
import { openRedis } from '@buy-locals/service-kit/redis'
import { readCache } from '@buy-locals/service-kit/read-cache'
import { openApplication, type Screens } from './application.ts'
import { compose, type Composed } from './compose.ts'
import type { Config } from './config.ts'
import { prepareTown, removeHalfOpenedTown } from './demo/town-state.ts'
import { drain } from './drain.ts'
import { openLifetime, within, type Lifetime } from './lifetime.ts'
import { listen } from './listen.ts'
import { openMachine } from './machine.ts'
import { refuseUnfit } from './migrate-all.ts'
import { claimDataDir } from './one-server.ts'
import { openReadiness } from './readiness.ts'
import { openHub } from './realtime/open-hub.ts'
import { readSecrets, type Secrets } from './secrets.ts'
import { openClock } from './test-clock.ts'

export type Running = {
  url: string
  publicUrl: string
  /** The services without the gateway, for this machine itself. */
  internalUrl: string
  /** All that can be reached here. */
  app: Express
  /** With all rights, for whoever looks after this machine. */
  databaseUrl: string
  simulator: { url: string; secretKey: string } | undefined
  composed: Composed
  secrets: Secrets
  log: Log
  bus: Bus
  /** Publishes all recorded events and runs all due jobs, until nothing is left. */
  drain(): Promise<void>
  /** Shifts this process's time, for the demonstration's past. The shift is not stored. */
  shiftTime(by: string): void
  /** Lets what is under way end and stops what this process has started. */
  close(): Promise<void>
}

type Options = {
  screens?: Screens | undefined
  /** Before anybody else comes in, such as opening the town. */
  prepare?: (running: Running) => Promise<void>
  lifetime?: Lifetime
  /** A part of the machine has ended and does not come back. */
  onGivenUp?: (error: Error) => void
}

/** Everything on one machine, in this process: database, six services, gateway, hub and worker, and the screens if there are any. A start that fails stops what it has started. */
export async function start(config: Config, options: Options = {}): Promise<Running> {
  const { lifetime = openLifetime() } = options
  return startOwned(config, { ...options, lifetime }).catch(async (error: unknown) => {
    await lifetime.end()
    throw error
  })
}

async function startOwned(
  config: Config,
  { screens, prepare, lifetime, onGivenUp }: Options & { lifetime: Lifetime },
): Promise<Running> {
  const log = createLog({ level: config.LOG_LEVEL })
  const readiness = openReadiness(['start', 'database', 'simulator', 'town'])
  if (config.DATABASE_URL) await refuseUnfit(config.DATABASE_URL)
  const dataDir = resolve(config.DATA_DIR)
  await mkdir(dataDir, { recursive: true })
  await lifetime.own(() => claimDataDir(dataDir), { stop: ({ release }) => release() })
  const listener = await lifetime.own(() => listen(config, readiness), { stop: ({ close }) => close() })
  const { server, url } = listener
  const publicUrl = config.PUBLIC_URL ?? url
  await lifetime.own(() => prepareTown(config), { stop: () => removeHalfOpenedTown(config) })
  const secrets = await readSecrets(dataDir)

  const giveUp = (error: Error) => {
    log.error({ err: error }, 'The server ends')
    void lifetime.end()
  }
  const forMachine = { config, dataDir, url, secrets, log, lifetime, readiness, onGivenUp: onGivenUp ?? giveUp }
  const { databaseUrl, payments } = await openMachine(forMachine)
  const { clock, shift, advance } = await openClock(dataDir, config.TEST_CLOCK === '1')
  const redis = await lifetime.own(() => (config.REDIS_URL ? openRedis(config.REDIS_URL, log) : undefined), {
    stop: async (connection) => connection?.disconnect(),
  })

  const bus = inProcessBus({ log })
  const copies = readCache(redis && copiesInRedis(redis))
  const shared = { config, secrets, publicUrl, clock, log, redis, payments, readCache: copies }
  const push: Push = (channel, events) => hub.publish(channel, events)
  let worker: Worker | undefined
  const onWorkCommitted = (service: ServiceName) => worker?.wake(service)
  const composed = await lifetime.own(
    () => compose({ ...shared, databaseUrl, publish: bus.publish, push, onWorkCommitted }),
    // What still holds a connection is rolled back when the process or the database ends.
    { stop: ({ services: all }) => within(1_000, Promise.all(all.map((service) => service.close()))) },
  )
  const { services } = composed
  const { hub, consumers: ownConsumers } = await openHub({ ...shared, composed })
  for (const { consumers } of services) bus.connect(consumers)
  bus.connect(ownConsumers)
  const advanceAll = async (by: string) => {
    await payments.simulator?.advance(by)
    await advance(by)
    await drain(services, clock)
  }
  const forApplication = { ...shared, composed, hub, readiness, screens, advanceAll }
  const { app, internal, consumers } = await lifetime.own(() => openApplication(forApplication), {
    stop: (opened) => opened.internal.close(),
  })
  bus.connect(consumers)
  listener.serve(app)
  await lifetime.own(() => hub.attach(server), {
    stop: async () => {
      // What a worker has begun is leased, and is taken up again by the next one.
      const ended = worker && within(3_000, worker.stop())
      await hub.close()
      await listener.close()
      await ended
    },
  })
  worker = startWorker(services, { log })

  const running: Running = {
    url,
    publicUrl,
    internalUrl: internal.url,
    app,
    databaseUrl,
    simulator: payments.simulator,
    composed,
    secrets,
    log,
    bus,
    drain: () => drain(services, clock),
    shiftTime: shift,
    close: lifetime.end,
  }
  await prepare?.(running)
  lifetime.signal.throwIfAborted()
  readiness.set('town', true)
  readiness.set('start', true)
  return running
}
