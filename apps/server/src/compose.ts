import type { Kysely } from 'kysely'
import type { Redis } from 'ioredis'
import type { Deps as AuthDeps } from '@buy-locals/auth/deps'
import { postgresCredentials } from '@buy-locals/auth/adapters/postgres-credentials'
import { defaultLimits } from '@buy-locals/auth/limits'
import { authService } from '@buy-locals/auth/service'
import { audience, rsaTokens } from '@buy-locals/auth/tokens'
import { bookingFromConfig } from '@buy-locals/booking/from-config'
import type { Deps as BusinessDeps } from '@buy-locals/business/deps'
import { businessFromConfig } from '@buy-locals/business/from-config'
import type { ServiceName } from '@buy-locals/contracts/operation'
import type { Push } from '@buy-locals/notification/deps'
import { notificationFromConfig } from '@buy-locals/notification/from-config'
import type { Deps as PaymentDeps } from '@buy-locals/payment/deps'
import { paymentFromConfig } from '@buy-locals/payment/from-config'
import { reviewFromConfig } from '@buy-locals/review/from-config'
import { jwtAuthenticate } from '@buy-locals/service-kit/authenticate'
import type { Clock } from '@buy-locals/service-kit/clock'
import { hostedDeps, type Host } from '@buy-locals/service-kit/host'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'
import type { Log } from '@buy-locals/service-kit/log'
import type { Edge } from '@buy-locals/service-kit/mount'
import type { Publish } from '@buy-locals/service-kit/outbox'
import type { Service } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Config } from './config.ts'
import type { Payments } from './payments.ts'
import type { Secrets } from './secrets.ts'

type Options = {
  config: Config
  secrets: Secrets
  databaseUrl: string
  publicUrl: string
  clock: Clock
  log: Log
  publish: Publish
  payments: Payments
  redis: Redis | undefined
  push: Push
}

export type Composed = {
  services: Service[]
  databases: ReadonlyMap<ServiceName, Kysely<KitTables>>
  /** For the host's own setup and the demonstration, which act without a request. */
  auth: AuthDeps
  business: BusinessDeps
  payment: PaymentDeps
  authenticateRealtime: ReturnType<typeof jwtAuthenticate>
  /** A member of the business, of any role, as the business service knows it. */
  isMember(personId: Id<'person'>, businessId: Id<'business'>): Promise<boolean>
  /** What a request to the host's own operations is checked with. */
  edge: Edge
}

/** The six services, each with its own role's connection, on one clock and one bus. */
export async function compose(options: Options): Promise<Composed> {
  const { config, secrets, publicUrl, clock, redis } = options
  const tokens = await rsaTokens(secrets.signingKeys, publicUrl, clock)
  const issued = { issuer: publicUrl, clock, keys: tokens.jwks }
  const authenticate = jwtAuthenticate({ ...issued, audience: audience.api })
  const databases = new Map<ServiceName, Kysely<KitTables>>()

  const host: Host = {
    databaseUrl: options.databaseUrl,
    databaseSecret: secrets.database,
    clock,
    log: options.log,
    publish: options.publish,
    authenticate,
    allowedOrigins: [new URL(publicUrl).origin],
    publicUrl,
    redis,
    limitFactor: config.LIMIT_FACTOR,
    minimumAppVersion: config.MINIMUM_APP_VERSION,
  }
  function base<DB extends KitTables>(name: ServiceName) {
    const deps = hostedDeps<DB>(name, host)
    databases.set(name, deps.db as unknown as Kysely<KitTables>)
    return deps
  }

  const auth = {
    ...base<AuthDatabase>('auth'),
    tokens,
    limits: defaultLimits,
    secureCookies: publicUrl.startsWith('https:'),
  }
  const authDeps: AuthDeps = { ...auth, credentials: postgresCredentials(auth.db) }
  const business = businessFromConfig(host, config.environment)
  databases.set('business', business.deps.db as unknown as Kysely<KitTables>)
  const payment = paymentFromConfig(host, config.environment, options.payments.simulatorSettings)
  databases.set('payment', payment.deps.db as unknown as Kysely<KitTables>)
  const booking = bookingFromConfig(host, config.environment)
  databases.set('booking', booking.deps.db as unknown as Kysely<KitTables>)
  const review = reviewFromConfig(host)
  databases.set('review', review.deps.db as unknown as Kysely<KitTables>)
  const notification = notificationFromConfig({ ...host, push: options.push }, config.environment)
  databases.set('notification', notification.deps.db as unknown as Kysely<KitTables>)
  return {
    services: [
      authService(authDeps),
      business.service,
      booking.service,
      payment.service,
      review.service,
      notification.service,
    ],
    databases,
    isMember: business.isMember,
    edge: authDeps as unknown as Edge,
    auth: authDeps,
    business: business.deps,
    payment: payment.deps,
    authenticateRealtime: jwtAuthenticate({ ...issued, audience: audience.realtime }),
  }
}

type AuthDatabase = AuthDeps['db'] extends Kysely<infer DB> ? DB & KitTables : never
