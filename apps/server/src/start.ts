import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Express } from 'express'
import { startPostgres } from '@buy-locals/embedded-postgres/embedded-postgres'
import type { ServiceName } from '@buy-locals/contracts/operation'
import type { Push } from '@buy-locals/notification/deps'
import { inProcessBus, type Bus } from '@buy-locals/service-kit/bus'
import { startWorker, type Worker } from '@buy-locals/service-kit/hosts/worker'
import { createLog, type Log } from '@buy-locals/service-kit/log'
import { openRedis } from '@buy-locals/service-kit/redis'
import { openApplication, type Screens } from './application.ts'
import { compose, type Composed } from './compose.ts'
import type { Config } from './config.ts'
import { drain } from './drain.ts'
import { listen } from './listen.ts'
import { migrateAll, refuseUnfit } from './migrate-all.ts'
import { startPayments } from './payments.ts'
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

/** Everything on one machine: database, six services, gateway, hub and worker, and the screens if there are any. */
export async function start(config: Config, screens?: Screens): Promise<Running> {
  const log = createLog({ level: config.LOG_LEVEL })
  if (config.DATABASE_URL) await refuseUnfit(config.DATABASE_URL)
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
  const redis = config.REDIS_URL ? openRedis(config.REDIS_URL, log) : undefined

  const bus = inProcessBus({ log })
  const shared = { config, secrets, publicUrl, clock, log, redis, payments }
  const push: Push = (channel, events) => hub.publish(channel, events)
  let worker: Worker | undefined
  const onWorkCommitted = (service: ServiceName) => worker?.wake(service)
  const composed = await compose({ ...shared, databaseUrl, publish: bus.publish, push, onWorkCommitted })
  const { services } = composed
  const { hub, consumers: ownConsumers } = await openHub({ ...shared, composed })
  for (const { consumers } of services) bus.connect(consumers)
  bus.connect(ownConsumers)
  worker = startWorker(services, { log })
  const advanceAll = async (by: string) => {
    await payments.simulator?.advance(by)
    await advance(by)
    await drain(services, clock)
  }
  const { app, internal, consumers } = await openApplication({ ...shared, composed, hub, screens, advanceAll })
  bus.connect(consumers)
  serve(app)
  hub.attach(server)

  return {
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
    close: async () => {
      await hub.close()
      server.closeIdleConnections()
      await new Promise((done) => server.close(done))
      await internal.close()
      await worker?.stop()
      for (const service of services) await service.close()
      redis?.disconnect()
      await payments.simulator?.stop()
      await postgres?.stop()
    },
  }
}
