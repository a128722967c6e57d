import type { Server } from 'node:http'
import type { Express } from 'express'
import type { ServiceName } from '@buy-locals/contracts/operation'
import type { Push } from '@buy-locals/notification/deps'
import type { Duty } from '@buy-locals/service-kit/added-work'
import { copiesInRedis } from '@buy-locals/service-kit/adapters/copies-in-redis'
import { inProcessBus, type Bus } from '@buy-locals/service-kit/bus'
import { startWorker, type Worker } from '@buy-locals/service-kit/hosts/worker'
import type { Log } from '@buy-locals/service-kit/log'
import { metrics, type Metrics } from '@buy-locals/service-kit/metrics'
import { openRedis } from '@buy-locals/service-kit/redis'
import type { Throttle } from '@buy-locals/service-kit/throttle'
import { readCache } from '@buy-locals/service-kit/read-cache'
import type { SharedReads } from '@buy-locals/service-kit/service'
import { openApplication, type Screens } from './application.ts'
import { compose, type Composed } from './compose.ts'
import type { Config } from './config.ts'
import { drain } from './drain.ts'
import { forgetCopies } from './forget-copies.ts'
import { within, type Lifetime } from './lifetime.ts'
import type { Listener } from './listen.ts'
import type { PaymentSettings } from './payments.ts'
import type { PhoneApp } from './phone-app.ts'
import type { Readiness } from './readiness.ts'
import type { FanOut } from './realtime/fan-out.ts'
import type { OpenConnections } from './realtime/open-connections.ts'
import { openHub } from './realtime/open-hub.ts'
import type { Secrets } from './secrets.ts'
import type { ServerClock } from './test-clock.ts'

/** What a process shares with the others of its server. A server of one process has none of it. */
export type Siblings = {
  fanOut: FanOut | undefined
  openConnections: OpenConnections | undefined
  throttle: Throttle | undefined
  /** Something was committed that the worker, in another process, has to publish or run. */
  wake(service: ServiceName, duties: readonly Duty[]): void
  readMetrics(own: Metrics): Promise<string>
  advanceAll(by: string): Promise<void>
}

type Options = {
  config: Config
  secrets: Secrets
  url: string
  databaseUrl: string
  payments: PaymentSettings
  time: ServerClock
  log: Log
  lifetime: Lifetime
  readiness: Readiness
  listener: Pick<Listener, 'serve' | 'close'> & { server: Pick<Server, 'on' | 'off' | 'listenerCount'> }
  screens: Screens | undefined
  requestPhoneApp: PhoneApp['request']
  /** Publishes events and runs jobs, answers people, or both. */
  duties: { web: boolean; worker: boolean }
  advanceSimulator?: (by: string) => Promise<void>
  siblings?: Siblings
  /** How often the worker looks for what nobody woke it for. */
  pollMs?: number | undefined
}

export type OpenServices = {
  publicUrl: string
  /** The services without the gateway, for this machine itself. */
  internalUrl: string
  app: Express
  composed: Composed
  bus: Bus
  metrics: Metrics
  wake(service: ServiceName, duties: readonly Duty[]): void
  drain(): Promise<void>
}

/** What one process does for people: the six services, gateway and hub, the worker, and the screens if there are any. */
export async function openServices(options: Options): Promise<OpenServices> {
  const { config, url, databaseUrl, time, lifetime, listener, duties, siblings } = options
  const { clock } = time
  const publicUrl = config.PUBLIC_URL ?? url
  const redis = await lifetime.own(() => (config.REDIS_URL ? openRedis(config.REDIS_URL, options.log) : undefined), {
    stop: async (connection) => connection?.disconnect(),
  })
  const bus = inProcessBus({ log: options.log })
  const copies = readCache(redis && copiesInRedis(redis))
  const sharedReads: SharedReads = new Map()
  const shared = { ...options, publicUrl, clock, redis, readCache: copies, sharedReads }
  const push: Push = (channel, events) => hub.publish(channel, events)
  let worker: Worker | undefined
  let machines: FanOut | undefined
  const wake = (service: ServiceName, its: readonly Duty[]) => worker?.wake(service, its)
  const wakeMachines = (service: ServiceName, its: readonly Duty[]) =>
    void machines?.broadcast({ kind: 'work-committed', service, duties: its })
  const wakeOthers = config.ROLE === 'web' ? wakeMachines : siblings?.wake
  const onWorkCommitted = duties.worker ? wake : wakeOthers
  const composed = await lifetime.own(
    () => compose({ ...shared, databaseUrl, publish: bus.publish, push, ...(onWorkCommitted && { onWorkCommitted }) }),
    // What still holds a connection is rolled back when the process or the database ends.
    { stop: ({ services: all }) => within(1_000, Promise.all(all.map((service) => service.close()))) },
  )
  const { services } = composed
  const { hub, fanOut, consumers } = await openHub({ ...shared, ...siblings, composed })
  machines = fanOut
  for (const { consumers } of services) bus.connect(consumers)
  bus.connect([...consumers, ...forgetCopies(fanOut)])
  const advanceAll = async (by: string) => {
    await options.advanceSimulator?.(by)
    await time.advance(by)
    await drain(services, clock)
  }
  const measured = metrics()
  const forApplication = {
    ...{ ...shared, composed, hub, measured, throttle: siblings?.throttle },
    advanceAll: siblings?.advanceAll ?? advanceAll,
    readMetrics: () => siblings?.readMetrics(measured) ?? measured.text(),
  }
  const { app, internal, forgetPages } = await lifetime.own(() => openApplication(forApplication), {
    stop: (opened) => opened.internal.close(),
  })
  fanOut.subscribe({
    onMessage: (message) => {
      if (message.kind === 'work-committed') wake(message.service, message.duties)
      if (message.kind !== 'copies-outdated') return
      copies.forget(...message.subjects)
      forgetPages(message.subjects)
    },
    onGap: () => {}, // no copy lives long
  })
  listener.serve(app)
  await lifetime.own(() => hub.attach(listener.server), {
    stop: async () => {
      // What a worker has begun is leased, and is taken up again by the next one.
      const ended = worker && within(3_000, worker.stop())
      await hub.close()
      await listener.close()
      await ended
    },
  })
  if (duties.worker)
    worker = startWorker(services, { log: options.log, ...(options.pollMs && { pollMs: options.pollMs }) })
  return {
    ...{ publicUrl, internalUrl: internal.url, app, composed, bus, metrics: measured, wake },
    drain: () => drain(services, clock),
  }
}
