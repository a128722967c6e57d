import { Router, type Express, type RequestHandler } from 'express'
import type { Redis } from 'ioredis'
import type { Api } from '@buy-locals/api-client/api'
import { application } from '@buy-locals/service-kit/application'
import type { Clock } from '@buy-locals/service-kit/clock'
import type { ShareCard } from '@buy-locals/media/draw-share-card'
import type { Log } from '@buy-locals/service-kit/log'
import type { Metrics } from '@buy-locals/service-kit/metrics'
import type { SharedReads } from '@buy-locals/service-kit/service'
import type { Throttle } from '@buy-locals/service-kit/throttle'
import type { LegalTexts } from '@buy-locals/web/legal-texts'
import { appLinks } from './app-links.ts'
import { clientConfigOf, clientConfigRouter, listOriginsOfClients } from './client-config.ts'
import type { Composed } from './compose.ts'
import type { Config } from './config.ts'
import { docsPage } from './docs-page.ts'
import { gateway } from './gateway.ts'
import { healthAndMetrics } from './health.ts'
import { openInternalApi, type InternalApi } from './internal-api.ts'
import { refuseForeignPages } from './own-origins.ts'
import type { PhoneApp } from './phone-app.ts'
import { phoneAppRouter } from './phone-app-router.ts'
import type { PaymentSettings } from './payments.ts'
import type { Readiness } from './readiness.ts'
import { testClockRouter } from './test-clock.ts'

/** `forget` throws away what the screens have rendered of these subjects. */
export type Screens = (at: {
  apiUrl: string
  fetchApi: typeof fetch
  readShared: Api
  publicUrl: string
  legalTexts: LegalTexts | undefined
  clock: Clock
  reportError(error: unknown): void
  drawShareCard(card: ShareCard): Promise<Buffer>
}) => Promise<{ router: Router; forget(subjects: readonly string[]): void }>

type Options = {
  config: Config
  publicUrl: string
  clock: Clock
  log: Log
  redis: Redis | undefined
  payments: PaymentSettings
  composed: Composed
  sharedReads: SharedReads
  hub: { router: Router }
  readiness: Readiness
  measured: Metrics
  readMetrics(): Promise<string>
  /** Counts for all processes of this server, where there are several. */
  throttle: Throttle | undefined
  screens: Screens | undefined
  /** Builds the phone app for browsers, once somebody opens it. */
  requestPhoneApp: PhoneApp['request']
  /** Moves time for everything that runs here, for tests. */
  advanceAll(by: string): Promise<void>
}

/** Everything that answers HTTP here: the gateway first, then what belongs to the host, the six services and the screens. */
export async function openApplication(
  options: Options,
): Promise<{ app: Express; internal: InternalApi; forgetPages(subjects: readonly string[]): void }> {
  const { config, publicUrl, clock, log, redis, payments, composed, hub, readiness, screens, advanceAll } = options
  const { measured, readMetrics, throttle, sharedReads } = options
  const { services, databases } = composed
  for (const [name, db] of databases) measured.watch(name, db, clock)
  const api = [
    ...services.map(({ router }) => router),
    clientConfigRouter(composed.auth, clientConfigOf(config, payments, publicUrl)),
  ]
  const internal = await openInternalApi({ services: asRouted(api), sharedReads, log })
  const reportError = (err: unknown) => log.error({ err }, 'a page failed')
  const own = { apiUrl: internal.url, fetchApi: internal.fetch, readShared: internal.readShared }
  const shown = await screens?.({
    ...own,
    ...composed.shareCards,
    publicUrl,
    legalTexts: config.LEGAL_DIR,
    clock,
    reportError,
  })
  const health = healthAndMetrics({ databases, readiness, readMetrics, token: config.METRICS_TOKEN })
  const routers = [
    Router().use(setDateHeader(clock)),
    ...(config.demonstration ? [Router().use(refuseForeignPages(config.CORS_ORIGINS))] : []),
    gateway({
      connect: listOriginsOfClients(config, payments, publicUrl, composed.uploadOrigin),
      stripe: config.payments === 'stripe',
      googleMap: config.GOOGLE_MAPS_BROWSER_KEY !== undefined,
      https: publicUrl.startsWith('https:'),
      corsOrigins: config.CORS_ORIGINS,
      limitFactor: config.LIMIT_FACTOR,
      redis,
      throttle,
    }),
    health,
    hub.router,
    composed.mediaRouter,
    docsPage(),
    appLinks(config),
    ...(config.TEST_CLOCK === '1' ? [testClockRouter(advanceAll, clock)] : []),
    ...api,
    phoneAppRouter(options.requestPhoneApp, { guests: payments.simulator ? [payments.simulator.url] : [] }),
    ...(shown ? [shown.router] : []),
  ]
  const app = application({
    services: asRouted(config.ROLE === 'worker' ? [health] : routers),
    log,
    trustProxy: config.TRUST_PROXY ?? false,
    onResponse: measured.onResponse,
  })
  return { app, internal, forgetPages: (subjects) => shown?.forget(subjects) }
}

const asRouted = (routers: Router[]) => routers.map((router) => ({ router }))

/** By the clock that services decide with, which tests and the demonstration move: the dashboard's "today" is the server's. */
const setDateHeader =
  (clock: Clock): RequestHandler =>
  (_req, res, next) => {
    res.set('date', new Date(clock().epochMilliseconds).toUTCString())
    next()
  }
