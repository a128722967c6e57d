import { resolve } from 'node:path'
import type { Router } from 'express'
import type { Kysely } from 'kysely'
import type { Redis } from 'ioredis'
import type { Deps as AuthDeps } from '@buy-locals/auth/deps'
import { authFromConfig } from '@buy-locals/auth/from-config'
import { bookingFromConfig } from '@buy-locals/booking/from-config'
import type { Deps as BusinessDeps } from '@buy-locals/business/deps'
import { businessFromConfig } from '@buy-locals/business/from-config'
import { serviceNames, type ServiceName } from '@buy-locals/contracts/operation'
import type { Push } from '@buy-locals/notification/deps'
import { notificationFromConfig } from '@buy-locals/notification/from-config'
import { config as mediaConfig } from '@buy-locals/media/config'
import { drawShareCard, type ShareCard } from '@buy-locals/media/draw-share-card'
import { urlOf, type Media } from '@buy-locals/media/media'
import { openMedia } from '@buy-locals/media/open-media'
import { ownerOfKey } from '@buy-locals/media/photos/photo'
import type { Deps as PaymentDeps } from '@buy-locals/payment/deps'
import { paymentFromConfig } from '@buy-locals/payment/from-config'
import { reviewFromConfig } from '@buy-locals/review/from-config'
import type { Duty } from '@buy-locals/service-kit/added-work'
import type { Clock } from '@buy-locals/service-kit/clock'
import { readConfig } from '@buy-locals/service-kit/config'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'
import type { Log } from '@buy-locals/service-kit/log'
import type { Publish } from '@buy-locals/service-kit/outbox'
import type { ReadCache } from '@buy-locals/service-kit/read-cache'
import type { Service, SharedReads } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Config } from './config.ts'
import { acceptedVersions } from './legal-texts.ts'
import { ownOrigins } from './own-origins.ts'
import type { PaymentSettings } from './payments.ts'
import type { Secrets } from './secrets.ts'

type Options = {
  config: Config
  secrets: Secrets
  databaseUrl: string
  publicUrl: string
  clock: Clock
  log: Log
  publish: Publish
  payments: PaymentSettings
  redis: Redis | undefined
  readCache: ReadCache
  sharedReads: SharedReads
  push: Push
  onWorkCommitted?: (service: ServiceName, duties: readonly Duty[]) => void
}

export type Composed = {
  services: Service[]
  databases: ReadonlyMap<ServiceName, Kysely<KitTables>>
  mediaRouter: Router
  /** Where browsers send photos. */
  uploadOrigin: string
  shareCards: { drawShareCard(card: ShareCard): Promise<Buffer> }
  /** For the host's own operations, and for the demonstration, which acts without a request. */
  auth: AuthDeps
  business: BusinessDeps
  payment: PaymentDeps
  notification: ReturnType<typeof notificationFromConfig>['deps']
  authenticateRealtime: Awaited<ReturnType<typeof authFromConfig>>['authenticateRealtime']
  realtimeEpoch: Awaited<ReturnType<typeof authFromConfig>>['realtimeEpoch']
}

/** The six services, each with its own role's connection, on one clock and one bus. */
export async function compose({ config, secrets, payments, push, ...shared }: Options): Promise<Composed> {
  const { environment } = config
  const unauthenticated = {
    ...shared,
    databaseSecret: secrets.database,
    connections: connectionsOf(config),
    allowedOrigins: ownOrigins(shared.publicUrl, config),
    limitFactor: config.LIMIT_FACTOR,
    minimumAppVersion: config.MINIMUM_APP_VERSION,
    operatorsNeedSecondFactor: !config.demonstration || config.SECOND_FACTOR === 'required',
  }
  const collectExports = async (personId: Id<'person'>) => {
    const parts = services.map(async ({ name, exportPerson }) => [name, await exportPerson(personId)] as const)
    return Object.fromEntries(await Promise.all(parts))
  }
  const documents = acceptedVersions(config.LEGAL_DIR)
  const auth = await authFromConfig(
    { ...unauthenticated, signingKeys: secrets.signingKeys, collectExports, documents },
    environment,
  )
  const host = { ...unauthenticated, authenticate: auth.authenticate }
  const { media, router, uploadOrigin } = openMedia(readConfig(mediaConfig, environment), {
    ...{ folder: resolve(config.DATA_DIR, 'media'), publicUrl: shared.publicUrl, secret: secrets.database },
    clock: shared.clock,
  })
  const business = businessFromConfig({ ...host, media }, environment)
  const booking = bookingFromConfig({ ...host, documents }, environment)
  const payment = paymentFromConfig(host, environment, payments.simulatorSettings)
  const review = reviewFromConfig({ ...host, media }, environment)
  const notification = notificationFromConfig({ ...host, push }, environment)
  const services = [auth, business, booking, payment, review, notification].map(({ service }) => service)
  return {
    services,
    databases: new Map(services.map(({ name, database }) => [name, database])),
    mediaRouter: router((key) => (ownerOfKey(key) === 'review' ? review : business).onStored(key)),
    uploadOrigin,
    shareCards: { drawShareCard: (card) => drawShareCard(card, (url) => readShown(media, url)) },
    auth: auth.deps,
    business: business.deps,
    payment: payment.deps,
    notification: notification.deps,
    authenticateRealtime: auth.authenticateRealtime,
    realtimeEpoch: auth.realtimeEpoch,
  }
}

/** The largest of our own widths, as JPEG, has a tenth of it. */
const readShown = (media: Media, url: string) =>
  url.startsWith(urlOf('photos/')) ? media.read(url.slice(urlOf('').length), 5_000_000) : Promise.resolve(undefined)

/** Our own PostgreSQL takes 400. Beyond what all processes of a server open, commands need a few. */
function connectionsOf({ PROCESSES }: Pick<Config, 'PROCESSES'>): number {
  const processes = PROCESSES + 1
  return Math.min(10, Math.floor(380 / (processes * serviceNames.length)))
}
